import type {
  GateDecision,
  HandoverDocument,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import {
  Button,
  combineFreshness,
  Freshness,
  useHandoverTranslation,
} from '../components';
import { GateReasons } from './GateReasons';
import { GateTile, NARROW_TILE_HEIGHT, TILE_HEIGHT } from './GateTile';
import { useDateFormat } from './useDateFormat';
import { useEnvironmentNames } from './useEnvironmentNames';
import { useGateDecisions } from './useGateDecisions';
import { useNow } from './useNow';
import {
  describeRollback,
  describeVerdict,
  isCurrent,
  reasonsTitle,
} from './verdict';
import { VerdictIcon } from './VerdictIcon';

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
    // In an incident, they stand in a column beside what fails.
    column: {
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
        gap: theme.spacing(0.5),
      },
    },
    // The one that users have says more than the others.
    inIncident: {
      [theme.breakpoints.down('md')]: {
        '&:first-child': { gridColumn: 'span 2' },
        '&:not(:first-child) > button': { minHeight: TILE_HEIGHT },
      },
      [theme.breakpoints.up('lg')]: { '& > button': { minHeight: 0 } },
    },
    placeholder: {
      height: TILE_HEIGHT,
      [theme.breakpoints.down('xs')]: { height: NARROW_TILE_HEIGHT },
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

export type GateStripProps = {
  entityRef: string;
  /** Tells how many verdicts to leave room for while they are fetched. */
  document?: HandoverDocument;
  /** In an incident, rollbacks matter first. */
  incident?: boolean;
};

/** The verdict of every environment, with its reasons one click away. */
export function GateStrip({
  entityRef,
  document,
  incident = false,
}: GateStripProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { locale, timeZone } = useDateFormat();
  const now = useNow();
  const environmentNames = useEnvironmentNames(document);
  const gate = useGateDecisions(entityRef);
  const rollbackGate = useGateDecisions(entityRef, {
    change: 'rollback',
    enabled: incident,
  });
  const [selected, setSelected] = useState<string>();
  const theme = useTheme();
  const narrow = useMediaQuery(theme.breakpoints.down('xs'), { noSsr: true });
  const tilesClass = incident
    ? `${classes.tiles} ${classes.column}`
    : classes.tiles;

  if (
    gate.status === 'loading' ||
    (incident && rollbackGate.status === 'loading')
  ) {
    return (
      <div role="status" aria-label={t('gate.strip.loading')}>
        <div className={tilesClass}>
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
    return <GateFailure gate={gate} />;
  }
  if (gate.decisions.length === 0) {
    return <p className={classes.none}>{t('gate.strip.noEnvironments')}</p>;
  }

  const format = { locale, timeZone, now };
  const tiles = gate.decisions.map((deploy, index) => {
    const isLast = index === gate.decisions.length - 1;
    const { environment } = deploy;
    const outdated = isOutdated(deploy, gate);
    const deployWords = outdated
      ? { verdict: t('gate.strip.failedChip') }
      : describeVerdict(deploy, t, format);
    if (!incident) {
      return {
        decision: deploy,
        verdict: outdated ? ('unknown' as const) : deploy.verdict,
        title: deployWords.verdict,
        detail: deployWords.reason,
      };
    }
    const rollback =
      rollbackGate.status === 'ready'
        ? rollbackGate.decisions.find(each => each.environment === environment)
        : undefined;
    const isKnown =
      rollbackGate.status === 'ready' &&
      rollback &&
      !isOutdated(rollback, rollbackGate);
    const verdict = isKnown ? rollback.verdict : ('unknown' as const);
    return {
      // What keeps a rollback from passing is what matters then.
      decision: isKnown && rollback.verdict !== 'open' ? rollback : deploy,
      verdict,
      title: isKnown
        ? describeRollback(rollback, t, format)
        : t('gate.rollback.unknown'),
      // Of the others, the reasons say it.
      detail: isLast
        ? t('gate.rollback.deployments', { verdict: deployWords.verdict })
        : undefined,
    };
  });
  // The end of the promotion path matters most: in an incident, and on a phone,
  // where what comes last is out of sight.
  const shownTiles = incident || narrow ? [...tiles].reverse() : tiles;
  const shown = tiles.find(({ decision }) => decision.environment === selected);
  return (
    <div>
      <ul
        className={tilesClass}
        aria-label={t(incident ? 'gate.rollback.title' : 'gate.strip.title')}
      >
        {shownTiles.map(({ decision: { environment }, ...tile }) => (
          <li
            key={environment}
            className={incident ? classes.inIncident : undefined}
          >
            <GateTile
              {...tile}
              environment={environment}
              panelId={PANEL_ID}
              expanded={environment === selected}
              onToggle={() =>
                setSelected(environment === selected ? undefined : environment)
              }
            />
          </li>
        ))}
      </ul>
      <Freshness
        urgent
        freshness={
          rollbackGate.status === 'ready'
            ? combineFreshness(gate.freshness, rollbackGate.freshness)
            : gate.freshness
        }
      />
      {rollbackGate.status === 'failed' && <GateFailure gate={rollbackGate} />}
      {shown && (
        <div
          id={PANEL_ID}
          className={classes.panel}
          role="region"
          aria-label={reasonsTitle(shown.decision, t)}
        >
          <GateReasons
            entityRef={entityRef}
            decision={shown.decision}
            format={format}
          />
        </div>
      )}
    </div>
  );
}

/** Says why the gate gave no answer, with another try. */
function GateFailure({
  gate: { error, retry },
}: {
  gate: Extract<ReturnType<typeof useGateDecisions>, { status: 'failed' }>;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  return (
    <div className={classes.failure} role="alert">
      <VerdictIcon verdict="unknown" />
      <span>{t('gate.strip.failed', { message: error.message })}</span>
      <Button size="small" variant="outlined" onClick={retry}>
        {t('gate.strip.retry')}
      </Button>
    </div>
  );
}

/** The gate did not answer since this verdict was due to change. */
function isOutdated(
  decision: GateDecision,
  gate: Extract<ReturnType<typeof useGateDecisions>, { status: 'ready' }>,
): boolean {
  return Boolean(
    gate.freshness.failure && !isCurrent(decision, gate.gateNow()),
  );
}
