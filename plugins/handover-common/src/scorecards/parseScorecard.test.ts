import { formatProblem } from '../documents/parse';
import { factSchema } from './facts/builtInFacts';
import { HANDOVER_READY } from './handoverReady';
import { parseScorecard } from './parseScorecard';

const facts = factSchema();

const problemsOf = (text: string) =>
  parseScorecard(text, facts).problems.map(problem =>
    formatProblem('ready.yaml', problem),
  );

const scorecard = (checks: string) => `apiVersion: handover.dev/v1
kind: Scorecard
metadata: { name: ready, title: Ready, owner: platform }
levels: [{ id: bronze, title: Bronze }]
checks:
${checks}`;

const check = (lines: string) =>
  `  - { id: a, title: A, level: bronze, why: W, fix: { text: F },\n      ${lines} }`;

describe('parsing a scorecard', () => {
  it('reads the one that everybody can begin with', () => {
    const { scorecard: ready, problems } = parseScorecard(
      HANDOVER_READY,
      facts,
    );
    expect(problems).toEqual([]);
    expect(ready?.levels.map(({ id }) => id)).toEqual([
      'bronze',
      'silver',
      'gold',
    ]);
    expect(ready?.metadata.owner).toBe('group:default/platform');
    expect(
      ready?.checks.find(({ id }) => id === 'rollback-was-seen'),
    ).toMatchObject({ basis: ['observed'], rank: 2, weight: 3 });
  });

  it('names everything that is wrong at once, with its place', () => {
    const text = `apiVersion: handover.dev/v1
kind: Scorecard
metadata:
  name: Ready
  title: Ready
  owner: group:default/platform
scope: { lifecycles: production }
levels:
  - { id: bronze, title: Bronze, color: brown }
checks: []
`;
    expect(problemsOf(text)).toEqual([
      `ready.yaml:4:9 metadata.name: must consist of lowercase letters, digits and hyphens, and begin and end with a letter or digit`,
      `ready.yaml:7:10 scope.lifecycles: unknown key 'lifecycles', did you mean 'lifecycle'?`,
      `ready.yaml:9:41 levels[0].color: must be a colour such as #a0522d`,
      `ready.yaml:10:9 checks: at least one is required`,
    ]);
  });

  it('says where in a condition it is wrong, however it is written', () => {
    const wrong = "document.exists && document.stat == 'ok'";
    const says =
      "unknown fact 'document.stat', did you mean 'document.status'?";
    expect(problemsOf(scorecard(check(`condition: "${wrong}"`)))).toEqual([
      `ready.yaml:7:46 checks[0].condition: ${says}`,
    ]);
    const block = `  - id: a
    title: A
    level: bronze
    why: W
    fix: { text: F }
    condition: |
      document.exists &&
        document.stat == 'ok'
`;
    expect(problemsOf(scorecard(block))).toEqual([
      `ready.yaml:13:17 checks[0].condition: ${says}`,
    ]);
  });

  it('refuses repeated ids and unknown levels, and warns of unused ones', () => {
    const text = scorecard(
      [check('condition: document.stale'), check('condition: document.exists')]
        .join('\n')
        .replace('level: bronze', 'level: bronce'),
    ).replace('levels: [', 'levels: [{ id: tin, title: Tin }, ');
    expect(problemsOf(text)).toEqual([
      "ready.yaml:4:10 levels[0]: no check needs the level 'tin'",
      "ready.yaml:6:31 checks[0].level: unknown level 'bronce', did you mean 'bronze'?",
      "ready.yaml:8:11 checks[1].id: 'a' is also the id of checks[0]",
    ]);
  });

  it('refuses a thousand checks with one problem', () => {
    const many = Array.from({ length: 1_000 }, (_, index) =>
      check('condition: document.stale').replace('id: a', `id: a${index}`),
    );
    expect(problemsOf(scorecard(many.join('\n')))).toEqual([
      'ready.yaml:6:3 checks: more than 100 checks are too many',
    ]);
  });
});
