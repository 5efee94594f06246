import { isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ActionContext,
  createTemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertNoLinks } from './assertNoLinks';
import { assertFree, createRepository } from './createRepository';
import { serviceFolder } from './serviceFolder';

/** How long to wait until the catalog shows what was published. */
const CATALOG_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 500;

/**
 * `publish:local`: makes the workspace a git repository in a folder of this
 * machine. A service appears whole or not at all: it is made beside its place
 * and moved there in one step.
 *
 * @param options.folder - where the repositories are, absolute
 */
export function createPublishLocalAction(options: {
  folder: string;
  catalog: CatalogService;
}) {
  const { folder, catalog } = options;

  return createTemplateAction({
    id: 'publish:local',
    description:
      'Publishes the workspace as a Git repository in the folder of this portal that the catalog watches, and waits until the catalog shows it. Use it to try templates without a GitHub or GitLab account. Fails without changes if the name is taken.',
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe(
              'Name of the service and of its folder: lower case letters, digits and hyphens, at most 63.',
            ),
        message: z =>
          z
            .string()
            .optional()
            .describe(
              'Message of the first commit. Default: `Create the service`.',
            ),
      },
      output: {
        path: z => z.string().describe('Where the repository is.'),
      },
    },
    async handler(ctx) {
      const { name, message = 'Create the service' } = ctx.input;
      const target = serviceFolder(folder, name);
      ctx.output('path', target);
      if (ctx.isDryRun) {
        await assertFree(target, name);
        await assertNoLinks(ctx.workspacePath);
        ctx.logger.info(`Would publish to ${target}`);
        return;
      }

      // A task that goes on after an interruption must not find its own service
      // in the way.
      await ctx.checkpoint({
        key: `publish.local.${name}`,
        fn: () =>
          createRepository({
            folder,
            name,
            from: ctx.workspacePath,
            message,
            signal: ctx.signal,
          }),
      });
      ctx.logger.info(`Published to ${target}`);
      try {
        await waitForCatalog(ctx, catalog, `component:default/${name}`);
      } catch (error) {
        // Only a cancelled task gets here: what it made goes with it.
        await rm(target, { recursive: true, force: true });
        throw error;
      }
    },
  });
}

/** The link to the entity is offered when the task is done: it must lead somewhere. */
async function waitForCatalog(
  ctx: Pick<
    ActionContext<object>,
    'getInitiatorCredentials' | 'logger' | 'signal'
  >,
  catalog: CatalogService,
  entityRef: string,
): Promise<void> {
  const until = Date.now() + CATALOG_WITHIN_MS;
  let problem = 'it has not read it yet';
  while (Date.now() < until) {
    try {
      const credentials = await ctx.getInitiatorCredentials();
      if (await catalog.getEntityByRef(entityRef, { credentials })) {
        ctx.logger.info(`The catalog shows ${entityRef}`);
        return;
      }
    } catch (error) {
      problem = isError(error) ? error.message : String(error);
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal: ctx.signal });
  }
  // It is published: the catalog is late, and the task has done its part.
  ctx.logger.warn(`The catalog does not show ${entityRef}: ${problem}`);
}
