import { explainDecision } from '../gate/explainDecision';
import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { gateReasonSchema } from './gateReasonSchema';
import { toEntityRef } from './toEntityRef';

/** `explain-gate`: may an entity be changed, and why, in words and as data. */
export function createExplainGateAction(options: ActionOptions): void {
  const { actionsRegistry, gate } = options;
  actionsRegistry.register({
    name: 'explain-gate',
    title: 'Explain Whether a Service May Be Changed',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Says whether a service may be deployed, rolled back, reconfigured or scaled, now or at another time, from its change windows: the gate's decision for one environment or for each, with its reasons.
Use this before any change to a running service, and when somebody asks when it may be deployed next.
"open" permits the change and "closed" does not; treat "unknown" as closed. A rollback is often permitted while a deployment is not: ask for it by itself.
This asks only. It neither records a deployment nor opens a closed gate.
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
              'Name or alias of an environment, such as production. Without it, each of the service. A name that nobody knows gets the verdict "unknown" and the nearest known name.',
            ),
          change: z
            .enum(['deploy', 'rollback', 'config', 'scale'])
            .default('deploy')
            .describe('What is to be done.'),
          at: z
            .string()
            .datetime({ offset: true })
            .optional()
            .describe('When, RFC 3339 with offset. Now unless given.'),
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
                  'What enforcement does with "unknown" in this environment.',
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
                  'Set if the search for "until" and "nextOpen" ended here: what happens later is not known.',
                ),
              revision: z.number().optional(),
              reasons: z.array(gateReasonSchema(z)),
            }),
          ),
        }),
    },
    examples: [
      {
        title: 'May it go to production now?',
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
