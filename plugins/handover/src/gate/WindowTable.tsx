import type { HandoverWindow } from '@backstage-handover/plugin-handover-common/gate';
import { makeStyles } from '@material-ui/core/styles';
import { Markdown, useHandoverTranslation } from '../components';
import { TABLE_ROLES } from '../components/tableRoles';
import { EffectMark } from './EffectMark';
import { describeSchedule } from './scheduleWords';
import { useDateFormat } from './useDateFormat';

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      lineHeight: 1.45,
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'top',
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
        fontWeight: 400,
      },
      '& thead th': {
        color: theme.palette.text.secondary,
        fontSize: '0.8125rem',
        whiteSpace: 'nowrap',
      },
      '& tr': { breakInside: 'avoid' },
      // On a phone each row becomes a block; the roles keep it a table.
      [theme.breakpoints.down('sm')]: {
        '& thead': { display: 'none' },
        '&, & tbody, & tr, & th, & td': { display: 'block' },
        '& th, & td': { border: 0, padding: theme.spacing(0.25, 0) },
        '& tr': {
          padding: theme.spacing(1, 0),
          borderBottom: `1px solid ${theme.palette.divider}`,
        },
      },
    },
    title: { fontWeight: 600 },
    small: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
    label: {
      display: 'none',
      [theme.breakpoints.down('sm')]: {
        display: 'inline',
        color: theme.palette.text.secondary,
      },
    },
  }),
  { name: 'HandoverWindowTable' },
);

function WindowRow({ window: item }: { window: HandoverWindow }) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { locale } = useDateFormat();
  const environments =
    item.environments?.join(', ') ?? t('gate.windows.allEnvironments');
  const changes =
    item.changes
      ?.map(change => t(`gate.windows.change_${change}`))
      .join(', ') ?? t('gate.windows.allChanges');
  return (
    <tr {...TABLE_ROLES.row}>
      <td {...TABLE_ROLES.cell}>
        <EffectMark effect={item.effect} />
      </td>
      <th {...TABLE_ROLES.rowHeader} scope="row">
        <div className={classes.title}>{item.title}</div>
        {item.reason && <Markdown content={item.reason} />}
      </th>
      <td {...TABLE_ROLES.cell}>
        {describeSchedule(item.schedule, { t, locale })}
        {item.inFlight && (
          <div className={classes.small}>
            {t(`gate.windows.inFlight_${item.inFlight}`)}
          </div>
        )}
      </td>
      <td {...TABLE_ROLES.cell}>
        <span className={classes.label} aria-hidden>
          {t('gate.windows.columnWhere')}:{' '}
        </span>
        {environments}
      </td>
      <td {...TABLE_ROLES.cell}>
        <span className={classes.label} aria-hidden>
          {t('gate.windows.columnWhat')}:{' '}
        </span>
        {changes}
      </td>
    </tr>
  );
}

export type WindowTableProps = {
  windows: HandoverWindow[];
  /** Names the table, if it is one of several. */
  label?: string;
};

/** The windows of a calendar in words: there before the calendar view, and on paper. */
export function WindowTable({ windows, label }: WindowTableProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const columns = [
    t('gate.windows.columnEffect'),
    t('gate.windows.columnWindow'),
    t('gate.windows.columnWhen'),
    t('gate.windows.columnWhere'),
    t('gate.windows.columnWhat'),
  ];
  return (
    <table
      role="table"
      className={classes.table}
      aria-label={label ?? t('gate.windows.listTitle')}
    >
      <thead {...TABLE_ROLES.rowGroup}>
        <tr {...TABLE_ROLES.row}>
          {columns.map(column => (
            <th key={column} role="columnheader" scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...TABLE_ROLES.rowGroup}>
        {windows.map(item => (
          <WindowRow key={item.id} window={item} />
        ))}
      </tbody>
    </table>
  );
}
