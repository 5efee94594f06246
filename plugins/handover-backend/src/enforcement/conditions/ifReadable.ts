import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';

/**
 * A result that is decided from what providers say. It doesn't pass while one of
 * them fails, because what that one knows is missing.
 */
export function ifReadable(
  providers: readonly { title: string; status: 'ok' | 'failing' }[],
  result: ConditionResult,
): ConditionResult {
  const failing = providers.find(({ status }) => status === 'failing');
  return failing && result.outcome === 'pass'
    ? { outcome: 'unknown', reason: `${failing.title} cannot be read.` }
    : result;
}
