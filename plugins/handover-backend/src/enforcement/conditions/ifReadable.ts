import type { ConditionResult } from '@backstage-handover/plugin-handover-common/gate';

/**
 * A result that is decided from what providers say. It doesn't pass while one of
 * them fails, because what that one knows is missing.
 */
export function ifReadable(
  {
    providers,
    isReadable = true,
  }: {
    providers: readonly { title: string; status: 'ok' | 'failing' }[];
    /** Whether it is known which providers there are. */
    isReadable?: boolean;
  },
  result: ConditionResult,
): ConditionResult {
  const failing = providers.find(({ status }) => status === 'failing');
  if (result.outcome !== 'pass' || (isReadable && !failing)) {
    return result;
  }
  return {
    outcome: 'unknown',
    reason: `${failing?.title ?? 'The pipelines'} cannot be read.`,
  };
}
