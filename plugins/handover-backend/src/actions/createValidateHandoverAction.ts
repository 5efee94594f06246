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
Checks the text of a handover.yaml and stores nothing.
Use this after writing or changing such a file, and before proposing it: it returns every problem with its path, line and column, and which required fields of each section are still empty.
A document is valid when no problem has the severity "error".
    `,
    schema: {
      input: z =>
        z.object({
          yaml: z
            .string()
            .min(1)
            .max(MAX_DOCUMENT_BYTES)
            .describe('The whole text of the handover.yaml.'),
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
              'Filled required fields of all, 0 to 1; absent where it is not valid.',
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
