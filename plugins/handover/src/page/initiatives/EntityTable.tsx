import type {
  InitiativeDetails,
  InitiativeEntity,
  InitiativeProgress,
} from '@backstage-handover/plugin-handover-common';
import { parseEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  LabelledSelect,
  ResponsiveTable,
  useHandoverTranslation,
} from '../../components';
import { ProgressIcon } from '../../scorecards/initiatives';
import { SCORECARDS_ID } from '../../scorecards/sectionId';
import { toOwners } from '../filters/toOwners';
import { Bar, Note, ViewContent, ViewPart } from '../frame';
import { EntityLink, Updated } from '../services/cells';
import { FirstPage, Paging } from '../services/Paging';
import { type FleetState, PROGRESS } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { PAGE_SIZE } from '../useFleet';
import { useInitiativeEntities } from './useInitiatives';

const useStyles = makeStyles(
  theme => ({
    progress: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
    },
  }),
  { name: 'HandoverInitiativeEntities' },
);

/** The services of an initiative, a page at a time. */
export function EntityTable(props: {
  initiative: InitiativeDetails;
  state: FleetState;
  actions: FleetStateActions;
}) {
  const { initiative, state, actions } = props;
  const { t } = useHandoverTranslation();
  const { progress, cursor, filters } = state;
  const reading = useInitiativeEntities(initiative.id, {
    ...toOwners(filters),
    progress: progress && [progress],
    cursor,
    limit: PAGE_SIZE,
  });
  return (
    <ViewPart title={t('initiatives.one.services')}>
      <Bar>
        <LabelledSelect
          label={t('initiatives.one.servicesShow')}
          value={progress ?? ''}
          options={[
            { value: '', label: t('initiatives.one.servicesAll') },
            ...PROGRESS.map(value => ({
              value,
              label: t(`initiatives.progress.${value}`),
            })),
          ]}
          onChange={value =>
            actions.update({ progress: PROGRESS.find(each => each === value) })
          }
        />
        {reading.status === 'ready' && (
          <span role="status">
            {t('initiatives.one.servicesTotal', {
              count: reading.data.totalItems,
            })}
          </span>
        )}
      </Bar>
      <ViewContent
        reading={reading}
        loading={t('initiatives.one.servicesLoading')}
        failed={message => t('initiatives.one.servicesFailed', { message })}
        action={<FirstPage {...props} />}
      >
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <Note>{t('initiatives.one.servicesNothing')}</Note>
            ) : (
              <Entities items={items} />
            )}
            <Paging
              isFirst={!cursor}
              nextCursor={nextCursor}
              actions={actions}
            />
          </>
        )}
      </ViewContent>
    </ViewPart>
  );
}

function Entities({ items }: { items: readonly InitiativeEntity[] }) {
  const { t } = useHandoverTranslation();
  const entityLink = useEntityRefLink();
  return (
    <ResponsiveTable
      caption={t('initiatives.one.services')}
      columns={[
        t('initiatives.one.service'),
        t('initiatives.owner'),
        t('initiatives.progressColumn'),
        t('initiatives.one.since'),
      ]}
      rows={items.map(({ entityRef, title, owner, progress, since }) => [
        <Link
          key="service"
          to={`${entityLink(entityRef)}/handover#${SCORECARDS_ID}`}
        >
          {title ?? parseEntityRef(entityRef).name}
        </Link>,
        owner && <EntityLink key="owner" entityRef={owner} />,
        <Progress key="progress" progress={progress} />,
        <Updated key="since" at={since} />,
      ])}
    />
  );
}

function Progress({ progress }: { progress: InitiativeProgress }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <span className={classes.progress}>
      <ProgressIcon progress={progress} />
      {t(`initiatives.progress.${progress}`)}
    </span>
  );
}
