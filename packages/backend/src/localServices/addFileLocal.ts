import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, isError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { constants, copyFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { commitFile } from './git';
import { exists, serviceFolder } from './serviceFolder';

/**
 * `publish:local:file`: adds one file of the workspace to a service in the
 * folder, with a commit. What a pull request is at a host of repositories.
 *
 * @param options.folder - where the repositories are, absolute
 */
export function createAddFileLocalAction({ folder }: { folder: string }) {
  return createTemplateAction({
    id: 'publish:local:file',
    description:
      'Commits one file from the workspace to a service in the folder of this portal. Existing files are never overwritten.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the service.'),
        sourcePath: z =>
          z.string().min(1).describe('The file, relative to the workspace.'),
        file: z =>
          z
            .string()
            .regex(/^[\w.-]+$/)
            .describe('The name of the file at the root of the repository.'),
        message: z => z.string().min(1).describe('Message of the commit.'),
      },
    },
    async handler(ctx) {
      const { name, sourcePath, file, message } = ctx.input;
      const service = serviceFolder(folder, name);
      if (!(await exists(service))) {
        throw new NotFoundError(
          `There is no service '${name}' in the folder of this portal`,
        );
      }
      const refused = new ConflictError(
        `'${name}' already has a file '${file}'. It is not overwritten`,
      );
      const source = resolveSafeChildPath(ctx.workspacePath, sourcePath);
      const target = path.join(service, file);
      if (ctx.isDryRun) {
        if (await exists(target)) {
          throw refused;
        }
        return;
      }
      await ctx.checkpoint({
        key: `publish.local.file.${name}.${file}`,
        fn: async () => {
          try {
            await copyFile(source, target, constants.COPYFILE_EXCL);
          } catch (error) {
            throw isError(error) && error.code === 'EEXIST' ? refused : error;
          }
          try {
            await commitFile(service, file, message);
          } catch (error) {
            // Without its commit it would only be in the way of the next run.
            await rm(target, { force: true });
            throw error;
          }
          return target;
        },
      });
      ctx.logger.info(`Added ${file} to ${name}`);
    },
  });
}
