import { z } from 'zod/v4';
import {
  date,
  duration,
  durationOrZero,
  entityRef,
  fixedDuration,
  itemId,
  linkField,
  linkOrQuery,
  list,
  name,
  step,
  text,
  urlField,
} from './fields';
import { windowSchema } from '../gate/schema';
import { MAX_WINDOWS } from './limits';
import { triggerList } from './trigger';

/**
 * Marks a section that does not apply to the entity. The reason is shown in
 * its place, and the section counts as covered.
 */
const notApplicable = text;

/** Every section is an object; everything in it may still be unfilled. */
function section<T extends z.ZodRawShape>(shape: T) {
  return z.strictObject({ notApplicable, ...shape }).partial();
}

/**
 * Options of the schema.
 *
 * @alpha
 */
export type SchemaOptions = {
  /** Allowed link schemes, without a colon. The default is http, https and mailto. */
  linkSchemes?: readonly string[];
};

/**
 * Makes the schema of `handover.yaml`, version 1: the one source of types, JSON
 * Schema and validation. Descriptions are in the registry of fields.
 */
export function createHandoverDocumentSchema(options: SchemaOptions = {}) {
  const url = urlField(options.linkSchemes);
  const link = linkField(url);
  const observation = linkOrQuery(url);

  return z
    .strictObject({
      apiVersion: z.literal('handover.dev/v1'),
      kind: z.literal('Handover'),
      metadata: z
        .strictObject({
          entityRef,
          tier: z.int().min(1).max(4),
          reviewedAt: date,
          reviewedBy: name,
          reviewEvery: duration,
        })
        .partial(),

      overview: section({
        purpose: text,
        users: list(text),
        criticality: z.enum(['low', 'medium', 'high', 'critical']),
        criticalPeriods: list(text),
        impact: text,
        worstCase: text,
        breaks: list(text),
        affects: list(text),
      }),

      environments: section({
        items: list(
          z
            .strictObject({
              name: name,
              purpose: text,
              owner: name,
              cluster: name,
              namespace: name,
              url,
              promotedFrom: name,
            })
            .partial(),
        ),
        technologies: list(text),
      }),

      architecture: section({
        links: list(link),
        updatedAt: date,
        verifiedBy: name,
        verifiedAt: date,
        dependencies: list(
          z
            .strictObject({
              entityRef,
              name,
              critical: z.boolean(),
              whenDown: text,
              contact: text,
            })
            .partial()
            .refine(value => value.entityRef || value.name, {
              message: 'either entityRef or name is required',
            }),
        ),
        decisions: list(link),
      }),

      notes: section({
        items: list(
          z.strictObject({
            kind: z.enum(['shortcut', 'sharpEdge', 'history']),
            text,
          }),
        ),
      }),

      dayOne: section({
        access: list(z.strictObject({ what: text, how: text }).partial()),
        safeActions: list(text),
        forbiddenActions: list(text),
      }),

      deployment: section({
        steps: list(step),
        pipeline: text,
        repository: text,
        trigger: z
          .record(name, z.enum(['automatic', 'manual']))
          .refine(value => Object.keys(value).length > 0, {
            message: 'at least one environment is required',
          }),
        strategy: text,
        preChecks: list(text),
        postChecks: list(text),
      }),

      rollback: section({
        triggers: triggerList,
        watchFor: fixedDuration,
        steps: list(step),
        risk: z.enum(['low', 'medium', 'high']),
        decideWithin: duration,
        expectedDuration: duration,
        approvers: list(name),
        irreversible: list(text),
        rehearsedAt: date,
      }),

      failures: section({
        items: list(
          z
            .strictObject({
              id: itemId,
              symptom: text,
              cause: text,
              fix: text,
              frequency: z.enum(['low', 'medium', 'high']),
              match: z
                .strictObject({
                  reason: name,
                  container: name,
                  message: name,
                  alert: name,
                })
                .partial(),
            })
            .partial(),
        ),
      }),

      windows: section({
        items: list(windowSchema, MAX_WINDOWS),
      }),

      dangerZones: section({
        items: list(
          z
            .strictObject({
              id: itemId,
              what: text,
              why: text,
              approval: text,
              emergencyOnly: z.boolean(),
            })
            .partial(),
        ),
      }),

      escalation: section({
        levels: list(
          z
            .strictObject({
              id: itemId,
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

      observability: section({
        dashboards: list(observation),
        logs: list(observation),
        traces: list(observation),
        alerts: list(observation),
        slos: list(observation),
      }),

      resilience: section({
        rto: duration,
        rpo: durationOrZero,
        backups: text,
        lastRestoreTest: date,
        drills: list(
          z.strictObject({ what: text, at: date, result: text.optional() }),
        ),
        slos: list(
          z.strictObject({ name, target: text, link: url.optional() }),
        ),
      }),

      firstThirtyDays: section({
        stages: list(
          z
            .strictObject({
              id: itemId,
              name: z.enum(['observe', 'shadow', 'supervised', 'independent']),
              goal: text,
              activities: list(text),
              until: name,
            })
            .partial(),
        ),
      }),

      responsibilities: section({
        tasks: list(
          z
            .strictObject({
              id: itemId,
              title: text,
              status: z.enum(['existing', 'inProgress']),
              link: url,
              note: text,
            })
            .partial(),
        ),
      }),

      completion: section({
        statements: list(
          z.union([
            text,
            z.strictObject({ id: itemId, text }).partial({ id: true }),
          ]),
        ),
      }),
    })
    .partial()
    .required({ apiVersion: true, kind: true });
}

/** The schema with the links that are allowed unless configured otherwise. */
export const handoverDocumentSchema = createHandoverDocumentSchema();

/**
 * The content of a `handover.yaml`.
 *
 * @public
 */
export type HandoverDocument = z.output<typeof handoverDocumentSchema>;

/**
 * When to roll back: text, or an object with a query that can be evaluated.
 *
 * @alpha
 */
export type RollbackTrigger = NonNullable<
  NonNullable<HandoverDocument['rollback']>['triggers']
>[number];

/**
 * Something that the new owner confirms: text, or an object with an id.
 *
 * @alpha
 */
export type CompletionStatement = NonNullable<
  NonNullable<HandoverDocument['completion']>['statements']
>[number];
