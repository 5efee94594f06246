import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatDate,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { InitiativeStateMark } from '../../scorecards/initiatives';
import { toOwners } from '../filters/toOwners';
import { ViewPart } from '../frame';
import { useInitiativePage } from '../initiatives/useInitiatives';
import type { FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';

/** More than a company runs at a time; the API gives no more. */
const MAX_INITIATIVES = 500;

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(0.5, 0, 2), padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      overflowWrap: 'anywhere',
      lineHeight: 1.75,
    },
  }),
  { name: 'HandoverTeamInitiatives' },
);

/** The initiatives that owners have not reached with all services. Nothing if there is none. */
export function TeamInitiatives({
  ownership,
  state,
  actions,
}: {
  ownership: string[];
  state: FleetState;
  actions: FleetStateActions;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { filters } = state;
  const reading = useInitiativePage({
    ...(filters.owner ? toOwners(filters) : { within: ownership }),
    state: ['active', 'overdue'],
    limit: MAX_INITIATIVES,
  });
  if (reading.status === 'loading') {
    return null;
  }
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('initiatives.team.failed', {
          message: reading.error.message,
        })}
      />
    );
  }
  const left = reading.data.items.flatMap(item => {
    const count = item.counts.open + item.counts.unknown;
    return count > 0 ? [{ ...item, count }] : [];
  });
  return left.length === 0 ? null : (
    <ViewPart title={t('initiatives.team.title')} isBusy={reading.isPrevious}>
      <ul className={classes.list}>
        {left.map(item => (
          <li key={item.id} className={classes.item}>
            <Link
              to={actions.hrefOf({ view: 'initiatives', initiative: item.id })}
            >
              {item.title}
            </Link>
            <span>
              {t('initiatives.team.left', {
                count: item.count,
                day: formatDate(item.endsOn, language),
              })}
            </span>
            {item.state === 'overdue' && (
              <InitiativeStateMark state={item.state} />
            )}
          </li>
        ))}
      </ul>
    </ViewPart>
  );
}
