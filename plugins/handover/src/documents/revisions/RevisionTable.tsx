import type { RevisionSummary } from '@backstage-handover/plugin-handover-common';
import { Link } from '@backstage/core-components';
import MuiRadio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import {
  Button,
  formatDate,
  framed,
  sourceLink,
  sourceName,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { TABLE_ROLES } from '../../components/tableRoles';

const Radio = framed(MuiRadio);

const useStyles = makeStyles(
  theme => ({
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      '& th, & td': {
        textAlign: 'left',
        verticalAlign: 'middle',
        padding: theme.spacing(0.75, 1.5, 0.75, 0),
        borderBottom: `1px solid ${theme.palette.divider}`,
        overflowWrap: 'anywhere',
        fontWeight: 400,
      },
      '& thead th': {
        color: theme.palette.text.secondary,
        fontSize: '0.8125rem',
      },
      [theme.breakpoints.down('sm')]: {
        // Number, choice and YAML stay side by side; the rest wraps below them.
        '& thead': { display: 'none' },
        '&, & tbody': { display: 'block' },
        '& tr': {
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          padding: theme.spacing(1, 0),
          borderBottom: `1px solid ${theme.palette.divider}`,
        },
        '& th, & td': { border: 0, padding: theme.spacing(0.25, 1, 0.25, 0) },
      },
    },
    choice: { padding: 2 },
    number: { fontWeight: 700 },
    wide: { [theme.breakpoints.down('sm')]: { flexBasis: '100%' } },
    label: {
      display: 'none',
      color: theme.palette.text.secondary,
      [theme.breakpoints.down('sm')]: { display: 'inline' },
    },
  }),
  { name: 'HandoverRevisionTable' },
);

/** Numbers of the two revisions to compare. */
export type Comparison = { from?: number; to?: number };

type RevisionRowProps = {
  revision: RevisionSummary;
  compared: Comparison;
  onCompare: (compared: Comparison) => void;
  onShowYaml: (number: number) => void;
};

function RevisionRow(props: RevisionRowProps) {
  const { revision, compared, onCompare, onShowYaml } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { number, location } = revision;
  const values = { number: String(number) };
  const href = sourceLink(location);
  const place = location ? sourceName(location) : undefined;
  const choice = (end: 'from' | 'to', label: string, short: string) => (
    <td {...TABLE_ROLES.cell}>
      <span className={classes.label} aria-hidden>
        {short}
      </span>
      <Radio
        className={classes.choice}
        color="primary"
        size="small"
        name={`handover-compare-${end}`}
        checked={compared[end] === number}
        inputProps={{ 'aria-label': label }}
        onChange={() => onCompare({ ...compared, [end]: number })}
      />
    </td>
  );
  return (
    <tr {...TABLE_ROLES.row}>
      {choice(
        'from',
        t('revisions.list.compareFrom', values),
        t('revisions.list.from'),
      )}
      {choice(
        'to',
        t('revisions.list.compareTo', values),
        t('revisions.list.to'),
      )}
      <th {...TABLE_ROLES.rowHeader} scope="row" className={classes.number}>
        {number}
      </th>
      <td {...TABLE_ROLES.cell}>{formatDate(revision.createdAt, language)}</td>
      <td {...TABLE_ROLES.cell}>{revision.author}</td>
      <td {...TABLE_ROLES.cell} className={classes.wide}>
        {revision.message}
      </td>
      <td {...TABLE_ROLES.cell}>
        {href ? (
          <Link to={href} aria-label={t('revisions.list.location', values)}>
            {place}
          </Link>
        ) : (
          place ?? t(`revisions.list.${revision.source}`)
        )}
      </td>
      <td {...TABLE_ROLES.cell}>
        <Button
          size="small"
          aria-label={t('revisions.list.showYaml', values)}
          onClick={() => onShowYaml(number)}
        >
          {t('revisions.list.yaml')}
        </Button>
      </td>
    </tr>
  );
}

export type RevisionTableProps = Omit<RevisionRowProps, 'revision'> & {
  revisions: RevisionSummary[];
};

/** The revisions, the newest first, with a choice of two to compare. */
export function RevisionTable({ revisions, ...rest }: RevisionTableProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const columns = [
    t('revisions.list.from'),
    t('revisions.list.to'),
    t('revisions.list.revision'),
    t('revisions.list.when'),
    t('revisions.list.author'),
    t('revisions.list.message'),
    t('revisions.list.source'),
    t('revisions.list.yaml'),
  ];
  return (
    <table
      role="table"
      className={classes.table}
      aria-label={t('revisions.list.title')}
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
        {revisions.map(revision => (
          <RevisionRow key={revision.number} revision={revision} {...rest} />
        ))}
      </tbody>
    </table>
  );
}
