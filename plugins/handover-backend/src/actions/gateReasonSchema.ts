import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

/** The zod that the actions registry builds its schemas with. */
type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['output']
>[0];

/** One reason of a decision, as an action returns it. */
export function gateReasonSchema(z: Zod) {
  const verdict = z.enum(['open', 'closed', 'unknown']);
  const decided = z.enum(['open', 'closed']);
  const described = { title: z.string(), reason: z.string().optional() };
  return z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('window'),
      verdict: decided.describe(
        'The verdict that this window alone would give.',
      ),
      ...described,
      window: z.string(),
      calendar: z.string(),
      link: z.string().optional(),
      active: z.boolean(),
      start: z.string().optional(),
      end: z.string().optional(),
      timeZone: z.string(),
    }),
    z.object({
      kind: z
        .literal('calendar')
        .describe('A calendar or window that could not be read.'),
      verdict: z.literal('unknown'),
      ...described,
      reason: z.string(),
      calendar: z.string(),
      window: z.string().optional(),
      link: z.string().optional(),
    }),
    z.object({
      kind: z.literal('condition'),
      verdict,
      ...described,
      condition: z.string(),
      link: z.string().optional(),
      until: z.string().optional(),
    }),
    z.object({
      kind: z.literal('default'),
      verdict: decided,
      ...described,
    }),
    z.object({
      kind: z
        .literal('override')
        .describe('A recorded permission to pass a closed gate.'),
      verdict: z.literal('open'),
      ...described,
      reason: z.string(),
      override: z.string(),
      by: z.string(),
      ticket: z.string().optional(),
      artifact: z
        .object({
          name: z.string().optional(),
          version: z.string().optional(),
          digest: z.string().optional(),
        })
        .optional()
        .describe('The artifact that it is bound to.'),
      active: z.boolean(),
      from: z.string(),
      until: z.string(),
    }),
    z.object({
      kind: z.literal('environment').describe('The environment is not known.'),
      verdict: z.literal('unknown'),
      ...described,
      suggestion: z.string().optional(),
    }),
    z.object({
      kind: z
        .literal('notice')
        .describe('Information that does not change the verdict.'),
      ...described,
    }),
  ]);
}
