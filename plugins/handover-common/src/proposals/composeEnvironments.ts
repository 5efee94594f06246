import type { Environments } from '../environments/Environments';
import type { JsonObject } from '../documents/json';
import type { PathSegments } from '../documents/path';
import { draftEnvironments, environmentRank } from './commonEnvironments';
import { formatEvidence } from './evidence';
import { MAX_ITEMS, type Composition } from './Composition';
import { distinctValues, type Said } from './distinctValues';
import type { EnvironmentValues, Proposal } from './types';

type EnvironmentProposal = Extract<Proposal, { kind: 'environment' }>;

/** Fields of an environment, in the order in which they are written. */
const FIELDS = ['cluster', 'namespace', 'url', 'promotedFrom'] as const;

/** Adds the environments that are proposed, and how each is deployed to. */
export function composeEnvironments(
  composed: Composition,
  proposals: readonly EnvironmentProposal[],
  configured?: Environments,
): void {
  const known = draftEnvironments(configured);
  const keyOf = (name: string) => known.resolve(name).keys[0];
  const byKey = new Map<string, EnvironmentProposal[]>();
  for (const proposal of proposals) {
    const key = keyOf(proposal.name);
    byKey.set(key, [...(byKey.get(key) ?? []), proposal]);
  }
  const displayName = (name: string) => byKey.get(keyOf(name))?.[0].name;

  const triggers: JsonObject = {};
  inOrder([...byKey.values()].slice(0, MAX_ITEMS)).forEach((group, index) => {
    const [{ name, evidence }] = group;
    const path = ['environments', 'items', index];
    const values = FIELDS.flatMap(field => {
      const said = agreed(composed, [...path, field], group, field);
      const value =
        said && field === 'promotedFrom'
          ? displayName(said.value)
          : said?.value;
      return said && value ? [{ field, value, evidence: said.evidence }] : [];
    });
    composed.add(
      ['environments', 'items'],
      {
        name,
        ...Object.fromEntries(values.map(each => [each.field, each.value])),
      },
      evidence,
    );
    for (const each of values) {
      if (formatEvidence(each.evidence) !== formatEvidence(evidence)) {
        composed.fields.push({
          path: [...path, each.field],
          evidence: each.evidence,
        });
      }
    }
    const triggerPath = ['deployment', 'trigger', name];
    const trigger = agreed(composed, triggerPath, group, 'trigger');
    if (trigger) {
      triggers[name] = trigger.value;
      composed.fields.push({ path: triggerPath, evidence: trigger.evidence });
    }
  });
  if (Object.keys(triggers).length > 0) {
    composed.setAll('deployment', 'trigger', triggers);
  }
}

/** In the order of promotion where all names are common ones, else as found. */
function inOrder(found: EnvironmentProposal[][]): EnvironmentProposal[][] {
  const rankOf = ([{ name }]: EnvironmentProposal[]) => environmentRank(name);
  return found.every(group => rankOf(group) >= 0)
    ? [...found].sort((a, b) => rankOf(a) - rankOf(b))
    : found;
}

/** What all sources that say something say, from the first of them. */
function agreed<K extends keyof EnvironmentValues>(
  composed: Composition,
  path: PathSegments,
  group: readonly EnvironmentProposal[],
  field: K,
): Said<NonNullable<EnvironmentValues[K]>> | undefined {
  const options = distinctValues(
    group.flatMap(({ values, evidence }) => {
      const value = values[field];
      return value ? [{ value, evidence }] : [];
    }),
  );
  if (options.length > 1) {
    composed.disagree(path, options);
    return undefined;
  }
  return options[0];
}
