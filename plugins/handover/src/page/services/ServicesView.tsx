import type { DocumentPage } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  Button,
  Freshness,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { CatalogNotice } from '../../tab/StatusNotices';
import { CsvDownload } from '../csv/CsvDownload';
import { formatCount } from '../formats';
import { Bar, NotReady, ViewContent, ViewFrame } from '../frame';
import { countFilters, type FleetState } from '../state/fleetState';
import type { FleetStateActions } from '../state/useFleetState';
import { PAGE_SIZE, useServices } from '../useFleet';
import { ColumnMenu } from './ColumnMenu';
import { useScorecardList } from '../scorecards/useScorecardCounts';
import { chooseColumns, columnsWith } from './columns';
import { FirstPage, Paging } from './Paging';
import { ServiceTable } from './ServiceTable';
import { SortSelect } from './SortSelect';

const useStyles = makeStyles(
  theme => ({
    total: { marginRight: 'auto' },
    totalTitle: { margin: 0, fontSize: '1rem', fontWeight: 600 },
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
  const { t } = useHandoverTranslation();
  const reading = useServices(state);
  const texts = {
    loading: t('page.services.loading'),
    failed: (message: string) => t('page.services.failed', { message }),
    height: 480,
  };
  if (reading.status === 'loading') {
    return <NotReady reading={reading} {...texts} />;
  }
  return (
    <>
      {reading.status === 'ready' && <CatalogNotice state={reading.data} />}
      <ViewFrame>
        <ViewContent
          reading={reading}
          {...texts}
          action={<FirstPage state={state} actions={actions} />}
        >
          {data => (
            <Services data={data} state={state} actions={actions}>
              {reading.status === 'ready' && (
                <Freshness quiet freshness={reading.freshness} />
              )}
            </Services>
          )}
        </ViewContent>
      </ViewFrame>
    </>
  );
}

function Services({
  data,
  state,
  actions,
  children,
}: ServicesViewProps & {
  data: DocumentPage;
  /** Stands beside the total. */
  children: ReactNode;
}) {
  const scorecards = useScorecardList();
  const all = columnsWith(
    scorecards.status === 'ready' ? scorecards.data.items : [],
  );
  const columns = chooseColumns(all, state.columns);
  const { sort, order } = state;
  return (
    <>
      <Bar>
        <Total
          total={data.totalItems}
          shown={data.items.length}
          pageNumber={actions.pageNumber}
        />
        {children}
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
      </Bar>
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
