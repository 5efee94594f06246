import type { Finding } from '../documents/issues';
import type { PathSegments } from '../documents/path';
import { formatPath } from '../documents/path';
import type { SemanticFinding } from '../documents/semantics';

/**
 * Whether a finding makes a definition unusable.
 *
 * @alpha
 */
export function isError(finding: Finding | SemanticFinding): boolean {
  return !('severity' in finding) || finding.severity === 'error';
}

/** An id is used once in a list. */
export function repeatedIds(
  items: readonly { id: string }[],
  list: PathSegments,
): SemanticFinding[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, index);
      return [];
    }
    return [
      {
        path: [...list, index, 'id'],
        message: `'${id}' is also the id of ${formatPath([...list, before])}`,
        severity: 'error' as const,
      },
    ];
  });
}
