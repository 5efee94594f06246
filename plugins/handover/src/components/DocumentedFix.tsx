import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';
import { Markdown } from './Markdown';
import { useHandoverTranslation } from './useHandoverTranslation';

/** So many documented failures are shown. */
const SHOWN = 2;

const useStyles = makeStyles(
  theme => ({
    root: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `3px solid ${theme.palette.success.main}`,
    },
    label: {
      margin: 0,
      fontSize: '0.75rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    remark: { margin: 0, fontWeight: 600 },
    quiet: { margin: 0, color: theme.palette.text.secondary },
  }),
  { name: 'HandoverDocumentedFix' },
);

/** A documented failure that matches what is wrong now. */
type Match = {
  failure: { symptom?: string; cause?: string; fix?: string };
  index: number;
};

export type DocumentedFixProps = {
  /** The best first. */
  matches: readonly Match[];
  /** What to add to `failures.items` if there is none. */
  yaml: string;
  /** Fills in what a fix leaves open. */
  fill?: (markdown: string) => string;
  /** What to know before one runs the commands of a fix, if anything. */
  remark?: (markdown: string) => string | undefined;
};

/** The documented fix of what is wrong now, or how to document it. */
export function DocumentedFix({
  matches,
  yaml,
  fill = markdown => markdown,
  remark,
}: DocumentedFixProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.root}>
      {matches.length === 0 && (
        <p className={classes.quiet}>
          {t('common.fix.undocumented')}{' '}
          <CopyButton text={yaml} label={t('common.fix.document')} />
        </p>
      )}
      {matches.slice(0, SHOWN).map(({ failure, index }) => {
        const { fix, cause, symptom } = failure;
        const content = fill(fix ?? cause ?? symptom ?? '');
        const note = remark?.(content);
        return (
          <div key={index}>
            <p className={classes.label}>{t('common.fix.title')}</p>
            <Markdown content={content} />
            {note && <p className={classes.remark}>{note}</p>}
            <p className={classes.quiet}>
              {t('common.fix.failure', {
                symptom: symptom ?? t('common.fix.unnamed'),
              })}
            </p>
          </div>
        );
      })}
    </div>
  );
}
