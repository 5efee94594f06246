import { ConflictError, isError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ActionContext,
  createTemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { randomBytes } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assertNoLinks } from './assertNoLinks';
import { commitAll } from './git';
import { exists, serviceFolder } from './serviceFolder';

/** How long a folder that was never finished is left alone, in milliseconds. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** How long to wait until the catalog shows what was published. */
const CATALOG_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 500;

/** Begins the names of folders that are being made; never a service's name. */
const UNFINISHED = '.unfinished-';

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
        fn: async () => {
          await assertFree(target, name);
          await assertNoLinks(ctx.workspacePath);
          await mkdir(folder, { recursive: true });
          await removeAbandoned(folder);
          const unfinished = path.join(
            folder,
            `${UNFINISHED}${name}-${randomBytes(4).toString('hex')}`,
          );
          try {
            await cp(ctx.workspacePath, unfinished, { recursive: true });
            await commitAll(unfinished, message);
            ctx.signal?.throwIfAborted();
            await moveInto(unfinished, target, name);
          } finally {
            await rm(unfinished, { recursive: true, force: true });
          }
          return target;
        },
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

async function assertFree(target: string, name: string): Promise<void> {
  if (await exists(target)) {
    throw taken(name);
  }
}

function taken(name: string, cause?: unknown): ConflictError {
  return new ConflictError(
    `There is already a service '${name}' in the folder. Choose another name`,
    cause,
  );
}

/** @throws ConflictError if somebody else was there first. */
async function moveInto(from: string, to: string, name: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // What the systems say differs; that something is there decides.
    throw (await exists(to)) ? taken(name, error) : error;
  }
}

/** Removes what a process that was killed left behind. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(UNFINISHED)) {
      const abandoned = path.join(folder, name);
      const { mtimeMs } = await stat(abandoned);
      if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) {
        await rm(abandoned, { recursive: true, force: true });
      }
    }
  }
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
