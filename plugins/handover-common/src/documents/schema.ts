import { z } from 'zod/v4';
import {
  date,
  duration,
  durationOrZero,
  entityRef,
  linkField,
  list,
  name,
  step,
  text,
  urlField,
} from './fields';
import { windowSchema } from '../gate/schema';
import { MAX_WINDOWS } from './limits';

/**
 * Marks a section that does not apply to the entity. The reason is shown in
 * its place, and the section counts as covered.
 */
const notApplicable = text.describe(
  'Why this section does not apply to the entity. The section then counts as covered.',
);

/** Every section is an object; everything in it may still be unfilled. */
function section<T extends z.ZodRawShape>(description: string, shape: T) {
  return z
    .strictObject({ notApplicable, ...shape })
    .partial()
    .describe(description);
}

/** What a caller may change about the schema. */
export type SchemaOptions = {
  /** Schemes that links may have, without colon. Default http, https and mailto. */
  linkSchemes?: readonly string[];
};

/**
 * Makes the schema of `handover.yaml`, version 1: the one source of types, JSON
 * Schema and validation.
 */
export function createHandoverDocumentSchema(options: SchemaOptions = {}) {
  const url = urlField(options.linkSchemes);
  const link = linkField(url);

  return z
    .strictObject({
      apiVersion: z.literal('handover.dev/v1'),
      kind: z.literal('Handover'),
      metadata: z
        .strictObject({
          entityRef: entityRef.describe(
            'The catalog entity this is about. Must match the entity that refers to the file.',
          ),
          tier: z
            .int()
            .min(1)
            .max(4)
            .describe('Service tier: 1 is the most critical, 4 the least.'),
          reviewedAt: date.describe('The day the content was last checked.'),
          reviewedBy: name.describe('Who checked it.'),
          reviewEvery: duration.describe(
            'How long a review holds (ISO 8601, default P90D).',
          ),
        })
        .partial(),

      overview: section('What the service is and what depends on it.', {
        purpose: text.describe('What it does, in plain words.'),
        users: list(text).describe('Who uses it.'),
        criticality: z
          .enum(['low', 'medium', 'high', 'critical'])
          .describe('How critical it is to the business.'),
        criticalPeriods: list(text).describe('When it matters most.'),
        impact: text.describe('What an outage costs.'),
        worstCase: text.describe('The worst that can happen.'),
        breaks: list(text).describe('What stops working when it is down.'),
        affects: list(text).describe('Who notices when it is down.'),
      }),

      environments: section('The places the service runs.', {
        items: list(
          z
            .strictObject({
              name: name.describe('Name of the environment.'),
              purpose: text,
              owner: name.describe('Who looks after this environment.'),
              cluster: name.describe('Name of the Kubernetes cluster.'),
              namespace: name.describe('Kubernetes namespace.'),
              url,
              promotedFrom: name.describe(
                'The environment an artifact comes from.',
              ),
            })
            .partial(),
        ),
        technologies: list(text).describe('What it is built and run with.'),
      }),

      architecture: section('Where the architecture is described.', {
        links: list(link).describe('Diagrams and documents.'),
        updatedAt: date,
        verifiedBy: name.describe('Who checked that it is still true.'),
        verifiedAt: date,
        dependencies: list(
          z
            .strictObject({
              entityRef,
              name,
              critical: z.boolean(),
              whenDown: text.describe('What happens when it is down.'),
              contact: text,
            })
            .partial()
            .refine(value => value.entityRef || value.name, {
              message: 'either entityRef or name is required',
            }),
        ),
        decisions: list(link).describe('Architecture decision records.'),
      }),

      notes: section('Tribal knowledge.', {
        items: list(
          z.strictObject({
            kind: z.enum(['shortcut', 'sharpEdge', 'history']),
            text,
          }),
        ),
      }),

      dayOne: section('What the first day needs.', {
        access: list(z.strictObject({ what: text, how: text }).partial()),
        safeActions: list(text).describe('What is safe to do on day one.'),
        forbiddenActions: list(text).describe('What not to do at first.'),
      }),

      deployment: section('How a change gets to users.', {
        steps: list(step),
        pipeline: text.describe('Where the pipeline is.'),
        repository: text.describe('Where the code is.'),
        trigger: z
          .record(name, z.enum(['automatic', 'manual']))
          .refine(value => Object.keys(value).length > 0, {
            message: 'at least one environment is required',
          })
          .describe('By environment: does it deploy by itself or by hand?'),
        strategy: text,
        preChecks: list(text).describe('What must hold before a deployment.'),
        postChecks: list(text).describe('What must hold after a deployment.'),
      }),

      rollback: section('How to go back.', {
        triggers: list(text).describe('What calls for a rollback.'),
        steps: list(step),
        risk: z.enum(['low', 'medium', 'high']),
        decideWithin: duration.describe('How long the decision may take.'),
        expectedDuration: duration.describe('How long a rollback takes.'),
        approvers: list(name).describe('Who may decide it.'),
        irreversible: list(text).describe('What a rollback does not undo.'),
        rehearsedAt: date,
      }),

      failures: section('What usually breaks, and how it is fixed.', {
        items: list(
          z
            .strictObject({
              symptom: text,
              cause: text,
              fix: text,
              frequency: z.enum(['low', 'medium', 'high']),
              match: z
                .strictObject({
                  reason: name.describe(
                    'Reason that Kubernetes gives, for example CrashLoopBackOff.',
                  ),
                  container: name,
                  message: name.describe('Text that the message contains.'),
                })
                .partial()
                .describe('What the failure looks like in Kubernetes.'),
            })
            .partial(),
        ),
      }),

      windows: section('When changes are allowed or denied.', {
        items: list(windowSchema, MAX_WINDOWS),
      }),

      dangerZones: section('What must not be touched.', {
        items: list(
          z
            .strictObject({
              what: text,
              why: text,
              approval: text.describe('Who must agree first.'),
              emergencyOnly: z.boolean(),
            })
            .partial(),
        ),
      }),

      escalation: section('Whom to call, in order.', {
        levels: list(
          z
            .strictObject({
              who: text,
              how: text,
              respondWithin: duration,
            })
            .partial(),
        ),
        contactFor: list(
          z.strictObject({ topic: text, who: text, how: text.optional() }),
        ),
      }),

      resilience: section('What is left after the worst case.', {
        rto: duration.describe('Recovery time objective.'),
        rpo: durationOrZero.describe(
          'Recovery point objective; PT0S where nothing may be lost.',
        ),
        backups: text,
        lastRestoreTest: date,
        drills: list(
          z.strictObject({ what: text, at: date, result: text.optional() }),
        ),
        slos: list(
          z.strictObject({ name, target: text, link: url.optional() }),
        ),
      }),

      firstThirtyDays: section('How ownership is taken over.', {
        stages: list(
          z
            .strictObject({
              name: z.enum(['observe', 'shadow', 'supervised', 'independent']),
              goal: text,
              activities: list(text),
              until: name.describe('When the stage ends, for example "day 7".'),
            })
            .partial(),
        ),
      }),

      responsibilities: section(
        'Open tasks. Only what exists or is under way is handed over.',
        {
          tasks: list(
            z
              .strictObject({
                title: text,
                status: z.enum(['existing', 'inProgress']),
                link: url,
                note: text,
              })
              .partial(),
          ),
        },
      ),

      completion: section('What the receiver must confirm.', {
        statements: list(text),
      }),
    })
    .partial()
    .required({ apiVersion: true, kind: true });
}

/** The schema with the links that are allowed unless configured otherwise. */
export const handoverDocumentSchema = createHandoverDocumentSchema();

/** The content of a `handover.yaml`. */
export type HandoverDocument = z.output<typeof handoverDocumentSchema>;
