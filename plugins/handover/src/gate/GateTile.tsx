import type { Verdict } from '@backstage-handover/plugin-handover-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import CollapseIcon from '@material-ui/icons/ExpandLess';
import { VisuallyHidden } from '../components';
import { VerdictIcon } from './VerdictIcon';

/** Room for two lines, which is what most verdicts take. */
export const TILE_HEIGHT = 60;
/** On a phone two tiles share a row, and most verdicts take a line more. */
export const NARROW_TILE_HEIGHT = 78;

const useStyles = makeStyles(
  theme => ({
    tile: {
      display: 'flex',
      alignItems: 'flex-start',
      justifyContent: 'flex-start',
      gap: theme.spacing(1),
      width: '100%',
      height: '100%',
      minHeight: TILE_HEIGHT,
      padding: theme.spacing(1),
      textAlign: 'left',
      fontSize: '0.875rem',
      lineHeight: 1.4,
      border: `1px solid ${theme.palette.divider}`,
      borderLeftWidth: 4,
      borderRadius: theme.shape.borderRadius,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.background.paper,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.link}`,
        outlineOffset: 1,
      },
      // The verdict takes the whole width below the name.
      [theme.breakpoints.down('xs')]: {
        display: 'grid',
        gridTemplateColumns: 'auto minmax(0, 1fr) auto',
        alignContent: 'start',
        gap: theme.spacing(0, 0.5),
        minHeight: NARROW_TILE_HEIGHT,
      },
    },
    open: { borderLeftColor: theme.palette.success.main },
    closed: { borderLeftColor: theme.palette.error.main },
    unknown: { borderLeftColor: theme.palette.warning.main },
    words: {
      flex: 1,
      minWidth: 0,
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: { display: 'contents' },
    },
    environment: { minWidth: 0, fontWeight: 700 },
    // The name has a line to itself there, and no room to spare.
    colon: { [theme.breakpoints.down('xs')]: { display: 'none' } },
    verdict: {
      [theme.breakpoints.down('xs')]: { gridRow: 2, gridColumn: '1 / -1' },
    },
    reason: { display: 'block' },
    expand: {
      flex: 'none',
      // The icon has air of its own, which the name needs more.
      [theme.breakpoints.down('xs')]: { margin: '0 -6px 0 -4px' },
      '@media print': { display: 'none' },
    },
  }),
  { name: 'HandoverGateTile' },
);

export type GateTileProps = {
  environment: string;
  verdict: Verdict;
  /** What the verdict is, and until when. */
  title: string;
  /** A second line. */
  detail?: string;
  /** Id of the element that shows the reasons while it is expanded. */
  panelId: string;
  expanded: boolean;
  onToggle: () => void;
};

/** The verdict of one environment, as a button that shows the reasons. */
export function GateTile(props: GateTileProps) {
  const { environment, verdict, title, detail } = props;
  const { panelId, expanded, onToggle } = props;
  const classes = useStyles();
  const Chevron = expanded ? CollapseIcon : ExpandIcon;
  return (
    <ButtonBase
      className={`${classes.tile} ${classes[verdict]}`}
      aria-expanded={expanded}
      aria-controls={expanded ? panelId : undefined}
      disableRipple
      onClick={onToggle}
    >
      <VerdictIcon verdict={verdict} />
      <span className={classes.words}>
        <span className={classes.environment}>
          {environment}
          <span className={classes.colon}>:</span>
        </span>{' '}
        <span className={classes.verdict}>
          {title}
          {detail && (
            <>
              <VisuallyHidden>, </VisuallyHidden>
              <span className={classes.reason}>{detail}</span>
            </>
          )}
        </span>
      </span>
      <Chevron className={classes.expand} fontSize="small" aria-hidden />
    </ButtonBase>
  );
}
