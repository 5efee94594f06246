import type { ScorecardPlan } from '@backstage-handover/plugin-handover-common';
import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
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

/** A cell that is no text of anybody. */
const NUMBER = /^(?:\d+(?: → \d+)?)?$/;

/**
 * A plan as a comment of a pull request. What others wrote is only in code
 * spans, where it can neither format nor link nor mention anybody.
 */
export function planMarkdown(
  plan: ScorecardPlan,
  remarks: readonly string[],
): string {
  const { owners, omittedOwners, changes, omittedChanges } = plan;
  const blocks = [
    `### Scorecard ${code(plan.title)}`,
    `**${headline(plan)}**`,
    plan.inForce ? '' : 'No scorecard of this name is in force yet.',
    ...doubts(plan),
    table(levelTable(plan)),
    details(
      'Entities that change',
      changeTable(plan),
      leftOut(changes.length, omittedChanges),
    ),
    details(
      'Owners of entities that change',
      ownerTable(plan),
      leftOut(owners.length, omittedOwners),
    ),
    details('Checks', checkTable(plan)),
    details('Facts that are missing', unknownTable(plan)),
    remarks.map(remark => `- ${code(remark)}`).join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function details(summary: string, rows: Table, more = 0): string {
  const content = table(rows);
  return content
    ? [
        `<details><summary>${summary}</summary>`,
        content,
        ...(more > 0 ? [`… and ${more} more`] : []),
        '</details>',
      ].join('\n\n')
    : '';
}

/** Nothing for a table without rows. */
function table([head, ...rows]: Table): string {
  if (rows.length === 0) {
    return '';
  }
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map(() => '---')),
    ...rows.map(row =>
      line(row.map(cell => (NUMBER.test(cell) ? cell : code(cell)))),
    ),
  ].join('\n');
}

/** No character in it can end the code span, or the cell of a table. */
function code(text: string): string {
  return codeSpan(printable(text).replaceAll('|', '¦'));
}
