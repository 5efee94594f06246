import type { DocumentState } from '@backstage-handover/plugin-handover-common';
import {
  Button,
  formatDate,
  Notice,
  SourceFileLink,
  useHandoverTranslation,
  useLanguage,
} from '../components';
import { ProblemList } from './ProblemList';

export type StatusNoticesProps = {
  state: DocumentState;
  retry: () => void;
};

/** Warns if the backend works with an old copy of the catalog. */
export function CatalogNotice({
  state,
}: {
  state: Pick<DocumentState, 'catalogOutdatedSince'>;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  return state.catalogOutdatedSince ? (
    <Notice
      severity="warning"
      title={t('tab.status.catalogOutdated', {
        date: formatDate(state.catalogOutdatedSince, language),
      })}
    >
      <p>{t('tab.status.catalogOutdatedMeaning')}</p>
    </Notice>
  ) : null;
}

/** Warns if the shown document isn't the current one or its review is overdue. */
export function StatusNotices({ state, retry }: StatusNoticesProps) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { status, problems, failingSince, revision, location } = state;
  const since = failingSince && formatDate(failingSince, language);
  const action = (
    <Button variant="outlined" size="small" onClick={retry}>
      {t('common.retry')}
    </Button>
  );
  const lastGood = revision
    ? t('tab.status.lastGood', {
        number: `${revision.number}`,
        date: formatDate(revision.createdAt, language),
      })
    : t(`tab.status.${state.partial ? 'partial' : 'noLastGood'}`);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {status === 'invalid' && (
        <Notice
          severity="error"
          title={t('tab.status.invalid', { count: errors.length })}
          action={action}
        >
          {since && <p>{t('tab.status.since', { since })}</p>}
          {location && (
            <p>
              {t('tab.status.file')}
              <SourceFileLink location={location} />
            </p>
          )}
          <ProblemList problems={errors} location={location} />
          <p>{lastGood}</p>
        </Notice>
      )}
      {status === 'unreachable' && (
        <Notice
          severity="error"
          title={t('tab.status.unreachable')}
          action={action}
        >
          {since && <p>{t('tab.status.since', { since })}</p>}
          <ProblemList problems={problems} />
          <p>{lastGood}</p>
        </Notice>
      )}
      {status === 'missing' && state.document && (
        <Notice severity="error" title={t('tab.status.gone')} action={action}>
          {since && <p>{t('tab.status.since', { since })}</p>}
          <p>{lastGood}</p>
        </Notice>
      )}
      {status === 'ok' && warnings.length > 0 && (
        <Notice severity="warning" title={t('tab.status.warnings')}>
          <ProblemList problems={warnings} location={location} />
        </Notice>
      )}
      <CatalogNotice state={state} />
      {state.stale && (
        <Notice severity="warning" title={t('tab.status.stale')}>
          <p>
            {state.reviewDueAt
              ? t('tab.status.staleSince', {
                  date: formatDate(state.reviewDueAt.slice(0, 10), language),
                })
              : t('tab.status.neverReviewed')}
          </p>
        </Notice>
      )}
    </>
  );
}
