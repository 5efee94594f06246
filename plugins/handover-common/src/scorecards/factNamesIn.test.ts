import { compileCondition } from './conditions/compileCondition';
import { factNamesIn } from './factNamesIn';
import { factSchema } from './facts/builtInFacts';
import { HANDOVER_READY } from './handoverReady';
import { parseScorecard } from './parseScorecard';

const schema = factSchema();
const known = new Set(schema.definitions.map(({ name }) => name));

/** Conditions in all shapes that the compiler accepts. */
const CONDITIONS = [
  "document.sections.rollback == 'covered'",
  "document.covered['rollback.steps'] && document\n . exists",
  "catalog.kind == 'document.stale' || catalog.type == \"it's document.tier\"",
  "catalog.type != 'a\\'document.stale' && document.exists",
  "catalog.tags.exists(tag, tag.startsWith('a'))",
  'size(document.sections) > 3 ? document.coverage >= 0.5 : !document.stale',
];

it('finds the facts that the compiler finds', () => {
  const { scorecard } = parseScorecard(HANDOVER_READY, schema);
  const conditions = [
    ...CONDITIONS,
    ...scorecard!.checks.flatMap(({ condition, when }) => [
      condition,
      ...(when ? [when] : []),
    ]),
  ];
  expect(conditions.length).toBeGreaterThan(20);
  for (const condition of conditions) {
    const { uses } = compileCondition(condition, schema);
    const found = [...factNamesIn(condition)].filter(name => known.has(name));
    expect([condition, found.sort()]).toEqual([
      condition,
      [...new Set(uses.map(({ fact }) => fact))].sort(),
    ]);
  }
});
