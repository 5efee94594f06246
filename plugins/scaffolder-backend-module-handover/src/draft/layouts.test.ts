import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { draftDocument } from './draftDocument';
import { propose } from './propose';
import { readSources } from './readSources';
import { statementsOf } from './__testUtils__/statementsOf';

const FOLDER = resolve(__dirname, '__fixtures__/layouts');

/** What a careful reader of a repository takes for proved, and what is not true. */
type Expected = {
  /** The public repositories that the layout is written after. */
  after: string;
  says: string[];
  not: string[];
};

/** Reached today. Lower is a step back, higher belongs here. */
const PRECISION = 1;
const RECALL = 0.97;

const DOCS = resolve(__dirname, '../../../../docs/drafting.md');

const layouts = readdirSync(FOLDER).sort();

async function statementsAbout(layout: string) {
  const folder = resolve(FOLDER, layout);
  const { after, says, not }: Expected = JSON.parse(
    readFileSync(resolve(folder, 'expected.json'), 'utf8'),
  );
  const { files } = await readSources(folder);
  const draft = await draftDocument(
    propose(files.filter(({ path }) => path !== 'expected.json')),
    { linkSchemes: ['https'] },
  );
  const said = statementsOf(draft);
  const expected = new Set(says);
  return {
    layout,
    after,
    said,
    wrong: said.filter(each => !expected.has(each)),
    missing: says.filter(each => !said.includes(each)),
    forbidden: not.filter(each => said.some(one => one.includes(each))),
    expected: says.length,
  };
}

describe('a draft of a layout that public repositories have', () => {
  it.each(layouts)('says nothing of %s that is not proved', async layout => {
    const { wrong, forbidden } = await statementsAbout(layout);
    expect({ wrong, forbidden }).toEqual({ wrong: [], forbidden: [] });
  });

  it('is as precise and as complete as the documentation says', async () => {
    const results = await Promise.all(layouts.map(statementsAbout));
    const sum = (count: (each: (typeof results)[number]) => number) =>
      results.reduce((total, each) => total + count(each), 0);
    const rightOf = ({ said, wrong }: (typeof results)[number]) =>
      said.length - wrong.length;
    const precision = sum(rightOf) / sum(each => each.said.length);
    const recall = sum(rightOf) / sum(each => each.expected);
    const percent = (share: number) => `${Math.floor(share * 1_000) / 10} %`;
    const rows = [
      ...results.map(each => [
        `\`${each.layout}\``,
        each.after,
        each.said.length,
        percent(rightOf(each) / each.said.length),
        percent(rightOf(each) / each.expected),
      ]),
      [
        'all',
        '',
        sum(each => each.said.length),
        percent(precision),
        percent(recall),
      ],
    ];

    expect(layouts.length).toBeGreaterThanOrEqual(10);
    expect(precision).toBeGreaterThanOrEqual(PRECISION);
    expect(recall).toBeGreaterThanOrEqual(RECALL);
    const documented = cellsIn(readFileSync(DOCS, 'utf8'));
    expect(documented.slice(-rows.length)).toEqual(
      rows.map(cells => cells.map(String)),
    );
  });
});

/** The cells of all tables of a page. */
function cellsIn(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    );
}
