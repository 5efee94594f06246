import type { Run } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useState } from 'react';
import { Button, useHandoverTranslation, useLanguage } from '../components';
import { Heading } from './Heading';
import { mainRunsOf } from './mainRuns';
import { RunTable } from './RunTable';

/** So many runs are shown. */
const SHOWN = 5;

const useStyles = makeStyles(
  theme => ({
    filter: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1),
      fontSize: '0.8125rem',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'HandoverRecentRuns' },
);

export type RecentRunsProps = { entity: Entity; runs: readonly Run[] };

/** The last runs of the main branch, or on request of every branch. */
export function RecentRuns({ entity, runs }: RecentRunsProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const main = useMemo(() => mainRunsOf(entity, runs), [entity, runs]);
  const shown = (showsAll ? runs : main?.runs ?? runs).slice(0, SHOWN);
  return (
    <>
      <Heading title={t('delivery.runs.title')}>
        {main && main.hidden > 0 && (
          <span className={classes.filter}>
            {showsAll
              ? t('delivery.runs.allBranches')
              : t('delivery.runs.hidden', {
                  count: main.hidden,
                  branches: new Intl.ListFormat(language).format(main.branches),
                })}
            <Button size="small" onClick={() => setShowsAll(!showsAll)}>
              {showsAll
                ? t('delivery.runs.showMain')
                : t('delivery.runs.showAll')}
            </Button>
          </span>
        )}
        {!main && runs.some(({ branch }) => branch) && (
          <span className={classes.filter}>{t('delivery.runs.noMain')}</span>
        )}
      </Heading>
      <RunTable runs={shown} />
    </>
  );
}
