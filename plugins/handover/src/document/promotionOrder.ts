import type { SectionContent } from './sections';

export type Environment = NonNullable<
  SectionContent<'environments'>['items']
>[number];

/**
 * Environments in the order in which an artifact moves through them: each one
 * after the environment that it is promoted from. Where that says nothing, or
 * goes in a circle, the order of the document holds.
 */
export function promotionOrder(
  environments: readonly Environment[],
): Environment[] {
  const names = new Set(environments.map(({ name }) => name));
  const waiting = [...environments];
  const ordered: Environment[] = [];
  const placed = new Set<string | undefined>();
  while (waiting.length > 0) {
    const ready = waiting.findIndex(
      ({ promotedFrom }) =>
        !promotedFrom || !names.has(promotedFrom) || placed.has(promotedFrom),
    );
    const [next] = waiting.splice(Math.max(ready, 0), 1);
    ordered.push(next);
    placed.add(next.name);
  }
  return ordered;
}
