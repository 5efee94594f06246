import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Fragment } from 'react';
import {
  CellTitle,
  type HandoverCell,
  type HandoverCellProps,
  useHandoverTranslation,
} from '../components';
import { applicable, type Registered, Shown } from './registry';

const useStyles = makeStyles(
  theme => ({
    root: {
      marginBottom: theme.spacing(2),
      padding: theme.spacing(1.5, 2),
      [theme.breakpoints.down('xs')]: { padding: theme.spacing(1.25, 1.5) },
      '@media print': { boxShadow: 'none', border: '1px solid #bbb' },
    },
    row: {
      marginBottom: theme.spacing(0.75),
      paddingBottom: theme.spacing(0.75),
      borderBottom: `1px solid ${theme.palette.divider}`,
      '&:empty': { display: 'none' },
      '&:last-child': { marginBottom: 0, paddingBottom: 0, borderBottom: 0 },
    },
    // Whether anything is wrong is known only when the rows have read it.
    wrong: { '&:not(:has($row:not(:empty)))': { display: 'none' } },
    grid: {
      // Some cells have nothing to say; the others share their room.
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1.5, 2),
      [theme.breakpoints.down('md')]: {
        display: 'grid',
        gridTemplateColumns: '1fr 1fr 1fr',
      },
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr 1fr' },
      [theme.breakpoints.down('xs')]: {
        gap: theme.spacing(1.25, 2),
        // Whoever is on call, and until when, stand on the right.
        gridTemplateColumns: '2fr 3fr',
      },
    },
    // Room for the cells that come late and make the others narrower.
    full: { [theme.breakpoints.up('lg')]: { minHeight: 152 } },
    cell: {
      flex: '1 1 0',
      minWidth: 96,
      '&:empty': { display: 'none' },
      // It has most to say.
      '&:last-child': {
        flexGrow: 2.6,
        [theme.breakpoints.up('lg')]: { minWidth: 150 },
      },
      [theme.breakpoints.down('md')]: { minWidth: 0 },
      lineHeight: 1.5,
      fontSize: '0.875rem',
      overflowWrap: 'anywhere',
    },
    wide: {
      flexGrow: 2,
      [theme.breakpoints.up('lg')]: { minWidth: 276 },
      [theme.breakpoints.down('sm')]: { gridColumn: '1 / -1' },
      '&:empty': { display: 'none' },
    },
    // In an incident there are fewer cells, and on the first screen every line counts.
    inIncident: {
      '& $full': { minHeight: 0 },
      [theme.breakpoints.down('xs')]: {
        '& $row': {
          marginBottom: theme.spacing(0.5),
          paddingBottom: theme.spacing(0.5),
        },
        '& $grid': { rowGap: theme.spacing(0.5) },
      },
      // It stands in a column beside what fails.
      [theme.breakpoints.up('lg')]: {
        '& $grid': {
          display: 'grid',
          gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
          rowGap: theme.spacing(1),
        },
        '& $cell, & $wide': { minWidth: 0 },
        '& $wide': { gridColumn: '1 / -1' },
      },
      '& $cell:last-child': {
        [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1' },
        [theme.breakpoints.up('lg')]: { minWidth: 0 },
      },
    },
  }),
  { name: 'HandoverGlanceStrip' },
);

type Cell = Registered<HandoverCell>;

/** Cells of other plugins come after the built-in ones. */
const DEFAULT_ORDER = 1000;

/** Without a handover, there are so many cells at most, which need little room. */
const FEW_CELLS = 5;

/** Rows before the first one of the gate say what is wrong. */
const LAST_OF_WRONG = 99;

export type GlanceStripProps = {
  /**
   * In an incident, the fix stands between what is wrong (`wrong`) and the
   * rollback with whom to call (`help`).
   */
  part?: 'wrong' | 'help';
  cells: readonly Cell[];
  /** What each cell gets. */
  props: HandoverCellProps;
};

/** What a person who is woken up needs in the first ten seconds, and what not to touch. */
export function GlanceStrip({ part, cells, props }: GlanceStripProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });
  const shown = applicable(cells, props, DEFAULT_ORDER).filter(
    cell => !part || (part === 'wrong') === saysWhatIsWrong(cell),
  );
  const contentOf = (cell: Cell) => (
    <Shown kind="cell" registered={cell} props={props} />
  );
  const rows = shown.filter(({ layout }) => layout === 'row');
  const alerts = shown.filter(({ layout }) => layout === 'alert');
  const inGrid = shown.filter(
    cell => !rows.includes(cell) && (narrow || !alerts.includes(cell)),
  );
  const rowList = rows.map((cell, index) => (
    <div key={keyOf(cell, index)} className={classes.row}>
      {cell.title && <CellTitle>{cell.title}</CellTitle>}
      {contentOf(cell)}
    </div>
  ));
  const className = props.incident
    ? `${classes.root} ${classes.inIncident}`
    : classes.root;
  if (part === 'wrong') {
    return <Paper className={`${className} ${classes.wrong}`}>{rowList}</Paper>;
  }
  return (
    <>
      <Paper
        component="section"
        className={className}
        aria-label={t('tab.glance.title')}
      >
        {rowList}
        <div
          className={
            inGrid.length > FEW_CELLS
              ? `${classes.grid} ${classes.full}`
              : classes.grid
          }
        >
          {inGrid.map((cell, index) =>
            cell.layout === 'alert' ? (
              <div key={keyOf(cell, index)} className={classes.wide}>
                {contentOf(cell)}
              </div>
            ) : (
              // The space keeps the texts of two cells apart when they are copied.
              <Fragment key={keyOf(cell, index)}>
                <div
                  className={
                    cell.layout === 'wide'
                      ? `${classes.cell} ${classes.wide}`
                      : classes.cell
                  }
                >
                  {cell.title && <CellTitle>{cell.title}</CellTitle>}
                  {contentOf(cell)}
                </div>{' '}
              </Fragment>
            ),
          )}
        </div>
      </Paper>
      {!narrow &&
        alerts.map((cell, index) => (
          <Fragment key={keyOf(cell, index)}>{contentOf(cell)}</Fragment>
        ))}
    </>
  );
}

function saysWhatIsWrong({ layout, order = DEFAULT_ORDER }: Cell): boolean {
  return layout === 'row' && order <= LAST_OF_WRONG;
}

/** The second of two with the same id is there, too, with the reason. */
function keyOf({ id, fault }: Cell, index: number): string {
  return fault ? `${id}/${index}` : id;
}
