import type {
  EntityScorecard,
  ScorecardDetails,
  ScorecardHistoryEntry,
} from '@backstage-handover/plugin-handover-common';
import { makeStyles } from '@material-ui/core/styles';
import {
  formatClock,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { useScorecardHistory } from './useScorecards';

const useStyles = makeStyles(
  theme => ({
    root: { marginTop: theme.spacing(1.5), fontSize: '0.875rem' },
    title: { margin: 0, fontSize: '0.875rem', fontWeight: 600 },
    list: { margin: theme.spacing(0.5, 0), paddingLeft: theme.spacing(2) },
  }),
  { name: 'HandoverWhatChanged' },
);

/** The difference between the last two results. Nothing if there was only one. */
export function WhatChanged({
  entityRef,
  item,
}: {
  entityRef: string;
  item: EntityScorecard;
}) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const reading = useScorecardHistory(entityRef, item);
  const { scorecard } = item;
  if (reading.status !== 'ready' || reading.data.items.length < 2) {
    return null;
  }
  const [now, before] = reading.data.items;
  const nameOf = (level: string | undefined) =>
    scorecard.levels.find(({ id }) => id === level)?.title ??
    t('scorecards.noLevel');
  const checks = changedChecks(scorecard, before, now);
  if (now.level === before.level && checks.length === 0) {
    return null;
  }
  return (
    <div className={classes.root}>
      <h4 className={classes.title}>
        {t('scorecards.changed', {
          time: formatClock(Date.parse(now.at), Date.now(), language),
        })}
      </h4>
      <ul className={classes.list}>
        {now.level !== before.level && (
          <li>
            {t('scorecards.levelChanged', {
              before: nameOf(before.level),
              now: nameOf(now.level),
            })}
          </li>
        )}
        {checks.map(({ title, from, to, id }) => (
          <li key={id}>
            {t('scorecards.checkChanged', {
              title,
              before: from
                ? t(`scorecards.outcome.${from}`)
                : t('scorecards.new'),
              now: t(`scorecards.outcome.${to}`),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function changedChecks(
  { checks }: ScorecardDetails,
  before: ScorecardHistoryEntry,
  now: ScorecardHistoryEntry,
) {
  return checks.flatMap(({ id, title }) => {
    const [from, to] = [before.outcomes[id], now.outcomes[id]];
    return to && from !== to ? [{ id, title, from, to }] : [];
  });
}
