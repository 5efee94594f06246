import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { SemanticFinding } from './semantics';

/**
 * Checks that a document that names its entity names the one that it is read
 * for. References are compared in full and without regard to case; one that
 * cannot be read is a problem that the schema reports.
 */
export function checkSubject(
  value: unknown,
  expected: string | undefined,
): SemanticFinding[] {
  const metadata = (value as { metadata?: { entityRef?: unknown } } | null)
    ?.metadata;
  const actual = metadata?.entityRef;
  if (expected === undefined || typeof actual !== 'string') {
    return [];
  }
  try {
    if (
      stringifyEntityRef(parseEntityRef(actual)) ===
      stringifyEntityRef(parseEntityRef(expected))
    ) {
      return [];
    }
  } catch {
    return [];
  }
  return [
    {
      path: ['metadata', 'entityRef'],
      message: `is '${actual}', but this is the handover of '${expected}'`,
      severity: 'error',
    },
  ];
}
