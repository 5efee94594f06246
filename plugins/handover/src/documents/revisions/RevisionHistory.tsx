import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useState } from 'react';
import { Button, useHandoverTranslation } from '../../components';
import { RevisionDiffView } from './RevisionDiffView';
import { RevisionTable, type Comparison } from './RevisionTable';
import { useRevisions } from './useRevisions';
import { YamlDialog } from './YamlDialog';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      minWidth: 0,
    },
    more: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'HandoverRevisionHistory' },
);

export type RevisionHistoryProps = { entityRef: string };

/** The revisions of a handover, and what changed between two of them. */
export function RevisionHistory({ entityRef }: RevisionHistoryProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const { revisions, totalItems, loading, error, loadMore } =
    useRevisions(entityRef);
  const [chosen, setChosen] = useState<Comparison>({});
  const [yamlOf, setYamlOf] = useState<number>();

  const failure = error && (
    <div role="alert" className={classes.more}>
      {t('revisions.failed', { message: error.message })}
      <Button size="small" variant="outlined" onClick={loadMore}>
        {t('revisions.retry')}
      </Button>
    </div>
  );
  if (!revisions) {
    return (
      failure || (
        <Skeleton
          variant="rect"
          height={160}
          animation={false}
          role="status"
          aria-label={t('revisions.loading')}
        />
      )
    );
  }
  if (revisions.length === 0) {
    return <p>{t('revisions.none')}</p>;
  }

  // Unless chosen otherwise: the last revision with the one before it.
  const from = chosen.from ?? revisions[1]?.number;
  const to = chosen.to ?? revisions[0].number;
  return (
    <div className={classes.root}>
      <RevisionTable
        revisions={revisions}
        compared={{ from, to }}
        onCompare={setChosen}
        onShowYaml={setYamlOf}
      />
      {failure}
      {loadMore && !error && (
        <div className={classes.more}>
          <Button
            size="small"
            variant="outlined"
            disabled={loading}
            onClick={loadMore}
          >
            {t('revisions.list.older')}
          </Button>
          {t('revisions.list.shown', {
            shown: String(revisions.length),
            total: String(totalItems),
          })}
        </div>
      )}
      {from === undefined && <p>{t('revisions.diff.only')}</p>}
      {from === to && <p>{t('revisions.diff.choose')}</p>}
      {from !== undefined && from !== to && (
        <RevisionDiffView entityRef={entityRef} from={from} to={to} />
      )}
      {yamlOf !== undefined && (
        <YamlDialog
          entityRef={entityRef}
          number={yamlOf}
          onClose={() => setYamlOf(undefined)}
        />
      )}
    </div>
  );
}
