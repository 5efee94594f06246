import type { ScorecardPlan } from '@backstage-handover/plugin-handover-common';
import { printable } from '../io/printable';
import {
  type Table,
  changeTable,
  checkTable,
  doubts,
  headline,
  leftOut,
  levelTable,
  ownerTable,
  unknownTable,
} from './describePlan';

/** A plan as people read it in a terminal. */
export function planHuman(plan: ScorecardPlan): string {
  const { owners, omittedOwners, changes, omittedChanges } = plan;
  const blocks = [
    [
      `${plan.title}${plan.inForce ? '' : ' (not in force yet)'}: ${headline(
        plan,
      )}`,
      ...doubts(plan),
    ].join('\n'),
    aligned(levelTable(plan)),
    aligned(changeTable(plan), leftOut(changes.length, omittedChanges)),
    aligned(ownerTable(plan), leftOut(owners.length, omittedOwners)),
    aligned(checkTable(plan)),
    aligned(unknownTable(plan)),
  ];
  return printable(blocks.filter(Boolean).join('\n\n'));
}

/** Nothing for a table without rows. */
function aligned(table: Table, more = 0): string {
  if (table.length < 2) {
    return '';
  }
  const widths = table[0].map((_, column) =>
    Math.max(...table.map(row => row[column].length)),
  );
  return [
    ...table.map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    ),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ].join('\n');
}
