import type { EntityScope } from '@backstage-handover/plugin-handover-common/entities';
import type { ScorecardPlan } from '@backstage-handover/plugin-handover-common';
import {
  type CompiledScorecard,
  type ResultInForce,
  ScorecardPlanner,
  evaluateEntity,
} from '@backstage-handover/plugin-handover-common/scorecards';
import { CommandError } from '../io/CommandError';
import type { DocumentOptions } from '../io/parseOptions';
import { loadScorecard } from './loadScorecard';
import { readServices, type Service } from './readServices';

/** What is known of an entity without its `catalog-info.yaml`. */
const KNOWN_BY_NAME = ['kind', 'tier'];

/** Stands for the version of the scorecard in `--base`. */
const BASE = 'base';

/**
 * Plans a change to a scorecard from the handovers in a folder, without a portal.
 *
 * @returns the plan, and which handovers are not in it
 */
export async function planDocuments(
  file: string,
  options: DocumentOptions & { documents: string; base?: string },
): Promise<{ plan: ScorecardPlan; remarks: string[] }> {
  const now = new Date();
  const scorecard = await loadScorecard(file);
  const base =
    options.base === undefined ? undefined : await loadScorecard(options.base);
  if (base && base.metadata.name !== scorecard.metadata.name) {
    throw new CommandError(
      `'${base.metadata.name}' and '${scorecard.metadata.name}' are two scorecards: a scorecard keeps its results only under the same metadata.name`,
    );
  }
  const { services, remarks } = await readServices(options.documents, {
    ...options,
    now,
  });
  const planner = ScorecardPlanner.create({
    scorecard,
    current: base && { version: BASE, scorecard: base },
    now,
  });
  for (const service of services) {
    if (isDecidable(service, scorecard.scope, base?.scope)) {
      const { entity, facts } = service;
      planner.add({
        entity,
        owner: entity.owners[0],
        facts,
        before: base && resultOf(base, service, now),
      });
    } else {
      remarks.push(
        `'${service.entity.entityRef}' is left out: without its catalog-info.yaml, nobody knows whether it is in the scope`,
      );
    }
  }
  return { plan: planner.finish(), remarks };
}

function isDecidable(
  { described }: Service,
  ...scopes: (EntityScope | undefined)[]
): boolean {
  return (
    described ||
    scopes.every(scope =>
      [scope ?? {}, ...(scope?.except ?? [])].every(fields =>
        Object.entries(fields).every(
          ([key, value]) =>
            value === undefined ||
            key === 'except' ||
            KNOWN_BY_NAME.includes(key),
        ),
      ),
    )
  );
}

function resultOf(
  base: CompiledScorecard,
  { entity, facts }: Service,
  now: Date,
): ResultInForce | undefined {
  const result = evaluateEntity(base, entity, { facts, now });
  return (
    result && {
      version: BASE,
      level: result.level,
      levelHeld: result.levelHeld,
      outcomes: Object.fromEntries(
        result.checks.flatMap(({ id, counts, outcome }) =>
          counts ? [[id, outcome]] : [],
        ),
      ),
    }
  );
}
