import { compareTexts } from './compareTexts';
import { MAX_CHANGES, MAX_OWNERS } from './limits';
import type {
  PlannedChange,
  PlannedChangeKind,
  PlannedOwner,
  ScorecardPlan,
} from './types';

/** The order in which changes of the same size are listed. */
export const CHANGE_KINDS: readonly PlannedChangeKind[] = [
  'lost',
  'left',
  'renamed',
  'gained',
  'entered',
];

type Sized = PlannedChange & {
  /** How many levels are lost. */
  loss: number;
};

/** Counts changes, and keeps the largest losses. */
export class ChangeList {
  readonly #counts = noChanges();
  readonly #owners = new Map<string, PlannedOwner>();
  #kept: Sized[] = [];

  add(change: Sized): void {
    this.#counts[change.change] += 1;
    const ref = change.owner ?? '';
    const owner = this.#owners.get(ref) ?? { ref, changes: noChanges() };
    owner.changes[change.change] += 1;
    this.#owners.set(ref, owner);
    this.#kept.push(change);
    // Those that are left out need no memory.
    if (this.#kept.length >= 2 * MAX_CHANGES) {
      this.#kept = largest(this.#kept);
    }
  }

  finish(): Pick<
    ScorecardPlan,
    'changed' | 'changes' | 'omittedChanges' | 'owners' | 'omittedOwners'
  > {
    const changes = largest(this.#kept);
    const total = sum(this.#counts);
    const owners = [...this.#owners.values()].sort(
      (a, b) =>
        losses(b) - losses(a) ||
        sum(b.changes) - sum(a.changes) ||
        compareTexts(a.ref, b.ref),
    );
    return {
      changed: this.#counts,
      changes: changes.map(({ loss: _, ...change }) => change),
      omittedChanges: total - changes.length,
      owners: owners.slice(0, MAX_OWNERS),
      omittedOwners: Math.max(0, owners.length - MAX_OWNERS),
    };
  }
}

function largest(changes: readonly Sized[]): Sized[] {
  return [...changes]
    .sort(
      (a, b) =>
        b.loss - a.loss ||
        CHANGE_KINDS.indexOf(a.change) - CHANGE_KINDS.indexOf(b.change) ||
        compareTexts(a.entityRef, b.entityRef),
    )
    .slice(0, MAX_CHANGES);
}

function losses({ changes: { lost, left } }: PlannedOwner): number {
  return lost + left;
}

function noChanges(): Record<PlannedChangeKind, number> {
  return { lost: 0, left: 0, renamed: 0, gained: 0, entered: 0 };
}

function sum(counts: Record<PlannedChangeKind, number>): number {
  return Object.values(counts).reduce((a, b) => a + b, 0);
}
