import { FactSchema } from '../facts/FactSchema';
import type { FactType, FactValue } from '../facts/types';
import { compileCondition } from './compileCondition';
import { ConditionError } from './ConditionError';
import { MAX_CONDITION_LENGTH } from './limits';

const TEXT = { kind: 'string' } as const;
const schema = FactSchema.of([
  ...(
    [
      ['team.size', { kind: 'int' }],
      ['team.ratio', { kind: 'double' }],
      ['team.active', { kind: 'bool' }],
      ['team.state', { kind: 'string', values: ['growing', 'shrinking'] }],
      ['team.names', { kind: 'list', of: TEXT }],
      ['team.roles', { kind: 'map', of: TEXT, keys: ['lead', 'deputy'] }],
    ] satisfies [string, FactType][]
  ).map(([name, type]) => ({
    name,
    type,
    basis: 'declared' as const,
    description: name,
  })),
]);

const facts = new Map<string, FactValue>([
  ['team.size', { value: 3 }],
  ['team.ratio', { value: 0.5 }],
  ['team.active', { missing: 'the directory does not answer' }],
  ['team.state', { value: 'growing' }],
  ['team.names', { value: ['ada', 'grace'] }],
  ['team.roles', { value: { lead: 'ada' } }],
]);

const evaluate = (text: string) =>
  compileCondition(text, schema).evaluate(facts);

function errorOf(text: string): ConditionError {
  try {
    compileCondition(text, schema);
  } catch (error) {
    if (error instanceof ConditionError) {
      return error;
    }
    throw error;
  }
  throw new Error(`'${text}' has no error`);
}

describe('a condition', () => {
  it.each([
    ['team.size == 3', true],
    ['team.size >= 3.5', false],
    ['team.ratio * 2.0 == 1.0', true],
    ['double(team.size) / 2.0 > 1.4', true],
    ['team.size % 2 == 1 && !(team.size < 0)', true],
    ["team.state == 'growing'", true],
    ["team.state in ['growing', 'shrinking']", true],
    ["'ada' in team.names", true],
    ["team.names.exists(name, name.startsWith('g'))", true],
    ["team.names.all(name, name.matches('^[a-z]+$'))", true],
    ['team.names.filter(name, size(name) > 3).size() == 1', true],
    ["team.names.exists_one(name, name == 'ada')", true],
    ['team.names.map(name, size(name)) == [3, 5]', true],
    ["team.roles.lead == 'ada'", true],
    ["team.roles['lead'].contains('d')", true],
    ["(team.size > 2 ? 'a' : 'b') == 'a'", true],
  ])('%s is %s', (text, expected) => {
    expect(evaluate(text)).toBe(expected);
  });

  it.each([
    ['team.active', 'team.active: the directory does not answer'],
    ['!team.active', 'team.active: the directory does not answer'],
    [
      'team.size == 3 && team.active',
      'team.active: the directory does not answer',
    ],
    ["team.roles.deputy == 'x'", 'cannot be computed: field not found: deputy'],
    ['team.size / 0 == 1', 'cannot be computed: int divide by zero'],
  ])('%s is unknown', (text, unknown) => {
    expect(evaluate(text)).toEqual({ unknown });
  });

  it('is known where what is missing cannot change it', () => {
    expect(evaluate('team.active || team.size == 3')).toBe(true);
    expect(evaluate('team.active && team.size == 4')).toBe(false);
  });

  it('names the facts that it uses, with the keys of mappings', () => {
    const { uses } = compileCondition(
      "team.roles.lead != '' && team.size > 1 && team.size < 9 && team.roles['deputy'] != ''",
      schema,
    );
    expect(uses).toEqual([
      { fact: 'team.roles', keys: ['lead'] },
      { fact: 'team.size', keys: [] },
      { fact: 'team.roles', keys: ['deputy'] },
    ]);
  });

  it.each([
    ['team.sise > 1', "unknown fact 'team.sise', did you mean 'team.size'?"],
    ['teem.size > 1', "unknown name 'teem', did you mean 'team'?"],
    ['true && nobody', "unknown name 'nobody'; facts begin with team"],
    ['team == team', "'team' is a namespace: name one of its facts"],
    [
      "team.state == 'growingg'",
      "the fact is never 'growingg', did you mean 'growing'?",
    ],
    [
      'team.roles.leed == team.state',
      "unknown key 'leed' of team.roles, did you mean 'lead'?",
    ],
    ["team.size > 'a'", '> does not take a whole number and text'],
    ['team.size', 'must come to true or false, not to a whole number'],
    ['team.size + 1.0 > 2.0', '+ does not take a whole number and a number'],
    [
      'team.names.startWith("a")',
      "unknown function 'startWith', did you mean 'startsWith'?",
    ],
    ['size() == 1', 'size() does not take nothing'],
    ['has(team.size)', /^has\(\) is not allowed/],
    ["team.names.all(name, name.matches('('))", /^invalid pattern/],
    [
      'team.names.all(name, name.matches(name))',
      'the pattern of matches() must be written out',
    ],
    ['team.names.all(team, true)', /would hide the facts/],
    ['[1, "a"] == []', 'the items of a list must be of one type'],
    ["{'a': 1} == {'a': 1}", 'a condition cannot make mappings'],
    ['team.size == null', /^only true, false, numbers and texts/],
    ['team.size >', /^is not CEL: /],
    ['', /^is not CEL: /],
  ])('%s is refused', (text, message) => {
    expect(errorOf(text).message).toMatch(message);
  });

  it.each([
    ['team.size == 3 && team.sise > 1', 22],
    ['team.size == 3 &&\n  teem.size > 1', 20],
    ['team.size >', 10],
  ])('says where it is wrong: %j', (text, offset) => {
    expect(errorOf(text).offset).toBe(offset);
  });

  it('has bounds, which are checked before anything is evaluated', () => {
    expect(
      errorOf(`team.size > ${'1'.repeat(MAX_CONDITION_LENGTH)}`).message,
    ).toBe('is longer than 2000 characters');
    expect(errorOf(`${'('.repeat(51)}true${')'.repeat(51)}`).message).toBe(
      'has more than 50 brackets inside each other',
    );
    expect(
      errorOf(
        'team.names.all(a, team.names.all(b, team.names.all(c, a != b || b != c)))',
      ).message,
    ).toMatch(/^takes too many steps/);
    expect(
      errorOf('team.names.all(a, team.names.all(b, a == b))').message,
    ).toMatch(/^takes too many steps/);
  });
});
