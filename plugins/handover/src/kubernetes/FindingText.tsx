import type { Finding } from '@backstage-handover/plugin-handover-common/kubernetes';
import {
  formatClock,
  useHandoverTranslation,
  useLanguage,
} from '../components';

/** Kinds of which the cluster says when they began. */
const WITH_SINCE = ['unavailable', 'releaseFailing', 'degraded'] as const;

function hasSince(kind: Finding['kind']): kind is (typeof WITH_SINCE)[number] {
  return WITH_SINCE.some(each => each === kind);
}

/** What is wrong with a workload, in a sentence: first what fails, then what still serves. */
export function FindingText({ finding }: { finding: Finding }) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const { kind, workload, since, reason, release, serving } = finding;
  const { name } = workload;
  const words = {
    name,
    release: release
      ? t('kubernetes.health.release', { release, name })
      : t('kubernetes.health.latestRelease', { name }),
    ready: String(workload.ready),
    desired: String(workload.desired),
    maximum: String(workload.autoscaler?.max ?? workload.desired),
  };
  const rest = serving
    ? t(
        serving.version
          ? 'kubernetes.health.servingVersion'
          : 'kubernetes.health.servingEarlier',
        { version: serving.version ?? '' },
      )
    : kind === 'releaseFailing' && t('kubernetes.health.nothingServes');
  const what =
    since && hasSince(kind)
      ? t(`kubernetes.health.since.${kind}`, {
          ...words,
          since: formatClock(Date.parse(since), Date.now(), language),
        })
      : t(`kubernetes.health.${kind}`, words);
  return (
    <>
      {what}
      {reason && ` (${reason})`}
      {rest && `; ${rest}`}.
    </>
  );
}
