import { makeStyles } from '@material-ui/core/styles';
import {
  Contact,
  formatDuration,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import type { SectionContent } from './sections';

const useStyles = makeStyles(
  theme => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.75, 1.5),
      margin: 0,
      lineHeight: 1.5,
      // All three side by side on a phone.
      [theme.breakpoints.down('xs')]: {
        flexWrap: 'nowrap',
        columnGap: theme.spacing(1),
      },
    },
    label: { fontSize: '0.8125rem', color: theme.palette.text.secondary },
    value: {
      margin: 0,
      fontWeight: 600,
      '& p': { margin: 0 },
      [theme.breakpoints.down('xs')]: { fontSize: '0.8125rem' },
    },
  }),
  { name: 'HandoverRollbackSummary' },
);

/** What must be known before a rollback begins: how long to decide, who decides, how long it takes. */
export function RollbackSummary({
  rollback,
}: {
  rollback?: SectionContent<'rollback'>;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const unknown = t('document.rollback.unknown');
  const { decideWithin, expectedDuration, approvers } = rollback ?? {};
  return (
    <dl className={classes.list}>
      <div>
        <dt className={classes.label}>{t('document.fields.decideWithin')}</dt>
        <dd className={classes.value}>
          {decideWithin ? formatDuration(decideWithin, language) : unknown}
        </dd>
      </div>
      <div>
        <dt className={classes.label}>{t('document.fields.approvers')}</dt>
        <dd className={classes.value}>
          {approvers
            ? approvers.map((approver, index) => (
                <Contact key={index} text={approver} />
              ))
            : unknown}
        </dd>
      </div>
      <div>
        <dt className={classes.label}>
          {t('document.fields.expectedDuration')}
        </dt>
        <dd className={classes.value}>
          {expectedDuration
            ? formatDuration(expectedDuration, language)
            : unknown}
        </dd>
      </div>
    </dl>
  );
}
