import type { DocumentChange } from '@backstage-handover/plugin-handover-common';

/** A value of a document as text of few lines: a list with dashes, a record as `key: value`. */
export function valueText(value: unknown, indent = ''): string {
  if (Array.isArray(value)) {
    return value
      .map(each => `${indent}- ${valueText(each, `${indent}  `).trimStart()}`)
      .join('\n');
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) =>
        typeof each === 'object' && each !== null
          ? `${indent}${key}:\n${valueText(each, `${indent}  `)}`
          : `${indent}${key}: ${String(each)}`,
      )
      .join('\n');
  }
  return `${indent}${String(value)}`;
}

export type SectionChanges = {
  section: DocumentChange['section'];
  changes: DocumentChange[];
};

/** Changes by section, sections in the order in which they first appear. */
export function bySection(changes: DocumentChange[]): SectionChanges[] {
  const sections = new Map<DocumentChange['section'], DocumentChange[]>();
  for (const change of changes) {
    const found = sections.get(change.section);
    if (found) {
      found.push(change);
    } else {
      sections.set(change.section, [change]);
    }
  }
  return [...sections].map(([section, list]) => ({ section, changes: list }));
}

/**
 * The path of a change within its section, without the section and redundant
 * list keys.
 */
export function pathInSection({ segments }: DocumentChange): string {
  return segments
    .slice(1)
    .filter(segment => segment !== 'items')
    .map(segment =>
      typeof segment === 'number' ? `#${segment + 1}` : String(segment),
    )
    .join(' › ');
}
