import { z } from 'zod/v4';

// Argo CD's REST API, https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/:
// what is read of an Application. Go leaves out what is empty, and writes null for
// lists and times that were never set.

/** Names, labels, revisions: Kubernetes and Git allow less. */
const text = z.string().max(1_000);

const time = z
  .string()
  .nullish()
  .transform(value => {
    const date = new Date(value ?? NaN);
    return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
  });

const initiatedBy = z
  .object({ username: text.optional(), automated: z.boolean().optional() })
  .nullish();

const source = z.object({ chart: text.optional() });

/** An application of several sources has the plural fields. */
const synced = z.object({
  revision: text.optional(),
  revisions: z.array(text).nullish(),
  source: source.nullish(),
  sources: z.array(source).nullish(),
});

export type Synced = z.output<typeof synced>;

const historyEntry = synced.extend({
  id: z.int(),
  deployStartedAt: time,
  deployedAt: time,
  initiatedBy,
});

export type HistoryEntry = z.output<typeof historyEntry>;

const operationState = z.object({
  phase: text.optional(),
  message: z.string().optional(),
  startedAt: time,
  finishedAt: time,
  operation: z
    .object({
      initiatedBy,
      sync: synced
        .extend({
          dryRun: z.boolean().optional(),
          resources: z.array(z.unknown()).nullish(),
        })
        .nullish(),
    })
    .optional(),
  syncResult: synced.nullish(),
});

export type OperationState = z.output<typeof operationState>;

export const application = z.object({
  metadata: z.object({
    name: text.min(1),
    namespace: text.min(1),
    uid: text.min(1),
    labels: z.record(z.string(), text).nullish(),
  }),
  spec: z.object({
    destination: z.object({
      namespace: text.optional(),
      name: text.optional(),
    }),
  }),
  status: z.object({
    sync: z.object({ status: text.optional() }).optional(),
    health: z.object({ status: text.optional() }).optional(),
    summary: z.object({ images: z.array(text).nullish() }).optional(),
    reconciledAt: time,
    history: z.array(historyEntry).nullish(),
    operationState: operationState.nullish(),
  }),
});

export type Application = z.output<typeof application>;

export const applicationList = z.object({
  items: z.array(application).nullable(),
});

/** What gRPC calls the error. */
export const failure = z.object({ code: z.int() });
