import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import {
  type HandoverCellProps,
  SectionLink,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { SECTION_ORDER } from '../sections';

const useStyles = makeStyles(
  theme => ({
    bar: {
      height: 6,
      margin: theme.spacing(0.5, 0),
      borderRadius: 3,
      '@media print': { display: 'none' },
    },
    // What nobody has reviewed may not be true any more.
    stale: { filter: 'grayscale(1)', opacity: 0.6 },
    ratio: { fontWeight: 600 },
    summary: { cursor: 'pointer', color: theme.palette.link },
    list: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2),
      maxHeight: 260,
      overflowY: 'auto',
      fontSize: '0.8125rem',
      '@media print': { maxHeight: 'none' },
    },
    link: { color: theme.palette.link },
  }),
  { name: 'HandoverCoverageCell' },
);

/** Coverage, and the missing fields. */
export function CoverageCell({
  state: { coverage, stale },
}: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  // Rounded down, so that 100 % means that nothing is missing.
  const percent = Math.floor(coverage.ratio * 100);
  const missing = SECTION_ORDER.flatMap(key =>
    (coverage.sections[key]?.missing ?? []).map(field => ({ key, ...field })),
  );
  return (
    <>
      <div>
        <span className={classes.ratio}>
          {new Intl.NumberFormat(language, { style: 'percent' }).format(
            percent / 100,
          )}
        </span>
        {t('tab.glance.ofRequired', {
          covered: `${coverage.covered}`,
          required: `${coverage.required}`,
        })}
        {stale && `, ${t('tab.glance.reviewOverdue')}`}
      </div>
      <LinearProgress
        className={stale ? `${classes.bar} ${classes.stale}` : classes.bar}
        variant="determinate"
        value={percent}
        aria-label={t('tab.glance.coverage')}
      />
      {missing.length > 0 && (
        <details>
          <summary className={classes.summary}>
            {t('tab.glance.missing')}
          </summary>
          {/* It scrolls where it is long, so the keyboard must reach it. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <ul className={classes.list} tabIndex={0}>
            {missing.map(({ key, path, why }) => (
              <li key={path}>
                <SectionLink className={classes.link} to={key}>
                  {path}
                </SectionLink>
                {t('document.section.because')}
                {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
