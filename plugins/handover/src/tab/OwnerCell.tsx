import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { type HandoverCellProps, useHandoverTranslation } from '../components';

/** Who owns the entity, as the catalog says. */
export function OwnerCell({ entity }: HandoverCellProps) {
  const { t } = useHandoverTranslation();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  return owners.length > 0 ? (
    <EntityRefLinks entityRefs={owners} />
  ) : (
    <>{t('tab.glance.noOwner')}</>
  );
}
