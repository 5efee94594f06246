import type { KubernetesResourceQuota } from './objects';
import type { QuotaUse } from './objectSummaries';
import { parseQuantity } from './quantities';

/** What of a quota is nearest to its limit; undefined where it limits nothing. */
export function nearestToLimit({
  status,
}: KubernetesResourceQuota): QuotaUse | undefined {
  const { hard = {}, used = {} } = status ?? {};
  return Object.entries(hard)
    .flatMap(([resource, limit]): QuotaUse[] => {
      const use = used[resource] ?? '0';
      const share = shareOf(parseQuantity(use), parseQuantity(limit));
      return share === undefined
        ? []
        : [{ resource, used: use, hard: limit, share }];
    })
    .reduce<QuotaUse | undefined>(
      (nearest, each) =>
        nearest && nearest.share >= each.share ? nearest : each,
      undefined,
    );
}

function shareOf(
  used: number | undefined,
  hard: number | undefined,
): number | undefined {
  if (used === undefined || hard === undefined) {
    return undefined;
  }
  if (hard === 0) {
    // What is forbidden and not there is no news.
    return used > 0 ? Infinity : 0;
  }
  return used / hard;
}
