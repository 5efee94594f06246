import type { ScorecardInput } from '@backstage-handover/plugin-handover-common/scorecards';

/** A condition of the JSON rules engine. */
export type Rule =
  | { fact: string; operator: string; value: unknown }
  | { all: Rule[] }
  | { any: Rule[] };

/** A check, and the same as JSON rules over facts without dots. */
type Pair = { id: string; condition: string; rule: Rule };

const is = (fact: string, operator: string, value: unknown): Rule => ({
  fact: peerName(fact),
  operator,
  value,
});
const isTrue = (fact: string) => is(fact, 'equal', true);

const covered = (section: string): Pair => ({
  id: `covers-${section.toLocaleLowerCase('en-US')}`,
  condition: `document.sections.${section} == 'covered'`,
  rule: is(`document.sections.${section}`, 'equal', 'covered'),
});

/** 20 checks as a platform team writes them, over all sources of facts. */
const PAIRS: Pair[] = [
  {
    id: 'written',
    condition: 'document.exists',
    rule: isTrue('document.exists'),
  },
  {
    id: 'owned',
    condition: 'catalog.ownedByGroup',
    rule: isTrue('catalog.ownedByGroup'),
  },
  {
    id: 'in-system',
    condition: 'catalog.hasSystem && catalog.systemExists',
    rule: {
      all: [isTrue('catalog.hasSystem'), isTrue('catalog.systemExists')],
    },
  },
  {
    id: 'tagged',
    condition: "'kubernetes' in catalog.tags",
    rule: is('catalog.tags', 'contains', 'kubernetes'),
  },
  {
    id: 'purpose',
    condition: "document.covered['overview.purpose']",
    rule: isTrue('document.covered.overview.purpose'),
  },
  {
    id: 'rollback-steps',
    condition: "document.covered['rollback.steps']",
    rule: isTrue('document.covered.rollback.steps'),
  },
  ...[
    'rollback',
    'failures',
    'deployment',
    'escalation',
    'dangerZones',
    'firstThirtyDays',
    'responsibilities',
  ].map(covered),
  {
    id: 'tier',
    condition: 'document.tier in [1, 2, 3]',
    rule: is('document.tier', 'in', [1, 2, 3]),
  },
  {
    id: 'complete',
    condition: 'document.coverage >= 0.9',
    rule: is('document.coverage', 'greaterThanInclusive', 0.9),
  },
  {
    id: 'reviewed',
    condition: '!document.stale',
    rule: is('document.stale', 'equal', false),
  },
  {
    id: 'windows',
    condition: 'windows.allow > 0 || windows.deny > 0',
    rule: {
      any: [
        is('windows.allow', 'greaterThan', 0),
        is('windows.deny', 'greaterThan', 0),
      ],
    },
  },
  {
    id: 'connected',
    condition: 'delivery.connected',
    rule: isTrue('delivery.connected'),
  },
  {
    id: 'deploys',
    condition: 'delivery.productionDeployments >= 3',
    rule: is('delivery.productionDeployments', 'greaterThanInclusive', 3),
  },
  {
    id: 'rolls-back',
    condition: 'document.tier > 2 || delivery.rollbacks >= 1',
    rule: {
      any: [
        is('document.tier', 'greaterThan', 2),
        is('delivery.rollbacks', 'greaterThanInclusive', 1),
      ],
    },
  },
];

const LEVELS = ['bronze', 'silver', 'gold'];

/** The name of a fact for JSON rules, which take dots for paths. */
export function peerName(path: string): string {
  return path.replace(/\W/g, '_');
}

export const RULES = PAIRS.map(({ id, rule }) => ({
  id,
  rule: 'fact' in rule ? { all: [rule] } : rule,
}));

/** A scorecard of these checks. The stricter one needs some of them earlier. */
export function scorecard(options: { strict: boolean }): ScorecardInput {
  return {
    apiVersion: 'handover.dev/v1',
    kind: 'Scorecard',
    metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
    scope: { kind: 'component' },
    levels: LEVELS.map(id => ({ id, title: id })),
    checks: PAIRS.map(({ id, condition }, index) => ({
      id,
      title: id,
      level: LEVELS[Math.floor(index / (options.strict ? 10 : 7))],
      why: 'It is needed.',
      fix: { text: 'Do it.' },
      condition,
    })),
  };
}
