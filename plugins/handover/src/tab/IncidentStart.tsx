import { makeStyles } from '@material-ui/core/styles';
import type { HandoverCell, HandoverPanelProps } from '../components';
import { GlanceStrip } from './GlanceStrip';
import { Panels, type PanelsByPlace, type Registered } from './registry';

const useStyles = makeStyles(
  theme => ({
    // Beside each other, the fix, the rollback and whom to call fit the first screen.
    root: {
      [theme.breakpoints.up('lg')]: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) 408px',
        columnGap: theme.spacing(2),
        alignItems: 'start',
      },
      '@media print': { display: 'block' },
    },
    column: { minWidth: 0 },
  }),
  { name: 'HandoverIncidentStart' },
);

/** Panels up to this order, which is the default, show what is failing. */
const LAST_OF_FAILING = 100;

/**
 * How an incident begins: what is wrong, the fix, the rollback and whom to call,
 * in this order, then everything else that is shown before the sections.
 */
export function IncidentStart({
  cells,
  panels,
  props,
}: {
  cells: readonly Registered<HandoverCell>[];
  panels: PanelsByPlace;
  /** What each panel and cell gets. */
  props: HandoverPanelProps;
}) {
  const classes = useStyles();
  const start = panels.get('start') ?? [];
  const isFailing = ({ order = LAST_OF_FAILING }: (typeof start)[number]) =>
    order <= LAST_OF_FAILING;
  const places: PanelsByPlace = new Map([
    ['failing', start.filter(isFailing)],
    ['then', start.filter(panel => !isFailing(panel))],
  ]);
  return (
    <>
      <div className={classes.root}>
        <div className={classes.column}>
          <GlanceStrip cells={cells} props={props} part="wrong" />
          <Panels panels={places} place="failing" props={props} />
        </div>
        <div className={classes.column}>
          <GlanceStrip cells={cells} props={props} part="help" />
        </div>
      </div>
      <Panels panels={places} place="then" props={props} />
    </>
  );
}
