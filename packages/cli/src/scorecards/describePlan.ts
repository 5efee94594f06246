import type {
  Outcome,
  PlannedChange,
  PlannedCheck,
  PlannedOwner,
  ScorecardPlan,
} from '@backstage-handover/plugin-handover-common';
import {
  CHANGE_KINDS,
  OUTCOMES,
} from '@backstage-handover/plugin-handover-common/scorecards';

/** Rows that are shown of each table: a comment of a pull request is short. */
export const MAX_ROWS = 40;

/** Rows of a table, the first of which is its head. */
export type Table = string[][];

const CHANGE_TITLES = {
  lost: 'lose a level',
  left: 'leave the scope',
  renamed: 'have their level under another id',
  gained: 'gain a level',
  entered: 'enter the scope',
} as const;

/** How many entities change, in one line. */
export function headline({ before, after, changed }: ScorecardPlan): string {
  const parts = CHANGE_KINDS.filter(kind => changed[kind] > 0).map(
    kind => `${changed[kind]} ${CHANGE_TITLES[kind]}`,
  );
  const scope = `${after.entities} in the scope, ${before.entities} with a result now`;
  return parts.length > 0
    ? `${parts.join(', ')} (${scope})`
    : `No entity changes (${scope})`;
}

/** What makes the plan less certain than it looks. */
export function doubts(plan: ScorecardPlan): string[] {
  const { after, before, outdated } = plan;
  return [
    ...(after.entities === 0
      ? ['No entity that you can read is in the scope.']
      : []),
    ...(outdated > 0
      ? [
          `${outdated} in the scope now are not evaluated with the scorecard in force yet.`,
        ]
      : []),
    ...(before.held + after.held > 0
      ? [
          `${after.held} will only have their last known level, as something is unknown; now it is ${before.held}.`,
        ]
      : []),
  ];
}

/** How many entities have which level, the lowest first. */
export function levelTable({ levels, before, after }: ScorecardPlan): Table {
  const ids = levels.map(({ id }) => id);
  const gone = Object.keys(before.levels)
    .filter(id => id !== 'none' && !ids.includes(id))
    .sort();
  return [
    ['level', 'now', 'after'],
    ...['none', ...gone, ...ids].map(id => [
      id,
      `${before.levels[id] ?? 0}`,
      `${after.levels[id] ?? 0}`,
    ]),
  ];
}

export function changeTable({ changes }: ScorecardPlan): Table {
  return [
    ['entity', 'owner', 'now', 'after', 'because of'],
    ...changes
      .slice(0, MAX_ROWS)
      .map(each => [
        each.entityRef,
        each.owner ?? '',
        each.change === 'entered' ? '' : each.before ?? 'none',
        afterOf(each),
        each.checks.slice(0, 3).join(', '),
      ]),
  ];
}

function afterOf({ change, after, levelHeld }: PlannedChange): string {
  if (change === 'left') {
    return 'not in the scope';
  }
  return `${after ?? 'none'}${levelHeld ? ' (last known)' : ''}`;
}

/** Outcomes of each check; `now → after` where they differ. */
export function checkTable({ checks }: ScorecardPlan): Table {
  const shown = OUTCOMES.filter(outcome =>
    checks.some(({ before, after }) => before?.[outcome] || after?.[outcome]),
  );
  return [
    ['check', 'level', ...shown, ''],
    ...checks.map(each => [
      each.id,
      each.level,
      ...shown.map(outcome => numbersOf(each, outcome)),
      noteOf(each),
    ]),
  ];
}

function numbersOf({ before, after }: PlannedCheck, outcome: Outcome): string {
  const now = before?.[outcome] ?? 0;
  const later = after?.[outcome] ?? 0;
  if (!before) {
    return `${later}`;
  }
  return after && now !== later ? `${now} → ${later}` : `${now}`;
}

function noteOf({ before, after, counts, enforcedFrom }: PlannedCheck): string {
  if (!after) {
    return 'removed';
  }
  if (!counts) {
    return `counts from ${enforcedFrom}`;
  }
  return before ? '' : 'new';
}

/** What is missing where checks are unknown. */
export function unknownTable({ checks }: ScorecardPlan): Table {
  return [
    ['check', 'missing', 'entities', 'because'],
    ...checks.flatMap(({ id, unknown }) =>
      unknown.map(({ fact, entities, reason }) => [
        id,
        fact ?? '',
        `${entities}`,
        reason.length > 200 ? `${reason.slice(0, 199)}…` : reason,
      ]),
    ),
  ];
}

export function ownerTable({ owners }: ScorecardPlan): Table {
  const shown = CHANGE_KINDS.filter(kind =>
    owners.some(({ changes }) => changes[kind] > 0),
  );
  const row = ({ ref, changes }: PlannedOwner) => [
    ref,
    ...shown.map(kind => `${changes[kind]}`),
  ];
  return [['owner', ...shown], ...owners.slice(0, MAX_ROWS).map(row)];
}

/** How many rows `MAX_ROWS` leaves out. */
export function leftOut(rows: number, omitted: number): number {
  return Math.max(0, rows - MAX_ROWS) + omitted;
}
