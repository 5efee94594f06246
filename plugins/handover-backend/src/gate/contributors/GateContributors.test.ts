import type { GateExtensionPoint } from '@backstage-handover/plugin-handover-node';
import { GateContributors } from './GateContributors';

const never = () => new Promise<never>(() => {});
const condition = (more: object = {}) => ({
  id: 'a',
  title: 'A',
  evaluate: never,
  ...more,
});
const source = (more: object = {}) => ({
  id: 'a',
  title: 'A',
  getCalendars: async () => [],
  getOverrides: async () => [],
  ...more,
});

function add(...additions: ((gate: GateExtensionPoint) => void)[]) {
  const contributors = GateContributors.create();
  additions.forEach(each => each(contributors));
  return contributors;
}

it.each(['a', 'a1', '7', 'no-open-incident', 'no-incident-2-x'])(
  'takes a contributor with the id %s once of each kind',
  id => {
    const contributors = add(
      gate => gate.addCalendarSource(source({ id })),
      gate => gate.addCondition(condition({ id })),
      gate => gate.addOverrideSource(source({ id })),
    );
    for (const kind of [
      contributors.calendarSources,
      contributors.conditions,
      contributors.overrideSources,
    ]) {
      expect(kind.list()).toMatchObject([{ id, title: 'A' }]);
    }
    expect(() => contributors.addCalendarSource(source({ id }))).toThrow(
      `The id '${id}' is used by another calendar source`,
    );
    expect(() => contributors.addCondition(condition({ id }))).toThrow(
      `The id '${id}' is used by another condition`,
    );
    expect(() => contributors.addBuiltInCondition(condition({ id }))).toThrow(
      `The id '${id}' is used by another condition`,
    );
    expect(() => contributors.addOverrideSource(source({ id }))).toThrow(
      `The id '${id}' is used by another override source`,
    );
  },
);

it.each([
  '',
  'No Incident',
  'Incident',
  '-a',
  '_a',
  'a-',
  'a_',
  'a--b',
  'a-B',
  'a b',
  undefined,
  7,
])('refuses the id %j', id => {
  expect(() => add(gate => gate.addCondition(condition({ id })))).toThrow(
    `The id '${id}' of a condition is not valid: use lower case words with dashes`,
  );
});

it.each(['', ' ', undefined, 7])('refuses the title %j', title => {
  expect(() => add(gate => gate.addOverrideSource(source({ title })))).toThrow(
    "The override source 'a' has no title",
  );
});

it('keeps the id of the handover for the handover', () => {
  expect(() =>
    add(gate => gate.addCalendarSource(source({ id: 'handover' }))),
  ).toThrow("The id 'handover' is used by another calendar source");
  // Only calendars could be taken for those of the handover.
  expect(() =>
    add(gate => gate.addCondition(condition({ id: 'handover' }))),
  ).not.toThrow();
});

it('knows all kinds of change, and keeps those of a condition', () => {
  const changes = ['deploy', 'rollback', 'config', 'scale'];
  const given = [...changes];
  const contributors = add(gate =>
    gate.addCondition(condition({ changes: given })),
  );
  // A condition must not change what it is about later.
  given.pop();
  const [{ contributor }] = contributors.conditions.list();
  expect(contributor.changes).toEqual(changes);
});

it.each([[['deployment']], [['deploy', 'deployment']], ['deploy'], [null]])(
  'refuses the changes %j',
  changes => {
    expect(() =>
      add(gate => gate.addCondition(condition({ changes }))),
    ).toThrow(
      "The changes of the condition 'a' are not valid: use deploy, rollback, config, scale",
    );
  },
);
