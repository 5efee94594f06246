import { plainLine } from '@backstage-handover/plugin-handover-common/documents';
import type {
  Proposal,
  ProposedStep,
} from '@backstage-handover/plugin-handover-common/proposals';
import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';
import { isArchitecture } from '../isArchitecture';
import {
  isCode,
  isHeading,
  isList,
  isParagraph,
  isText,
  linksIn,
  listToMarkdown,
  toMarkdown,
  toText,
  toTitle,
} from '../markdown';
import { at, textField } from '../types';
import { removeCostlyMarkdown } from '../removeCostlyMarkdown';
import type { SourceFile } from '../types';

/** Headings below which the first paragraph says what the service is. */
const INTRODUCTION =
  /^(about|overview|introduction|summary|description|purpose|what is|what it does|what does)\b/i;

const ROLLBACK = /^(how to )?(roll(ing)? ?-?back|revert(ing)?)\b/i;

const TROUBLES =
  /^(trouble ?-?shooting|runbook|known (issues|problems|failures)|common (issues|problems|failures))\b/i;

/** Characters of a README that are read. What matters stands above. */
const MAX_LENGTH = 64 * 1024;

/** Words that a paragraph has at least. Fewer are a slogan. */
const MIN_WORDS = 5;

type Section = {
  /** Undefined before the first heading. */
  heading?: Tokens.Heading;
  line: number;
  /** Headings above it, from the outermost. */
  parents: Tokens.Heading[];
  blocks: { token: Token; line: number }[];
};

/**
 * A README: what the service is, from its first real paragraph; how to roll back
 * and what to do about troubles, where it has headings for these; links to its
 * architecture.
 */
export function fromReadme({ path, text }: SourceFile): Proposal[] {
  const sections = readSections(text);
  return [
    ...purpose(sections, path),
    ...sections.flatMap(section => [
      ...rollbackSteps(section, path),
      ...troubles(section, path),
      ...architectureLinks(section, path),
    ]),
  ];
}

function readSections(text: string): Section[] {
  const sections: Section[] = [{ line: 1, parents: [], blocks: [] }];
  let line = 1;
  for (const token of new Marked().lexer(
    removeCostlyMarkdown(text.slice(0, MAX_LENGTH).replace(/\r\n?/g, '\n')),
  )) {
    const start = line;
    line += token.raw.split('\n').length - 1;
    const last = sections[sections.length - 1];
    if (isHeading(token)) {
      sections.push({
        heading: token,
        line: start,
        parents: [
          ...last.parents,
          ...(last.heading ? [last.heading] : []),
        ].filter(parent => parent.depth < token.depth),
        blocks: [],
      });
    } else if (token.type !== 'space') {
      last.blocks.push({ token, line: start });
    }
  }
  return sections;
}

function purpose(sections: Section[], path: string): Proposal[] {
  const found = sections
    .filter(
      ({ heading, parents }) =>
        !heading ||
        heading.depth === 1 ||
        (parents.every(({ depth }) => depth === 1) &&
          INTRODUCTION.test(toTitle(heading))),
    )
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ token, line }) => {
      const text = isParagraph(token) ? toMarkdown(token.tokens).trim() : '';
      return text.split(/\s+/).length >= MIN_WORDS ? [{ text, line }] : [];
    })[0];
  return found
    ? [textField('overview.purpose', found.text, at(path, found.line))]
    : [];
}

function rollbackSteps({ heading, blocks }: Section, path: string): Proposal[] {
  if (!heading || !ROLLBACK.test(toTitle(heading))) {
    return [];
  }
  const lists = blocks.flatMap(({ token, line }) =>
    isList(token) ? [{ token, line }] : [],
  );
  const steps =
    lists.length > 0
      ? lists.flatMap(({ token, line }) => stepsOfList(token, line))
      : stepsOfBlocks(blocks);
  return steps.map(({ value, line }) => ({
    kind: 'item',
    field: 'rollback.steps',
    value,
    evidence: at(path, line),
  }));
}

type PlacedStep = { value: ProposedStep; line: number };

function stepsOfList(list: Tokens.List, start: number): PlacedStep[] {
  let line = start;
  return list.items.flatMap(item => {
    const own = line;
    line += item.raw.split('\n').length - (item.raw.endsWith('\n') ? 1 : 0);
    const blocks = item.tokens.map(token => ({ token, line: own }));
    const [first] = stepsOfBlocks(blocks);
    return first ? [first] : [];
  });
}

/** Each paragraph is a step, and the code below it its command. */
function stepsOfBlocks(blocks: Section['blocks']): PlacedStep[] {
  const steps: PlacedStep[] = [];
  for (const { token, line } of blocks) {
    const last = steps.at(-1);
    if (isParagraph(token) || isText(token)) {
      const text = toMarkdown(token.tokens ?? []).trim();
      if (text) {
        steps.push({ value: { do: text }, line });
      }
    } else if (isCode(token) && last && !last.value.command) {
      last.value.command = token.text.trim();
    }
  }
  return steps;
}

/** Below a heading such as "Troubleshooting", each heading is a symptom. */
function troubles(
  { heading, parents, blocks, line }: Section,
  path: string,
): Proposal[] {
  const parent = parents.at(-1);
  if (!heading || !parent || !TROUBLES.test(toTitle(parent))) {
    return [];
  }
  const fix = blocks
    .flatMap(({ token }) => {
      if (isParagraph(token)) {
        return [toMarkdown(token.tokens)];
      }
      if (isList(token)) {
        return [listToMarkdown(token)];
      }
      return isCode(token) ? [token.raw.trim()] : [];
    })
    .join('\n\n')
    .trim();
  return fix
    ? [
        {
          kind: 'item',
          field: 'failures.items',
          value: { symptom: toTitle(heading), fix },
          evidence: at(path, line),
        },
      ]
    : [];
}

function architectureLinks({ blocks }: Section, path: string): Proposal[] {
  return blocks.flatMap(({ token, line }) =>
    linksIn(token).flatMap(({ href, tokens }): Proposal[] => {
      const title = plainLine(toText(tokens)).trim();
      return isArchitecture(title) && /^https?:\/\//.test(href)
        ? [
            {
              kind: 'item',
              field: 'architecture.links',
              value: { title, url: href },
              evidence: at(path, line),
            },
          ]
        : [];
    }),
  );
}
