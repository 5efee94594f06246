import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';
import { toEntityRef } from './toEntityRef';

/** `request-exemption`: asks for permission not to pass a check until a time. Stores the request. */
export function createRequestExemptionAction(options: ActionOptions): void {
  const { actionsRegistry, exemptions } = options;
  actionsRegistry.register({
    name: 'request-exemption',
    title: 'Request an Exemption From a Check',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    description: `
Requests an exemption: a permission for a catalog entity not to pass a check of a scorecard until a time. Stores the request in the caller's name.
Use this only if the user asks for an exemption, with the reason that the user gives. Do not make up a reason or evidence. If a check can be fixed, suggest the fix first.
The request has no effect until somebody else approves it in the portal. There can be one request at a time for a check of an entity.
Find the names of the scorecard and the check with get-scorecards.
    `,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe(
              'Reference of the catalog entity, such as component:default/orders. A bare name means a component in the default namespace.',
            ),
          scorecard: z.string().min(1).max(63).describe('Its name.'),
          check: z
            .string()
            .min(1)
            .max(63)
            .describe('Id of the check that need not pass.'),
          reason: z
            .string()
            .min(1)
            .max(5000)
            .describe('Why the check need not pass. Markdown.'),
          evidence: z
            .string()
            .regex(/^https?:\/\/[^\s]+$/)
            .max(2000)
            .optional()
            .describe('Address of what supports the reason, such as a ticket.'),
          expiresAt: z
            .string()
            .datetime({ offset: true })
            .describe(
              'When the exemption ends, in RFC 3339 with an offset. The configuration limits how far away it can be.',
            ),
        }),
      output: z =>
        z.object({
          id: z.string(),
          entityRef: z.string(),
          scorecard: z.string(),
          check: z.string(),
          state: z
            .string()
            .describe('"requested": it has no effect until it is approved.'),
          requestedBy: z.string(),
          requestedAt: z.string(),
          expiresAt: z.string(),
        }),
    },
    examples: [
      {
        title: 'Request an exemption for a service that is about to be retired',
        input: {
          entityRef: 'component:default/orders',
          scorecard: 'handover-ready',
          check: 'deployments-are-seen',
          reason: 'The service is switched off in March.',
          expiresAt: '2027-03-31T00:00:00Z',
        },
      },
    ],
    action: async ({ input, credentials }) => {
      const { entityRef: _, ...request } = input;
      const entityRef = toEntityRef(input.entityRef);
      const { scorecard, check } = request;
      const exemption = await auditedAction(
        options,
        credentials,
        {
          eventId: 'exemption-mutate',
          severityLevel: 'medium',
          meta: { actionType: 'request', entityRef, scorecard, check },
        },
        () => exemptions.requestExemption(entityRef, request, { credentials }),
      );
      const { id, state, requestedBy, requestedAt, expiresAt } = exemption;
      return {
        output: {
          id,
          entityRef,
          scorecard,
          check,
          state,
          requestedBy,
          requestedAt,
          expiresAt,
        },
      };
    },
  });
}
