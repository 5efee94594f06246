import type {
  GateDecision,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import CollapseIcon from '@material-ui/icons/ExpandLess';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import {
  Button,
  Freshness,
  useHandoverTranslation,
  VisuallyHidden,
} from '../components';
import { GateReasons } from './GateReasons';
import type { InstantFormat } from './time';
import { useDateFormat } from './useDateFormat';
import { useEnvironmentNames } from './useEnvironmentNames';
import { useGateDecisions } from './useGateDecisions';
import { useNow } from './useNow';
import { describeVerdict, isCurrent } from './verdict';
import { VerdictIcon } from './VerdictIcon';

/** Room for two lines, which is what most verdicts take. */
const TILE_HEIGHT = 60;
/** On a phone two tiles share a row, and most verdicts take a line more. */
const NARROW_TILE_HEIGHT = 78;

const useStyles = makeStyles(
  theme => ({
    none: { margin: 0, fontSize: '0.875rem' },
    tiles: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 13rem), 1fr))',
      gap: theme.spacing(1),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 9rem), 1fr))',
      },
    },
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
    placeholder: {
      height: TILE_HEIGHT,
      [theme.breakpoints.down('xs')]: { height: NARROW_TILE_HEIGHT },
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
    panel: {
      marginTop: theme.spacing(1),
      padding: theme.spacing(1.5, 2),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    failure: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      minHeight: 64,
    },
  }),
  { name: 'HandoverGateStrip' },
);

const PANEL_ID = 'handover-gate-reasons';

type TileProps = {
  decision: GateDecision;
  format: InstantFormat;
  /** The gate did not answer since this verdict was due to change. */
  outdated: boolean;
  expanded: boolean;
  onToggle: () => void;
};

function GateTile(props: TileProps) {
  const { decision, format, outdated, expanded, onToggle } = props;
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const verdict = outdated ? 'unknown' : decision.verdict;
  const words = outdated
    ? { verdict: t('gate.strip.failedChip') }
    : describeVerdict(decision, t, format);
  const Chevron = expanded ? CollapseIcon : ExpandIcon;
  return (
    <ButtonBase
      className={`${classes.tile} ${classes[verdict]}`}
      aria-expanded={expanded}
      aria-controls={expanded ? PANEL_ID : undefined}
      disableRipple
      onClick={onToggle}
    >
      <VerdictIcon verdict={verdict} />
      <span className={classes.words}>
        <span className={classes.environment}>{decision.environment}:</span>{' '}
        <span className={classes.verdict}>
          {words.verdict}
          {words.reason && (
            <>
              <VisuallyHidden>, </VisuallyHidden>
              <span className={classes.reason}>{words.reason}</span>
            </>
          )}
        </span>
      </span>
      <Chevron className={classes.expand} fontSize="small" aria-hidden />
    </ButtonBase>
  );
}

export type GateStripProps = {
  entityRef: string;
  /** Tells how many verdicts to leave room for while they are fetched. */
  document?: HandoverDocument;
};

/** The verdict of every environment, with its reasons one click away. */
export function GateStrip({ entityRef, document }: GateStripProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { locale, timeZone } = useDateFormat();
  const now = useNow();
  const environmentNames = useEnvironmentNames(document);
  const gate = useGateDecisions(entityRef);
  const [selected, setSelected] = useState<string>();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });

  if (gate.status === 'loading') {
    return (
      <div role="status" aria-label={t('gate.strip.loading')}>
        <div className={classes.tiles}>
          {environmentNames.map(environment => (
            <Skeleton
              key={environment}
              className={classes.placeholder}
              variant="rect"
              animation={false}
            />
          ))}
        </div>
      </div>
    );
  }
  if (gate.status === 'failed') {
    return (
      <div className={classes.failure} role="alert">
        <VerdictIcon verdict="unknown" />
        <span>{t('gate.strip.failed', { message: gate.error.message })}</span>
        <Button size="small" variant="outlined" onClick={gate.retry}>
          {t('gate.strip.retry')}
        </Button>
      </div>
    );
  }
  if (gate.decisions.length === 0) {
    return <p className={classes.none}>{t('gate.strip.noEnvironments')}</p>;
  }

  const format = { locale, timeZone, now };
  // The end of the promotion path matters most; on a phone it must not come last.
  const decisions = narrow ? [...gate.decisions].reverse() : gate.decisions;
  const shown = gate.decisions.find(each => each.environment === selected);
  return (
    <div>
      <ul className={classes.tiles} aria-label={t('gate.strip.title')}>
        {decisions.map(decision => {
          const { environment } = decision;
          return (
            <li key={environment}>
              <GateTile
                decision={decision}
                format={format}
                outdated={Boolean(
                  gate.freshness.failure &&
                    !isCurrent(decision, gate.gateNow()),
                )}
                expanded={environment === selected}
                onToggle={() =>
                  setSelected(
                    environment === selected ? undefined : environment,
                  )
                }
              />
            </li>
          );
        })}
      </ul>
      <Freshness urgent freshness={gate.freshness} />
      {shown && (
        <div
          id={PANEL_ID}
          className={classes.panel}
          role="region"
          aria-label={t(`gate.reasons.title_${shown.verdict}`, {
            environment: shown.environment,
          })}
        >
          <GateReasons entityRef={entityRef} decision={shown} format={format} />
        </div>
      )}
    </div>
  );
}
