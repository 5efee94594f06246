import {
  missingAsMarkdown,
  writeStarter,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { filledValues } from '../documents/filledValues';
import { DEFAULT_PATH } from '../workspace/resolveInWorkspace';
import { writeNewFile } from '../workspace/writeNewFile';
import { examples } from './create.examples';

/**
 * `handover:create`: writes a document from values.
 *
 * @public
 */
export function createHandoverCreateAction(options: {
  /** Allowed link schemes, without a colon. */
  linkSchemes: readonly string[];
  /** The known environments. The default is the built-in ones. */
  environments?: Environments;
}) {
  return createTemplateAction({
    id: 'handover:create',
    description:
      'Writes a handover document (`handover.yaml`) to the workspace from values. Checks it first: an unknown key, an invalid value or a secret fails the task, and nothing is written. Missing fields are left out and listed in comments, with the reason why each matters.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        document: z =>
          z
            .record(z.any())
            .describe(
              'The sections of the document by their keys (`overview`, `deployment`, `rollback` and so on) and `metadata`. Empty texts, lists and objects count as missing.',
            ),
        path: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              `Where to write it, relative to the workspace. Default: \`${DEFAULT_PATH}\`. Existing files are never overwritten.`,
            ),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The catalog entity that the document is about, for example `component:default/orders`. Fails if `metadata.entityRef` is a different entity.',
            ),
        schemaUrl: z =>
          z
            .string()
            .url()
            .optional()
            .describe(
              'The URL of the JSON Schema, for completion and checks in editors: `/api/handover/schema.json` of this portal.',
            ),
      },
      output: {
        path: z => z.string().describe('Where the document was written.'),
        coverage: z =>
          z
            .number()
            .describe(
              'The share of required fields that are filled in, from 0 to 1.',
            ),
        missing: z =>
          z
            .string()
            .describe(
              'The missing fields by section, as a Markdown list. Empty if there are none.',
            ),
      },
    },
    async handler(ctx) {
      // The scaffolder checks inputs, and puts no defaults into them.
      const {
        document: values,
        path = DEFAULT_PATH,
        entityRef,
        schemaUrl,
      } = ctx.input;
      const { document, problems } = await checkHandoverDocument(
        stringify(
          {
            apiVersion: 'handover.dev/v1',
            kind: 'Handover',
            ...filledValues(values),
          },
          { aliasDuplicateObjects: false },
        ),
        {
          entityRef,
          linkSchemes: options.linkSchemes,
          environments: options.environments,
        },
      );
      for (const problem of problems) {
        if (problem.severity === 'warning') {
          ctx.logger.warn(describe(problem));
        }
      }
      if (!document) {
        const errors = problems.filter(({ severity }) => severity === 'error');
        throw new InputError(
          `No handover was written, because its values are not valid:\n${errors
            .map(problem => `  ${describe(problem)}`)
            .join('\n')}`,
        );
      }

      const { text, coverage } = writeStarter(document, {
        header: ['Everything a new owner needs to know about this service.'],
        schemaUrl,
      });
      await writeNewFile({ workspacePath: ctx.workspacePath, path, text });
      ctx.logger.info(
        `Wrote ${path}: ${coverage.covered} of ${coverage.required} required fields are covered`,
      );

      ctx.output('path', path);
      ctx.output('coverage', coverage.ratio);
      ctx.output('missing', missingAsMarkdown(coverage));
    },
  });
}

/** Nobody has seen the generated text, so line numbers would not help. */
function describe({ path, message }: { path: string; message: string }) {
  return path ? `${path}: ${message}` : message;
}
