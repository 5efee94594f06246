import type {
  Exemption,
  OpenCheck,
  OpenCheckPage,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import type { ActiveScorecard, ActiveScorecards } from '../ActiveScorecards';
import type { CheckKey, OpenCheckQuery, ScorecardStore } from '../store';
import type { ExemptionStore } from '../store/exemptions';
import { toDetails } from '../toDetails';
import { inFixOrder, upcomingChecks } from './inFixOrder';
import { outlookOf } from './outlookOf';

type Options = {
  store: Pick<ScorecardStore, 'listOpenChecks' | 'readResults'>;
  scorecards: Pick<ActiveScorecards, 'list'>;
  exemptions: Pick<ExemptionStore, 'listOpen'>;
};

/**
 * Lists what entities have to fix. The number of its queries does not depend on
 * entities and checks. Checks no permissions.
 */
export class OpenCheckReader {
  readonly #options: Options;

  static create(options: Options): OpenCheckReader {
    return new OpenCheckReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Lists checks that count, or with `upcoming` those that begin to later. */
  async list({
    scorecards: names,
    ...query
  }: Omit<OpenCheckQuery, 'checks'> & {
    /** All by default. */
    scorecards?: readonly string[];
  }): Promise<OpenCheckPage> {
    const active = (await this.#options.scorecards.list()).filter(
      ({ name }) => !names || names.includes(name),
    );
    const page = await this.#options.store.listOpenChecks({
      ...query,
      checks: query.upcoming
        ? upcomingChecks(active, new Date())
        : inFixOrder(active),
    });
    return {
      ...page,
      items: await this.#complete(
        page.items,
        query.upcoming ? active : undefined,
      ),
      scorecards: onlyNamed(active.map(toDetails), page.items),
    };
  }

  /**
   * Adds why something is unknown, and the exemptions that are under way.
   *
   * @param upcoming - the scorecards, if the checks do not count yet
   */
  async #complete(
    items: readonly OpenCheck[],
    upcoming?: readonly ActiveScorecard[],
  ): Promise<OpenCheck[]> {
    const { store, exemptions } = this.#options;
    const refsOf = (some: readonly OpenCheck[]) => [
      ...new Set(some.map(({ entityRef }) => entityRef)),
    ];
    const unknown = items.filter(({ outcome }) => outcome === 'unknown');
    const [results, open] = await Promise.all([
      store.readResults(refsOf(upcoming ? items : unknown)),
      exemptions.listOpen(refsOf(items)),
    ]);
    // Of several, the one that was requested first: the others continue it.
    const exemptionOf = new Map<string, Exemption>(
      open.map(each => [keyOf(each), each]),
    );
    return items.map(item => {
      const result = results
        .get(item.entityRef)
        ?.find(({ scorecard }) => scorecard === item.scorecard);
      const active = upcoming?.find(({ name }) => name === item.scorecard);
      return {
        ...item,
        ...(item.outcome === 'unknown' && {
          reason: result?.checks.find(({ id }) => id === item.check)?.reason,
        }),
        ...(active && { upcoming: outlookOf(item.check, active, result) }),
        exemption: exemptionOf.get(keyOf(item)),
      };
    });
  }
}

function keyOf({
  entityRef,
  scorecard,
  check,
}: CheckKey & { entityRef: string }): string {
  return `${entityRef} ${scorecard} ${check}`;
}

/** The scorecards, without the checks that nothing names: their texts are long. */
function onlyNamed(
  scorecards: readonly ScorecardDetails[],
  items: readonly OpenCheck[],
): ScorecardDetails[] {
  const named = new Set(items.map(item => `${item.scorecard} ${item.check}`));
  return scorecards.map(scorecard => ({
    ...scorecard,
    checks: scorecard.checks.filter(({ id }) =>
      named.has(`${scorecard.name} ${id}`),
    ),
  }));
}
