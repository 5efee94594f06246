import { MAX_LIST_ITEMS } from '../../documents/limits';
import type { FactDefinition, FactValue } from './types';

/** Facts about the web addresses in a handover, as far as they are checked. */
export const LINK_FACTS: readonly FactDefinition[] = [
  {
    name: 'links.count',
    type: { kind: 'int' },
    basis: 'observed',
    description:
      'Number of different links in the handover to hosts whose links are checked.',
  },
  {
    name: 'links.dead',
    type: { kind: 'list', of: { kind: 'string' } },
    basis: 'observed',
    description:
      'Those links that answered 404 or 410 when they were last checked. Missing if there are none, but some links have no certain answer.',
  },
];

/**
 * What the last check of a link came to. `unknown`: there is no answer, or one
 * that decides nothing.
 *
 * @alpha
 */
export type LinkState = 'alive' | 'dead' | 'unknown';

/**
 * The links of a handover that can be checked, or why none are.
 *
 * @alpha
 */
export type LinkFactInput =
  | {
      /** Each address once. Without a state, it was never checked. */
      links: readonly { url: string; state?: LinkState }[];
    }
  | { missing: string };

/** The values of `LINK_FACTS` for an entity. */
export function linkFactValues(
  input: LinkFactInput,
): [name: string, value: FactValue][] {
  if ('missing' in input) {
    return LINK_FACTS.map(({ name }) => [name, input]);
  }
  const { links } = input;
  const dead = links.filter(({ state }) => state === 'dead');
  const undecided = links.filter(
    ({ state = 'unknown' }) => state === 'unknown',
  ).length;
  return [
    ['links.count', { value: links.length }],
    [
      'links.dead',
      dead.length === 0 && undecided > 0
        ? {
            missing: `${undecided} of ${links.length} links have no certain answer`,
          }
        : { value: dead.slice(0, MAX_LIST_ITEMS).map(({ url }) => url) },
    ],
  ];
}
