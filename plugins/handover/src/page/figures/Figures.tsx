import type { DocumentFilters } from '@backstage-handover/plugin-handover-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  framed,
  Unread,
  useHandoverTranslation,
  useLanguage,
  VisuallyHidden,
  formatPercent,
} from '../../components';
import { formatCount } from '../formats';
import { StatusMark } from '../StatusMark';
import { useSummary } from '../useFleet';
import { type FleetFigure, FIGURES } from './registry';

const Choice = framed(ButtonBase);

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
      gap: theme.spacing(1.5),
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
    figure: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      width: '100%',
      height: '100%',
      // As tall with a share as without one.
      minHeight: 92,
      padding: theme.spacing(1, 1.5),
      border: '2px solid transparent',
      borderRadius: theme.shape.borderRadius,
      textAlign: 'left',
      fontSize: '0.875rem',
      lineHeight: 1.4,
    },
    chosen: {
      borderColor: theme.palette.text.primary,
      backgroundColor: theme.palette.action.selected,
    },
    // As tall with an icon as without one.
    title: { display: 'flex', alignItems: 'center', minHeight: 26 },
    value: { fontSize: '1.5rem', fontWeight: 600, lineHeight: 1.3 },
    share: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  }),
  { name: 'HandoverFleetFigures' },
);

export type FiguresProps = {
  filters: DocumentFilters;
  onFilter: (change: DocumentFilters) => void;
};

/**
 * The figures of the services that match the filters. Those that choose a status
 * or the review leave these two filters out, so that they say what is to choose.
 */
export function Figures({ filters, onFilter }: FiguresProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { status: _, stale: _stale, ...others } = filters;
  const reading = useSummary(others);
  if (reading.status === 'failed') {
    return (
      <Unread
        reading={reading}
        message={t('page.figures.failed', { message: reading.error.message })}
      />
    );
  }
  const figures = reading.status === 'ready' ? reading.data.totals : undefined;
  return (
    <section aria-label={t('page.figures.title')} aria-busy={!figures}>
      {!figures && (
        <VisuallyHidden role="status">
          {t('page.figures.loading')}
        </VisuallyHidden>
      )}
      <ul className={classes.list}>
        {FIGURES.map(figure => (
          <Paper key={figure.id} component="li">
            <Figure
              figure={figure}
              value={figures && figure.value(figures)}
              all={figures?.services}
              filters={filters}
              onFilter={onFilter}
            />
          </Paper>
        ))}
      </ul>
    </section>
  );
}

function Figure({
  figure: { title, format, status, choose },
  value,
  all,
  filters,
  onFilter,
}: FiguresProps & {
  figure: FleetFigure;
  value: number | undefined;
  all: number | undefined;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const formatted =
    value !== undefined &&
    (format === 'ratio' ? formatPercent : formatCount)(value, language);
  const content = (
    <>
      <span className={classes.title}>
        {status ? <StatusMark status={status} /> : title(t)}
      </span>{' '}
      {/* A place for the number before it comes. */}
      <span className={classes.value}>{formatted || '–'}</span>{' '}
      {format === 'share' && value !== undefined && Boolean(all) && (
        <span className={classes.share}>
          {t('page.figures.share', {
            share: formatPercent(value / all!, language),
          })}
        </span>
      )}
    </>
  );
  if (!choose) {
    return <div className={classes.figure}>{content}</div>;
  }
  const isChosen = choose.isChosen(filters);
  return (
    <Choice
      className={`${classes.figure} ${isChosen ? classes.chosen : ''}`}
      aria-pressed={isChosen}
      onClick={() => onFilter(choose.toggle(filters))}
    >
      {content}
    </Choice>
  );
}
