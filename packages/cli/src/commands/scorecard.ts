import {
  type EntityScorecard,
  nextChecks,
} from '@backstage-handover/plugin-handover-common';
import { CommandError } from '../io/CommandError';
import { print, printJson } from '../io/output';
import { printable } from '../io/printable';
import { didYouMean } from '../io/didYouMean';
import { callOptions, portalClient } from '../portal/client';

type ScorecardOptions = {
  entity: string;
  scorecard?: string;
  minLevel?: string;
  portal?: string;
  format: 'human' | 'json';
};

/** How long the portal can take. */
const TIMEOUT_MS = 30_000;

/**
 * Prints the levels of an entity. With `--min-level`, ends with 1 unless every
 * scorecard is at that level for certain.
 */
export async function checkScorecards(options: ScorecardOptions) {
  const items = await fetchScorecards(options);
  if (options.minLevel !== undefined) {
    for (const { scorecard: each } of items) {
      assertLevel(each, options.minLevel);
    }
  }
  if (options.format === 'json') {
    printJson({ entityRef: options.entity, items });
  } else {
    print(printable(items.map(describe).join('\n\n')));
  }
  if (
    options.minLevel !== undefined &&
    !items.every(item => reaches(item, options.minLevel!))
  ) {
    process.exitCode = 1;
  }
}

async function fetchScorecards({
  entity: entityRef,
  portal,
  scorecard: name,
}: ScorecardOptions): Promise<EntityScorecard[]> {
  const client = portalClient(portal);
  let items: EntityScorecard[];
  try {
    ({ items } = await client.scorecards.getForEntity(
      entityRef,
      callOptions(TIMEOUT_MS),
    ));
  } catch (error) {
    throw new CommandError(
      `cannot get the scorecards of '${entityRef}': ${
        (error as Error).message
      }`,
    );
  }
  const found = name
    ? items.filter(({ scorecard: each }) => each.name === name)
    : items;
  if (found.length === 0) {
    throw new CommandError(
      name
        ? `no scorecard '${name}' applies to '${entityRef}'${didYouMean(
            name,
            items.map(({ scorecard: each }) => each.name),
          )}`
        : `no scorecard applies to '${entityRef}', or it was not evaluated yet`,
    );
  }
  return found;
}

function assertLevel(
  { title, levels }: EntityScorecard['scorecard'],
  minLevel: string,
): void {
  const ids = levels.map(({ id }) => id);
  if (!ids.includes(minLevel)) {
    throw new CommandError(
      `'${title}' has no level '${minLevel}'${
        didYouMean(minLevel, ids) || `; it has ${ids.join(', ')}`
      }`,
    );
  }
}

/** A level that is only the last known one may be lost by now. */
function reaches(
  { scorecard: { levels }, result }: EntityScorecard,
  minLevel: string,
): boolean {
  const rank = (id: string | undefined) =>
    levels.findIndex(each => each.id === id);
  return !result.levelHeld && rank(result.level) >= rank(minLevel);
}

function describe({ scorecard: each, result }: EntityScorecard): string {
  const level = each.levels.find(({ id }) => id === result.level)?.title;
  const score =
    result.score === undefined
      ? ''
      : `, score ${Math.floor(Number((result.score * 100).toFixed(6)))}%`;
  const open = nextChecks(each, result.checks).map(
    ({ title, level: needed, result: { outcome, counts, reason } }) =>
      `  ${outcome.padEnd(7)}  ${needed}: ${title}${
        counts ? '' : ' (does not count yet)'
      }${reason ? `, because ${reason}` : ''}`,
  );
  return [
    `${each.title}: ${level ?? 'no level'}${
      result.levelHeld ? ' (last known)' : ''
    }${score}`,
    ...open,
  ].join('\n');
}
