import {
  diffDocuments,
  SECTION_TITLES,
} from '@backstage-handover/plugin-handover-common/documents';
import type { DocumentChange } from '@backstage-handover/plugin-handover-common';
import { stringify } from 'yaml';
import { CommandError } from '../io/CommandError';
import { loadDocument } from '../io/loadDocument';
import type { DocumentOptions } from '../io/parseOptions';
import { displayName } from '../io/names';
import { paint, print, printJson } from '../io/output';
import { printable } from '../io/printable';
import { STDIN } from '../io/readText';

type DiffOptions = DocumentOptions & { format: 'human' | 'json' };

/** Compares two documents; ends with 1 where they differ. */
export async function diff(
  before: string,
  after: string,
  options: DiffOptions,
) {
  if (before === STDIN && after === STDIN) {
    throw new CommandError("only one of the two can be standard input, '-'");
  }
  const changes = diffDocuments(
    await loadDocument(before, options),
    await loadDocument(after, options),
  );
  if (options.format === 'json') {
    printJson({
      before: displayName(before),
      after: displayName(after),
      changes,
    });
  } else if (changes.length > 0) {
    print(
      [
        paint('bold', `--- ${displayName(before)}`),
        paint('bold', `+++ ${displayName(after)}`),
        ...changes.flatMap((change, index) => [
          ...(change.section === changes[index - 1]?.section
            ? []
            : [paint('cyan', `@@ ${title(change.section)} @@`)]),
          ...changeLines(change),
        ]),
      ].join('\n'),
    );
  }
  if (changes.length > 0) {
    process.exitCode = 1;
  }
}

function title(section: DocumentChange['section']): string {
  return section === 'metadata' ? 'Metadata' : SECTION_TITLES[section];
}

function changeLines(change: DocumentChange): string[] {
  const head = printable(
    `  ${change.path}${
      change.item === undefined ? '' : ` (${oneLine(change.item)})`
    }`,
  );
  switch (change.kind) {
    case 'added':
      return [`${head}: added`, ...valueLines('+', change.after)];
    case 'removed':
      return [`${head}: removed`, ...valueLines('-', change.before)];
    case 'changed':
      return [
        `${head}: changed`,
        ...valueLines('-', change.before),
        ...valueLines('+', change.after),
      ];
    default:
      return [
        `${head}: moved from position ${change.from + 1} to ${change.to + 1}`,
      ];
  }
}

function valueLines(sign: '+' | '-', value: unknown): string[] {
  const text = typeof value === 'string' ? value : stringify(value);
  return printable(text)
    .trimEnd()
    .split('\n')
    .map(line => paint(sign === '+' ? 'green' : 'red', `  ${sign} ${line}`));
}

const LONGEST_LABEL = 60;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_LABEL
    ? `${line.slice(0, LONGEST_LABEL - 1)}…`
    : line;
}
