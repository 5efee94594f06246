import { z } from 'zod/v4';

// CDEvents, https://github.com/cdevents/spec, versions 0.3 and later. Only what is
// used is described; everything else in an event is let through, so that what a
// later version adds does no harm.

/**
 * What people read, and which the specification allows to be empty. Long enough
 * for addresses and package URLs. PostgreSQL stores no NUL.
 */
const label = z
  .string()
  .max(2_000)
  .refine(value => !value.includes('\0'), {
    message: 'must not hold a NUL character',
  });

const text = label.min(1);

const time = z.iso.datetime({ offset: true });

const reference = z.looseObject({ id: text, source: text.optional() });

/** `dev.cdevents.<subject>.<predicate>.<version>`. */
const EVENT_TYPE =
  /^dev\.(?:cdevents|cdeventsx)\.[a-z0-9-]+\.[a-z0-9-]+\.\d+\.\d+\.\d+(?:-[A-Za-z0-9.-]+)?$/;

const SPEC_VERSION = /^(\d+)\.(\d+)\.(\d+)(?:-[A-Za-z0-9.-]+)?$/;

const specVersion = z.string().refine(
  value => {
    const match = SPEC_VERSION.exec(value);
    return match !== null && match[1] === '0' && Number(match[2]) >= 3;
  },
  {
    message:
      'must be a version of CDEvents from 0.3 on and before 1.0, such as 0.4.1',
  },
);

const context = z
  .looseObject({
    // Until 0.5; later it has the name that CloudEvents gives it.
    version: specVersion.optional(),
    specversion: specVersion.optional(),
    id: text,
    source: text,
    type: z.string().max(300).regex(EVENT_TYPE, {
      message:
        'must be a type of CDEvents, such as dev.cdevents.service.deployed.0.2.0',
    }),
    timestamp: time,
  })
  .refine(value => value.version ?? value.specversion, {
    message: 'is required',
    path: ['version'],
  });

/** What every event of CDEvents has. */
export const cdEvent = z.looseObject({
  context,
  subject: z.looseObject({
    id: text,
    source: text.optional(),
    content: z.looseObject({}),
  }),
  customData: z.unknown().optional(),
});

export type CdEvent = z.output<typeof cdEvent>;

/** What Handover reads of an event's own data, where that is an object. */
export const customData = z.looseObject({
  /** The entity it is about, `component:default/orders`. */
  entityRef: text.optional(),
  /** Made up, for people to look at. */
  demonstration: z.boolean().optional(),
  commit: text.optional(),
  branch: text.optional(),
  /** Who did it. */
  actor: text.optional(),
  /** When the deployed change was merged. */
  mergedAt: time.optional(),
  /** The version of the artifact, where its package URL has none. */
  version: text.optional(),
  /** The run that deployed it. */
  pipelineRun: reference.optional(),
  url: text.optional(),
});

export type CustomData = z.output<typeof customData>;

const outcome = z.enum(['success', 'error', 'failure', 'cancel', 'skip']);

/** `uri` since 0.5, `url` before. */
const address = { url: label.optional(), uri: label.optional() };

const pipelineRun = z.looseObject({
  pipelineName: label.optional(),
  ...address,
});

const taskRun = z.looseObject({
  taskName: label.optional(),
  ...address,
  pipelineRun: reference.optional(),
});

const deployed = z.looseObject({ environment: reference, artifactId: text });

const incident = z.looseObject({
  description: z.string().optional(),
  environment: reference,
  service: reference.optional(),
  artifactId: text.optional(),
});

const finished = { outcome: outcome.optional() };

/** The content of what is made something of, by subject and predicate. */
export const contents = {
  'pipelinerun.queued': pipelineRun,
  'pipelinerun.started': pipelineRun,
  'pipelinerun.finished': pipelineRun.extend(finished),
  'taskrun.queued': taskRun,
  'taskrun.started': taskRun,
  'taskrun.finished': taskRun.extend(finished),
  'service.deployed': deployed,
  'service.upgraded': deployed,
  'service.rolledback': deployed,
  'artifact.packaged': z.looseObject({ change: reference }),
  'change.merged': z.looseObject({ repository: reference.optional() }),
  'incident.detected': incident,
  'incident.resolved': incident,
};
