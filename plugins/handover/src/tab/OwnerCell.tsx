import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { type HandoverCellProps, useHandoverTranslation } from '../components';

/** Who owns the entity, as the catalog says, and how much depends on it. */
export function OwnerCell({ entity, state }: HandoverCellProps) {
  const { t } = useHandoverTranslation();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const tier = state.document?.metadata?.tier;
  return (
    <>
      {owners.length > 0 ? (
        <EntityRefLinks entityRefs={owners} />
      ) : (
        t('tab.glance.noOwner')
      )}
      {tier !== undefined && (
        <div>{t('tab.glance.tier', { tier: String(tier) })}</div>
      )}
    </>
  );
}
