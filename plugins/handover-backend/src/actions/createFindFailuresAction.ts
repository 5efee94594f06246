import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { toEntityRef } from './toEntityRef';

/** `find-failures`: documented failures that look like a symptom, across services. */
export function createFindFailuresAction(options: ActionOptions): void {
  const { actionsRegistry, documents } = options;
  actionsRegistry.register({
    name: 'find-failures',
    title: 'Find Documented Failures',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Finds failures that are documented in the handovers of all services and match a symptom: an error message, a Kubernetes reason such as CrashLoopBackOff, or what users report.
Use this during an incident if you don't know which service is at fault or whether the failure has occurred before.
Each result contains the service that documents the failure, its cause and its fix. The best match comes first. "score" is 1 if the failure contains all words of the symptom.
A fix is documented for that service only. Say so if you apply it to another one.
To read all failures of one service, use get-handover with the section "failures".
    `,
    schema: {
      input: z =>
        z.object({
          symptom: z
            .string()
            .min(1)
            .max(2000)
            .describe(
              'The symptom, in a few words or as an error message. The first twelve meaningful words are used.',
            ),
          owner: z
            .string()
            .optional()
            .describe(
              'Only services of this owner, such as group:default/payments.',
            ),
          system: z
            .string()
            .optional()
            .describe(
              'Only services of this system, such as system:default/store.',
            ),
          limit: z
            .number()
            .int()
            .min(1)
            .max(50)
            .default(10)
            .describe('Maximum number of results.'),
        }),
      output: z =>
        z.object({
          failures: z.array(
            z.object({
              entityRef: z.string(),
              title: z.string().optional(),
              owner: z.string().optional(),
              score: z.number(),
              failure: z
                .object({
                  symptom: z.string().optional(),
                  cause: z.string().optional(),
                  fix: z.string().optional(),
                  frequency: z.enum(['low', 'medium', 'high']).optional(),
                  match: z
                    .object({
                      reason: z.string().optional(),
                      container: z.string().optional(),
                      message: z.string().optional(),
                      alert: z.string().optional(),
                    })
                    .optional()
                    .describe('How it appears in Kubernetes and in alerts.'),
                })
                .describe('The documented failure. Texts are Markdown.'),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'Has any service documented this error?',
        input: { symptom: 'connection pool exhausted', limit: 5 },
      },
    ],
    action: async ({ input, credentials }) => {
      const request = {
        symptom: input.symptom,
        limit: input.limit,
        owner: input.owner && toEntityRef(input.owner, 'group'),
        system: input.system && toEntityRef(input.system, 'system'),
      };
      const failures = await auditedAction(
        options,
        credentials,
        { eventId: 'document-fetch', meta: { queryType: 'failures' } },
        () => documents.findFailures(request, { credentials }),
      );
      return { output: { failures } };
    },
  });
}
