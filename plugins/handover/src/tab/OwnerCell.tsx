import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { type HandoverCellProps, useHandoverTranslation } from '../components';
import { OwnerContacts } from './OwnerContacts';

const useStyles = makeStyles(
  {
    // Contacts arrive late, and nothing may move then.
    line: { minHeight: '1.5em' },
  },
  { name: 'HandoverOwnerCell' },
);

/** Who owns the entity, as the catalog says, how to reach them, and how much depends on it. */
export function OwnerCell({ entity, state }: HandoverCellProps) {
  const classes = useStyles();
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
      <div className={classes.line}>
        {tier !== undefined && (
          <>{t('tab.glance.tier', { tier: String(tier) })} </>
        )}
        <OwnerContacts owners={owners.map(each => stringifyEntityRef(each))} />
      </div>
    </>
  );
}
