import type { SectionState } from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import PartialIcon from '@material-ui/icons/Timelapse';
import MissingIcon from '@material-ui/icons/RadioButtonUnchecked';
import NotApplicableIcon from '@material-ui/icons/RemoveCircleOutline';
import { useHandoverTranslation } from './useHandoverTranslation';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      fontSize: '0.8125rem',
      lineHeight: 1.4,
      whiteSpace: 'nowrap',
      color: theme.palette.text.primary,
    },
    icon: { fontSize: '1.125rem' },
    covered: {},
    partial: { color: theme.palette.warning.main },
    missing: { color: theme.palette.text.secondary },
  }),
  { name: 'HandoverCoverageMark' },
);

export type CoverageMarkProps = {
  state: SectionState;
  /** The section is covered because it does not apply. */
  notApplicable?: boolean;
  /** Shows the icon alone; the word stays for screen readers. */
  compact?: boolean;
};

/**
 * How much of a section is there: an icon of its own shape and a word, never
 * colour alone. Only exceptions are seen; that a section is covered is said to
 * screen readers.
 */
export function CoverageMark({
  state,
  notApplicable,
  compact,
}: CoverageMarkProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const icons = {
    covered: NotApplicableIcon,
    partial: PartialIcon,
    missing: MissingIcon,
  };
  const Icon = notApplicable ? NotApplicableIcon : icons[state];
  const isException = state !== 'covered' || notApplicable;
  const color = notApplicable ? classes.missing : classes[state];
  const label = notApplicable
    ? t('common.notApplicable')
    : t(`common.${state}`);
  return (
    <span className={classes.root}>
      <Icon
        className={`${classes.icon} ${color}`}
        visibility={isException ? undefined : 'hidden'}
        aria-hidden
      />
      {compact || !isException ? (
        <VisuallyHidden>{label}</VisuallyHidden>
      ) : (
        label
      )}
    </span>
  );
}
