import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { examples } from './assertNew.examples';

/**
 * `handover:assert-new`: fails before anything is created if the catalog
 * already has an entity with that name.
 */
export function createHandoverAssertNewAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}) {
  return createTemplateAction({
    id: 'handover:assert-new',
    description:
      'Fails if the catalog already has an entity with this name. Use it as the first step of a template that creates an entity: a second entity with the same name would never appear in the catalog.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .min(1)
            .describe(
              'The entity to create, for example `component:default/orders`.',
            ),
      },
    },
    async handler(ctx) {
      const entityRef = stringifyEntityRef(parseEntityRef(ctx.input.entityRef));
      // Asked as whoever runs the template: nobody learns here of an entity
      // that they may not see.
      const credentials = await ctx.getInitiatorCredentials();
      const entity = await options.catalog
        .getEntityByRef(entityRef, { credentials })
        .catch(error => {
          throw new ServiceUnavailableError(
            `The catalog did not respond, so it is not known whether '${entityRef}' exists. Nothing was created; run the template again later`,
            error,
          );
        });
      if (entity) {
        throw new ConflictError(
          `The catalog already has '${entityRef}'. Choose another name`,
        );
      }
      ctx.logger.info(`'${entityRef}' is available`);
    },
  });
}
