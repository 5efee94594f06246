import { makeStyles } from '@material-ui/core/styles';
import { CopyButton, useHandoverTranslation } from '../components';
import { SCORECARDS_ID } from './sectionId';
import { useBadgeUrl } from './useScorecards';

const useStyles = makeStyles(
  {
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      fontSize: '0.875rem',
      '@media print': { display: 'none' },
    },
  },
  { name: 'HandoverCopyBadge' },
);

export type CopyBadgeProps = {
  entityRef: string;
  scorecard: { name: string; title: string };
};

/**
 * Copies a badge as Markdown, which leads to this tab. The address is there
 * before it is copied: browsers refuse to copy long after a click.
 */
export function CopyBadge({ entityRef, scorecard }: CopyBadgeProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const reading = useBadgeUrl(entityRef, scorecard.name);
  if (reading.status !== 'ready') {
    return null;
  }
  return (
    <span className={classes.root}>
      {t('scorecards.badge')}
      <CopyButton
        text={badgeMarkdown(scorecard.title, reading.data.url)}
        label={t('scorecards.copyBadge', { title: scorecard.title })}
      />
    </span>
  );
}

function badgeMarkdown(title: string, url: string): string {
  const { origin, pathname } = window.location;
  const text = title.replace(/[\\[\]]/g, '\\$&');
  return `[![${text}](${url})](${origin}${pathname}#${SCORECARDS_ID})`;
}
