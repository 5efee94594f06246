import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { examples } from './assertNew.examples';

/**
 * `handover:assert-new`: fails before anything is made when the catalog has an
 * entity of that name already.
 */
export function createHandoverAssertNewAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
}) {
  return createTemplateAction({
    id: 'handover:assert-new',
    description:
      'Fails when the catalog already has an entity of this name. The first step of a template that makes one: two services cannot share a name, and the second would never appear.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: z =>
          z
            .string()
            .min(1)
            .describe(
              'The entity that is to be made, as `component:default/orders`.',
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
            `The catalog did not say whether it has '${entityRef}'. Nothing was made; run the template again when it answers`,
            error,
          );
        });
      if (entity) {
        throw new ConflictError(
          `The catalog has '${entityRef}' already. Choose another name`,
        );
      }
      ctx.logger.info(`'${entityRef}' is free`);
    },
  });
}
