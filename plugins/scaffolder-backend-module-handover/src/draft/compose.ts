import type { PathSegments } from '@backstage-handover/plugin-handover-common';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { JsonObject, JsonValue } from '@backstage/types';
import { draftEnvironments, environmentRank } from './environmentNames';
import type { EnvironmentFacts, Proposal } from './types';

/** Most elements that are proposed for one list: a draft must be read by someone. */
const MAX_ITEMS = 50;

/** A field of the draft and where it was read. */
export type DraftedField = { path: PathSegments; from: string };

/** The values of a document, and the source of each. */
export type Composed = { values: JsonObject; fields: DraftedField[] };

type EnvironmentProposal = Extract<Proposal, { kind: 'environment' }>;

class Composition implements Composed {
  readonly values: JsonObject = {
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
  };
  readonly fields: DraftedField[] = [];

  setOnce([section, key]: string[], value: JsonValue, from: string) {
    const parent = this.#section(section);
    if (parent[key] === undefined) {
      parent[key] = value;
      this.fields.push({ path: [section, key], from });
    }
  }

  /** Sets a mapping whose values have sources of their own. */
  setAll(section: string, key: string, value: JsonObject) {
    this.#section(section)[key] = value;
  }

  /** Adds to a list what it does not have yet. */
  add([section, key]: string[], value: JsonValue, from: string) {
    const parent = this.#section(section);
    const list = parent[key] ?? [];
    if (!Array.isArray(list)) {
      throw new TypeError(`'${section}.${key}' is not a list`);
    }
    const json = JSON.stringify(value);
    if (
      list.length < MAX_ITEMS &&
      !list.some(each => JSON.stringify(each) === json)
    ) {
      parent[key] = [...list, value];
      this.fields.push({ path: [section, key, list.length], from });
    }
  }

  #section(name: string): JsonObject {
    const section = this.values[name] ?? {};
    if (typeof section !== 'object' || Array.isArray(section)) {
      throw new TypeError(`'${name}' is not a section`);
    }
    this.values[name] = section;
    return section;
  }
}

/**
 * Puts proposals together. For a text the first one counts; lists take each value
 * once; where two sources disagree about an environment, neither is believed.
 *
 * @param environments - Those that are configured.
 */
export function compose(
  proposals: Proposal[],
  environments?: Environments,
): Composed {
  const composed = new Composition();
  for (const proposal of proposals) {
    if (proposal.kind === 'text') {
      composed.setOnce(
        proposal.field.split('.'),
        proposal.value,
        proposal.from,
      );
    } else if (proposal.kind === 'item') {
      composed.add(proposal.field.split('.'), proposal.value, proposal.from);
    }
  }
  addEnvironments(
    composed,
    proposals.filter(
      (proposal): proposal is EnvironmentProposal =>
        proposal.kind === 'environment',
    ),
    draftEnvironments(environments),
  );
  return composed;
}

function addEnvironments(
  composed: Composition,
  proposals: EnvironmentProposal[],
  known: Environments,
): void {
  const keyOf = (name: string) => known.resolve(name).keys[0];
  const byKey = new Map<string, EnvironmentProposal[]>();
  for (const proposal of proposals) {
    const key = keyOf(proposal.name);
    byKey.set(key, [...(byKey.get(key) ?? []), proposal]);
  }
  // In the order of promotion where all names are common ones, else as found.
  const found = [...byKey.values()].slice(0, MAX_ITEMS);
  const areCommon = found.every(([{ name }]) => environmentRank(name) >= 0);
  const environments = areCommon
    ? found.sort(
        ([a], [b]) => environmentRank(a.name) - environmentRank(b.name),
      )
    : found;
  const displayName = (name: string) => byKey.get(keyOf(name))?.[0].name;

  const triggers: JsonObject = {};
  environments.forEach((group, index) => {
    const [{ name, from }] = group;
    const cluster = agreed(group, 'cluster');
    const namespace = agreed(group, 'namespace');
    const url = agreed(group, 'url');
    const promotion = agreed(group, 'promotedFrom');
    const promotedFrom = promotion && {
      value: displayName(promotion.value),
      from: promotion.from,
    };
    const facts = Object.entries({
      cluster,
      namespace,
      url,
      promotedFrom,
    }).flatMap(([key, fact]) =>
      fact?.value ? [{ key, value: fact.value, from: fact.from }] : [],
    );
    composed.add(
      ['environments', 'items'],
      {
        name,
        ...Object.fromEntries(facts.map(({ key, value }) => [key, value])),
      },
      from,
    );
    for (const fact of facts.filter(each => each.from !== from)) {
      composed.fields.push({
        path: ['environments', 'items', index, fact.key],
        from: fact.from,
      });
    }
    const trigger = agreed(group, 'trigger');
    if (trigger) {
      triggers[name] = trigger.value;
      composed.fields.push({
        path: ['deployment', 'trigger', name],
        from: trigger.from,
      });
    }
  });
  if (Object.keys(triggers).length > 0) {
    composed.setAll('deployment', 'trigger', triggers);
  }
}

/** What all sources that say something say, from the first of them. */
function agreed<K extends keyof EnvironmentFacts>(
  group: EnvironmentProposal[],
  key: K,
): { value: NonNullable<EnvironmentFacts[K]>; from: string } | undefined {
  const said = group.flatMap(({ facts, from }) => {
    const value = facts[key];
    return value ? [{ value, from }] : [];
  });
  const [first] = said;
  return first && said.every(({ value }) => value === first.value)
    ? first
    : undefined;
}
