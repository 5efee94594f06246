import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { assertNoLinks } from './assertNoLinks';
import { exists, serviceFolder } from './serviceFolder';

/**
 * `fetch:local`: copies a service that was published to the folder into the
 * workspace.
 *
 * @param options.folder - where the repositories are, absolute
 */
export function createFetchLocalAction({ folder }: { folder: string }) {
  return createTemplateAction({
    id: 'fetch:local',
    description:
      'Copies the files of a service from the folder of this portal to the workspace, as `fetch:plain` does for repositories on GitHub or GitLab.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the service.'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe('Where to put them, relative to the workspace.'),
      },
    },
    async handler(ctx) {
      const { name, targetPath = '.' } = ctx.input;
      const source = serviceFolder(folder, name);
      if (!(await exists(source))) {
        throw new NotFoundError(
          `There is no service '${name}' in the folder of this portal. Add its repository to the folder, or correct its annotation 'backstage.io/source-location' if the repository is on GitHub or GitLab`,
        );
      }
      await assertNoLinks(source);
      await cp(source, resolveSafeChildPath(ctx.workspacePath, targetPath), {
        recursive: true,
        filter: file =>
          path.relative(source, file).split(path.sep)[0] !== '.git',
      });
    },
  });
}
