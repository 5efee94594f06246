import { explainDecision } from '../gate/explainDecision';
import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { gateReasonSchema } from './gateReasonSchema';
import { toEntityRef } from './toEntityRef';

/** `explain-gate`: whether an entity can be changed, and why, as text and as data. */
export function createExplainGateAction(options: ActionOptions): void {
  const { actionsRegistry, gate } = options;
  actionsRegistry.register({
    name: 'explain-gate',
    title: 'Explain Whether a Service Can Be Changed',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Explains whether a service can be deployed, rolled back, reconfigured or scaled, now or at another time. Returns the gate's decision for one environment or for all of them, with its reasons.
Use this before any change to a running service, and to find out when it can be deployed next.
"open" allows the change and "closed" does not. Treat "unknown" as closed. A rollback is often allowed while a deployment is not, so ask about it separately.
This action is read-only: it doesn't record a deployment or open a closed gate.
    `,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'Reference of the catalog entity, such as component:default/orders. A bare name means a component in the default namespace.',
            ),
          environment: z
            .string()
            .trim()
            .min(1)
            .max(300)
            .optional()
            .describe(
              'Name or alias of an environment, such as production. Default: all environments of the service. The verdict for a name that is not known is "unknown", with the nearest known name.',
            ),
          change: z
            .enum(['deploy', 'rollback', 'config', 'scale'])
            .default('deploy')
            .describe('The kind of change.'),
          at: z
            .string()
            .datetime({ offset: true })
            .optional()
            .describe(
              'The time of the change, in RFC 3339 with an offset. Default: now.',
            ),
        }),
      output: z =>
        z.object({
          entityRef: z.string(),
          decisions: z.array(
            z.object({
              environment: z.string(),
              change: z.enum(['deploy', 'rollback', 'config', 'scale']),
              verdict: z.enum(['open', 'closed', 'unknown']),
              onUnknown: z
                .enum(['pass', 'block'])
                .optional()
                .describe(
                  'What a pipeline should do if the verdict is "unknown".',
                ),
              explanation: z.string().describe('The decision in words.'),
              at: z.string(),
              until: z
                .string()
                .optional()
                .describe('When the verdict next changes.'),
              nextOpen: z
                .string()
                .optional()
                .describe('When the gate is next open.'),
              searchedUntil: z
                .string()
                .optional()
                .describe(
                  'Set if the search for "until" and "nextOpen" stopped at this time. What happens later is unknown.',
                ),
              revision: z.number().optional(),
              reasons: z.array(gateReasonSchema(z)),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'Can it be deployed to production now?',
        input: {
          entityRef: 'component:default/orders',
          environment: 'production',
          change: 'deploy',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { environment, change, at } = input;
      const entityRef = toEntityRef(input.entityRef);
      const decisions = await auditedAction(
        options,
        credentials,
        {
          eventId: 'gate-decision',
          meta: {
            queryType: environment ? 'by-environment' : 'all-environments',
            entityRef,
            environment,
          },
        },
        async () => {
          if (environment === undefined) {
            const all = { change, at };
            return (await gate.getDecisions(entityRef, all, { credentials }))
              .items;
          }
          const one = { environment, change, at };
          return [await gate.getDecision(entityRef, one, { credentials })];
        },
      );
      return {
        output: {
          entityRef,
          decisions: decisions.map(decision => ({
            ...decision,
            explanation: explainDecision(entityRef, decision),
          })),
        },
      };
    },
  });
}
