import type { CheckResult, Outcome } from '../types';
import { compareTexts } from './compareTexts';
import { MAX_UNKNOWN } from './limits';
import type { PlannedUnknown } from './types';

/** Counts what one check comes to, and what is missing where it is unknown. */
export class CheckTally {
  readonly #before: Partial<Record<Outcome, number>> = {};
  readonly #after: Partial<Record<Outcome, number>> = {};
  readonly #unknown = new Map<string, PlannedUnknown>();

  addBefore(outcome: Outcome): void {
    this.#before[outcome] = (this.#before[outcome] ?? 0) + 1;
  }

  addAfter({ outcome, facts, reason }: CheckResult): void {
    this.#after[outcome] = (this.#after[outcome] ?? 0) + 1;
    if (outcome !== 'unknown') {
      return;
    }
    const missing = new Map(
      facts.flatMap(fact =>
        'missing' in fact ? [[fact.path, fact.missing] as const] : [],
      ),
    );
    if (missing.size === 0) {
      this.#addUnknown(undefined, reason ?? '');
    }
    missing.forEach((why, path) => this.#addUnknown(path, why));
  }

  get before(): Partial<Record<Outcome, number>> | undefined {
    return Object.keys(this.#before).length > 0 ? this.#before : undefined;
  }

  get after(): Partial<Record<Outcome, number>> {
    return this.#after;
  }

  get unknown(): PlannedUnknown[] {
    return [...this.#unknown.values()]
      .sort(
        (a, b) =>
          b.entities - a.entities || compareTexts(a.fact ?? '', b.fact ?? ''),
      )
      .slice(0, MAX_UNKNOWN);
  }

  #addUnknown(fact: string | undefined, reason: string): void {
    const known = this.#unknown.get(fact ?? '');
    this.#unknown.set(fact ?? '', {
      ...(fact !== undefined && { fact }),
      // Whatever the order of the entities is.
      reason: known && known.reason < reason ? known.reason : reason,
      entities: (known?.entities ?? 0) + 1,
    });
  }
}
