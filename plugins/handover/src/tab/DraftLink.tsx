import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { Button, useHandoverTranslation } from '../components';

const useStyles = makeStyles(
  theme => ({ button: { margin: theme.spacing(1, 0) } }),
  { name: 'HandoverDraftLink' },
);

export type DraftLinkProps = {
  entity: Entity;
  /** Says what happens next, and what to do otherwise. */
  explained?: boolean;
};

/** Leads to the template that drafts a handover, if the portal has one, with the entity filled in. */
export function DraftLink({ entity, explained = false }: DraftLinkProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const path = useApi(configApiRef).getOptionalString(
    'handover.documents.draftTemplate',
  );
  // Elsewhere nobody would know what to do with the entity.
  if (!path?.startsWith('/') || path.startsWith('//')) {
    return null;
  }
  const formData = JSON.stringify({ entityRef: stringifyEntityRef(entity) });
  return (
    <>
      {/* Leads to another page: a link, though Material UI calls it a button. */}
      <Button
        className={classes.button}
        variant="contained"
        color="primary"
        component={Link}
        to={`${path}?formData=${encodeURIComponent(formData)}`}
        role={undefined}
      >
        {t('tab.empty.draft')}
      </Button>
      {explained && <p>{t('tab.empty.stepDraft')}</p>}
    </>
  );
}
