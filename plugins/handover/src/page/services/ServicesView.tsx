import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import {
  Button,
  Freshness,
  Unread,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { CatalogNotice } from '../../tab/StatusNotices';
import { CsvDownload } from '../csv/CsvDownload';
import { formatCount } from '../formats';
import { countFilters, type FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { PAGE_SIZE, useServices } from '../useFleet';
import { ColumnMenu } from './ColumnMenu';
import { useScorecardList } from '../scorecards/useScorecardCounts';
import { chooseColumns, columnsWith } from './columns';
import { Paging } from './Paging';
import { ServiceTable } from './ServiceTable';
import { SortSelect } from './SortSelect';

const useStyles = makeStyles(
  theme => ({
    root: { padding: theme.spacing(1.5, 2) },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: 40,
    },
    total: { marginRight: 'auto' },
    totalTitle: { margin: 0, fontSize: '1rem', fontWeight: 600 },
    // The result of the query before, until the next is there.
    previous: { opacity: 0.6 },
    nothing: { padding: theme.spacing(3, 0), maxWidth: '75ch' },
    nothingTitle: { margin: 0, fontSize: '1.1875rem' },
  }),
  { name: 'HandoverServicesView' },
);

export type ServicesViewProps = {
  state: FleetState;
  actions: FleetStateActions;
};

/** The services that match the filters, a page at a time. */
export function ServicesView({ state, actions }: ServicesViewProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useServices(state);
  const scorecards = useScorecardList();
  if (reading.status === 'failed') {
    return (
      <Paper className={classes.root}>
        <Unread
          reading={reading}
          message={t('page.services.failed', {
            message: reading.error.message,
          })}
        />
        {state.cursor && (
          <Button size="small" onClick={actions.goToFirst}>
            {t('page.services.first')}
          </Button>
        )}
      </Paper>
    );
  }
  if (reading.status === 'loading') {
    return (
      <Skeleton
        variant="rect"
        height={480}
        animation={false}
        role="status"
        aria-label={t('page.services.loading')}
      />
    );
  }

  const { data, freshness, isPrevious } = reading;
  const all = columnsWith(
    scorecards.status === 'ready' ? scorecards.data.items : [],
  );
  const columns = chooseColumns(all, state.columns);
  const { sort, order } = state;
  return (
    <>
      <CatalogNotice state={data} />
      <Paper
        className={`${classes.root} ${isPrevious ? classes.previous : ''}`}
        aria-busy={isPrevious}
      >
        <div className={classes.bar}>
          <Total
            total={data.totalItems}
            shown={data.items.length}
            pageNumber={actions.pageNumber}
          />
          <Freshness quiet freshness={freshness} />
          {data.totalItems > 0 && (
            <>
              <SortSelect
                columns={columns}
                sorting={{ sort, order }}
                onSort={actions.update}
              />
              <ColumnMenu
                all={all}
                columns={columns}
                onChange={next => actions.update({ columns: next })}
              />
              <CsvDownload
                query={{ ...state.filters, sort, order, include: 'levels' }}
                columns={columns}
                total={data.totalItems}
              />
            </>
          )}
        </div>
        {data.totalItems === 0 ? (
          <Nothing
            isFiltered={countFilters(state.filters) > 0}
            onClear={() => actions.update({ filters: {} })}
          />
        ) : (
          <ServiceTable
            items={data.items}
            columns={columns}
            sorting={{ sort, order }}
            onSort={actions.update}
          />
        )}
        <Paging
          isFirst={!state.cursor}
          nextCursor={data.nextCursor}
          actions={actions}
        />
      </Paper>
    </>
  );
}

/** How many services there are, and which of them are on this page. */
function Total({
  total,
  shown,
  pageNumber,
}: {
  total: number;
  shown: number;
  pageNumber: number | undefined;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const count = (number: number) => formatCount(number, language);
  const before = pageNumber && (pageNumber - 1) * PAGE_SIZE;
  const isOnePage = shown === total || before === undefined;
  return (
    <div role="status" className={classes.total}>
      <h2 className={classes.totalTitle}>
        {isOnePage
          ? t('page.services.total', { count: total })
          : t('page.services.range', {
              from: count(before + 1),
              to: count(before + shown),
              total: count(total),
            })}
      </h2>
    </div>
  );
}

function Nothing({
  isFiltered,
  onClear,
}: {
  isFiltered: boolean;
  onClear: () => void;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const kind = isFiltered ? 'nothing' : 'empty';
  return (
    <div className={classes.nothing}>
      <h3 className={classes.nothingTitle}>{t(`page.${kind}.title`)}</h3>
      <p>{t(`page.${kind}.explanation`)}</p>
      {isFiltered && (
        <Button variant="outlined" size="small" onClick={onClear}>
          {t('page.filters.clear')}
        </Button>
      )}
    </div>
  );
}
