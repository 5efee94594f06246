import { InputError, NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { repositoryOf } from '../repository/repositoryOf';
import { examples } from './findRepository.examples';

/**
 * `handover:find-repository`: finds the host of a service's repository, which
 * nobody should have to know.
 */
export function createHandoverFindRepositoryAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  integrations: Pick<ScmIntegrations, 'byUrl'>;
}) {
  const { catalog, integrations } = options;
  return createTemplateAction({
    id: 'handover:find-repository',
    description:
      "Finds where the repository of a catalog entity is, from its annotation `backstage.io/source-location` and the portal's integrations. Fails with what to change if it is on none of the hosts that the template can publish to.",
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .min(1)
            .describe(
              'The entity with its kind, for example `component:default/orders`.',
            ),
        hosts: z =>
          z
            .array(z.enum(['github', 'gitlab', 'local']))
            .min(1)
            .describe(
              'The hosts that the template can publish to. `local` is a folder of the portal.',
            ),
      },
      output: {
        host: z =>
          z.enum(['github', 'gitlab', 'local']).describe('Where it is.'),
        repoUrl: z =>
          z
            .string()
            .optional()
            .describe(
              'The repository as `publish:github:pull-request` takes it. Absent for `local`.',
            ),
        sourceUrl: z =>
          z
            .string()
            .optional()
            .describe('The URL of its files. Absent for `local`.'),
        path: z =>
          z
            .string()
            .optional()
            .describe(
              'The folder of the entity in the repository, as pull requests and merge requests take it in `targetPath`. Absent for `local` and for the root.',
            ),
      },
    },
    async handler(ctx) {
      const { entityRef, hosts } = ctx.input;
      const entity = await catalog.getEntityByRef(entityRef, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(
          `No entity found for '${entityRef}'. Choose a service of the catalog`,
        );
      }
      const found = repositoryOf(entity, integrations);
      if (!hosts.includes(found.host)) {
        throw new InputError(
          `The repository of '${entityRef}' is on '${
            found.host
          }', and this template can publish to ${hosts.join(
            ' or ',
          )} only. Write the handover yourself: the tab has a file to copy`,
        );
      }
      ctx.logger.info(
        `The repository is ${found.sourceUrl ?? 'in this portal'}`,
      );
      ctx.output('host', found.host);
      ctx.output('repoUrl', found.repoUrl);
      ctx.output('sourceUrl', found.sourceUrl);
      ctx.output('path', found.path);
    },
  });
}
