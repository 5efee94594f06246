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
    message: 'must not contain a NUL character',
  });

const text = label.min(1);

/** A date, the time of day and the offset, with what programs write between and behind them. */
const TIME =
  /^(\S+?)[Tt ](.+?)\s*([Zz]|[+-]\d\d:?\d\d)?(\[[A-Za-z0-9_+:/-]+\])?$/;

/**
 * RFC 3339, and what is close to it: `str(datetime)` of Python has a space for
 * the `T`, and no offset where the program knows none. That is taken as UTC, as
 * CDEvents asks for it. `OffsetDateTime` of Java leaves out seconds that are
 * zero, and `ZonedDateTime` names the zone behind the offset, which counts.
 */
const time = z
  .string()
  .max(100)
  .transform(value => {
    const [, date, clock, offset, zone] = TIME.exec(value.trim()) ?? [];
    // A zone without an offset would be taken as UTC.
    if (date === undefined || (zone && !offset)) {
      return value;
    }
    const seconds = /^\d\d:\d\d$/.test(clock) ? ':00' : '';
    const at = offset?.toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2') ?? 'Z';
    return `${date}T${clock}${seconds}${at}`;
  })
  .pipe(
    z.iso.datetime({
      offset: true,
      error: 'must be a time such as 2026-11-20T10:00:00Z',
    }),
  );

/**
 * Removes `null` values from an object, because libraries write them for
 * missing fields.
 */
function object<S extends z.ZodRawShape>(shape: S) {
  return z.preprocess(withoutNulls, z.looseObject(shape));
}

function withoutNulls(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).filter(([, each]) => each !== null),
      )
    : value;
}

const reference = object({ id: text, source: label.optional() });

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
    message: 'must be a CDEvents version from 0.3 to below 1.0, such as 0.4.1',
  },
);

const context = object({
  // Until 0.5; later it has the name that CloudEvents gives it.
  version: specVersion.optional(),
  specversion: specVersion.optional(),
  id: text,
  source: text,
  type: z.string().max(300).regex(EVENT_TYPE, {
    message:
      'must be a CDEvents type such as dev.cdevents.service.deployed.0.2.0',
  }),
  timestamp: time,
}).refine(value => value.version ?? value.specversion, {
  message: 'is required',
  path: ['version'],
});

/** What every event of CDEvents has. */
export const cdEvent = z.looseObject({
  context,
  subject: object({
    id: text,
    source: label.optional(),
    content: z.looseObject({}),
  }),
  customData: z.unknown().optional(),
});

export type CdEvent = z.output<typeof cdEvent>;

/** What Handover reads of an event's own data, where that is an object. */
export const customData = object({
  /** The entity it is about, `component:default/orders`. */
  entityRef: text.optional(),
  /** Whether this is demonstration data. */
  demonstration: z.boolean().optional(),
  commit: label.optional(),
  branch: label.optional(),
  /** Who did it. */
  actor: label.optional(),
  /** When the deployed change was merged. */
  mergedAt: time.optional(),
  /** The version of the artifact, if its package URL has none. */
  version: label.optional(),
  /** The run that deployed it. */
  pipelineRun: reference.optional(),
  url: label.optional(),
});

export type CustomData = z.output<typeof customData>;

/** `uri` since 0.5, `url` before. */
const address = { url: label.optional(), uri: label.optional() };

const pipelineRun = { pipelineName: label.optional(), ...address };

const taskRun = {
  taskName: label.optional(),
  ...address,
  pipelineRun: reference.optional(),
};

/** Any text: the specification lists no outcomes until 0.5. */
const finished = { outcome: label.optional() };

const deployed = object({ environment: reference, artifactId: text });

const incident = object({
  description: z.string().optional(),
  environment: reference,
  service: reference.optional(),
  artifactId: label.optional(),
});

/** The content of the events that Handover uses, by subject and predicate. */
export const contents = {
  'pipelinerun.queued': object(pipelineRun),
  'pipelinerun.started': object(pipelineRun),
  'pipelinerun.finished': object({ ...pipelineRun, ...finished }),
  'taskrun.queued': object(taskRun),
  'taskrun.started': object(taskRun),
  'taskrun.finished': object({ ...taskRun, ...finished }),
  'service.deployed': deployed,
  'service.upgraded': deployed,
  'service.rolledback': deployed,
  'artifact.packaged': object({ change: reference }),
  'change.merged': object({ repository: reference.optional() }),
  'incident.detected': incident,
  'incident.resolved': incident,
};
