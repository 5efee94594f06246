import type { ReadOutcome } from './DocumentStore';
import { contentHash, deriveColumns } from './derive';
import type { DocumentRow } from './tables';

type Outcome = Exclude<ReadOutcome, { status: 'unchanged' }>;

/** The columns of a row that reading a document can change. */
export type StateColumns = Omit<DocumentRow, 'entity_ref'>;

/** What becomes of a row. */
export type Transition = {
  /** The columns to write; none if nothing changed. */
  columns: Partial<StateColumns>;
  /** Whether the content becomes a new revision. */
  revise: boolean;
};

/**
 * Decides what a read does to a row.
 *
 * - Good content becomes a new revision, unless it is the one in view.
 * - Anything else leaves the last good revision in view, with what is wrong
 *   and since when. Without one, the sections that have no errors are kept.
 * - A handover written in the portal is not missing because no repository has
 *   it. As soon as a repository has one, that one counts.
 */
export function transition(
  current: StateColumns,
  outcome: Outcome,
  now: Date,
): Transition {
  if (outcome.status === 'ok') {
    const hash = contentHash(outcome.yaml);
    const revise =
      current.source !== 'repository' || current.content_hash !== hash;
    return {
      revise,
      columns: changed(current, now, {
        status: 'ok',
        source: 'repository',
        content_hash: hash,
        problems: JSON.stringify(outcome.problems),
        failing_since: null,
        location: outcome.location,
        partial_document: null,
        ...deriveColumns(outcome.document, now),
      }),
    };
  }

  if (outcome.status === 'missing' && current.source === 'portal') {
    return {
      revise: false,
      columns: changed(current, now, {
        status: 'ok',
        problems: '[]',
        failing_since: null,
        location: null,
        partial_document: null,
      }),
    };
  }

  return {
    revise: false,
    columns: changed(current, now, {
      status: outcome.status,
      problems: JSON.stringify(outcome.problems),
      failing_since: current.failing_since ?? now,
      location: outcome.location ?? null,
      // The last good revision is shown if there is one.
      partial_document:
        current.revision === 0 && outcome.partial
          ? JSON.stringify(outcome.partial)
          : null,
    }),
  };
}

/** The columns whose values differ, and the time of the change if there are any. */
function changed(
  current: StateColumns,
  now: Date,
  next: Partial<StateColumns>,
): Partial<StateColumns> {
  const comparable = (value: unknown) =>
    value instanceof Date ? value.getTime() : value;
  const differing = Object.fromEntries(
    Object.entries(next).filter(
      ([key, value]) =>
        comparable(current[key as keyof StateColumns]) !== comparable(value),
    ),
  );
  return Object.keys(differing).length > 0
    ? { ...differing, updated_at: now }
    : {};
}
