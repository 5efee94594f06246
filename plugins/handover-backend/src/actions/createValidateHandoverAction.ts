import { MAX_DOCUMENT_BYTES } from '@backstage-handover/plugin-handover-common/documents';
import type { ActionOptions } from './ActionOptions';
import { auditedAction } from './auditedAction';

/** `validate-handover`: checks a document and stores nothing. */
export function createValidateHandoverAction(options: ActionOptions): void {
  const { actionsRegistry, documents } = options;
  actionsRegistry.register({
    name: 'validate-handover',
    title: 'Validate Handover',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    description: `
Checks the text of a handover.yaml without storing it.
Use this after you write or change a handover.yaml and before you propose it. Returns every problem with its path, line and column, and the required fields that are still empty.
A document is valid if no problem has the severity "error".
    `,
    schema: {
      input: z =>
        z.object({
          yaml: z
            .string()
            .min(1)
            .max(MAX_DOCUMENT_BYTES)
            .describe('The complete text of the handover.yaml.'),
        }),
      output: z =>
        z.object({
          valid: z.boolean(),
          problems: z.array(
            z.object({
              path: z.string(),
              line: z.number().optional(),
              column: z.number().optional(),
              message: z.string(),
              severity: z.enum(['error', 'warning']),
            }),
          ),
          coverage: z
            .number()
            .optional()
            .describe(
              'Share of required fields that are filled in, 0 to 1. Absent if the document is not valid.',
            ),
          missing: z
            .array(z.object({ path: z.string(), why: z.string() }))
            .describe('Required fields that are empty.'),
        }),
    },
    action: async ({ input, credentials }) => {
      const { valid, problems, coverage } = await auditedAction(
        options,
        credentials,
        { eventId: 'document-validate' },
        () => documents.validateDocument(input.yaml, { credentials }),
      );
      return {
        output: {
          valid,
          problems,
          coverage: coverage?.ratio,
          missing: Object.values(coverage?.sections ?? {}).flatMap(
            section => section.missing,
          ),
        },
      };
    },
  });
}
