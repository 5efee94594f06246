import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import {
  formatDate,
  formatRelative,
  type HandoverCellProps,
  SourceFileLink,
  useHandoverTranslation,
  useLanguage,
} from '../../components';

const useStyles = makeStyles(
  { first: { fontWeight: 600 } },
  { name: 'HandoverReviewCell' },
);

/** When the handover was last reviewed, when it has to be again, and where it is written. */
export function ReviewCell({ state }: HandoverCellProps) {
  const classes = useStyles();
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  // Fixed when the strip appears: "3 days ago" need not tick.
  const [now] = useState(() => Date.now());
  const { reviewedAt, reviewedBy } = state.document?.metadata ?? {};
  const { revision, location } = state;
  const place = revision?.location ?? location;
  return (
    <>
      <div className={classes.first}>
        {reviewedAt
          ? t('tab.glance.reviewed', {
              when: formatRelative(reviewedAt, now, language),
            })
          : t('tab.glance.neverReviewed')}
      </div>
      {reviewedAt && (
        <div>
          {[formatDate(reviewedAt, language), reviewedBy]
            .filter(Boolean)
            .join(', ')}
        </div>
      )}
      {state.reviewDueAt && !state.stale && (
        <div>
          {t('tab.glance.due', {
            date: formatDate(state.reviewDueAt.slice(0, 10), language),
          })}
        </div>
      )}
      {revision && (
        <div>
          {t(`tab.glance.revision.${revision.source}`, {
            number: `${revision.number}`,
          })}
          {place && ', '}
          {place && <SourceFileLink location={place} />}
        </div>
      )}
    </>
  );
}
