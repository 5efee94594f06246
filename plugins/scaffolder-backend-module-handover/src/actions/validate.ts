import { missingAsMarkdown } from '@backstage-handover/plugin-handover-common/documents';
import {
  coverageOf,
  formatProblem,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import { InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { readText } from '../workspace/readText';
import {
  DEFAULT_PATH,
  resolveInWorkspace,
} from '../workspace/resolveInWorkspace';
import { examples } from './validate.examples';

/** Largest file that is read, in bytes: the largest document. */
const MAX_BYTES = 256 * 1024;

/**
 * `handover:validate`: fails the task if a document is not valid.
 *
 * @public
 */
export function createHandoverValidateAction(options: {
  /** Allowed link schemes, without a colon. */
  linkSchemes: readonly string[];
  /** The known environments. The default is the built-in ones. */
  environments?: Environments;
}) {
  return createTemplateAction({
    id: 'handover:validate',
    description:
      'Checks a handover document in the workspace as the portal does. Errors fail the task with their line and column (`handover.yaml:42:7`). Warnings are logged and returned.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        path: z =>
          z
            .string()
            .min(1)
            .optional()
            .describe(
              `The document, relative to the workspace. Default: \`${DEFAULT_PATH}\`.`,
            ),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The catalog entity that the document is about, for example `component:default/orders`. Fails if `metadata.entityRef` is a different entity.',
            ),
      },
      output: {
        warnings: z =>
          z
            .array(z.string())
            .describe('The warnings, each with line and column.'),
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
      const { path = DEFAULT_PATH, entityRef } = ctx.input;
      const { document, problems } = await checkHandoverDocument(
        await readDocument(ctx.workspacePath, path),
        {
          entityRef,
          linkSchemes: options.linkSchemes,
          environments: options.environments,
        },
      );
      const ofSeverity = (severity: 'error' | 'warning') =>
        problems
          .filter(problem => problem.severity === severity)
          .map(problem => formatProblem(path, problem));

      const warnings = ofSeverity('warning');
      for (const warning of warnings) {
        ctx.logger.warn(warning);
      }
      if (!document) {
        throw new InputError(
          `The handover is not valid:\n${ofSeverity('error').join('\n')}`,
        );
      }

      const coverage = coverageOf(document);
      ctx.logger.info(
        `${path} is valid: ${coverage.covered} of ${coverage.required} required fields are covered`,
      );
      ctx.output('warnings', warnings);
      ctx.output('coverage', coverage.ratio);
      ctx.output('missing', missingAsMarkdown(coverage));
    },
  });
}

async function readDocument(
  workspacePath: string,
  path: string,
): Promise<string> {
  const file = resolveInWorkspace(workspacePath, path);
  const read = await readText(file, MAX_BYTES).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
        throw new NotFoundError(`No file '${path}' found in the workspace`);
      }
      if (error.code === 'ELOOP') {
        throw new InputError(
          `'${path}' is a symbolic link, which is not allowed`,
        );
      }
      throw error;
    },
  );
  if ('skipped' in read) {
    throw new InputError(`'${path}' ${read.skipped}`);
  }
  return read.text;
}
