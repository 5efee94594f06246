import { parseHandoverDocument } from './parse';

const HEAD = 'apiVersion: handover.dev/v1\nkind: Handover\n';
const BODY =
  'metadata:\n  reviewedAt: 2026-11-20\noverview:\n  purpose: on\n  criticalPeriods: ["10:00"]\n';
const DOCUMENT = HEAD + BODY;
const EXPECTED = {
  metadata: { reviewedAt: '2026-11-20' },
  overview: { purpose: 'on', criticalPeriods: ['10:00'] },
};

const problemsOf = (text: string) =>
  parseHandoverDocument(text).problems.map(
    ({ line, column, path, message }) =>
      `${line}:${column} ${path}${path && ' '}${message}`,
  );

describe('a document is YAML 1.2', () => {
  it.each([
    ['a %YAML 1.1 directive', `%YAML 1.1\n---\n${DOCUMENT}`],
    ['a %YAML 1.2 directive', `%YAML 1.2\n---\n${DOCUMENT}`],
    ['a directive after comments', `# x\n\n%YAML 1.1 # y\n---\n${DOCUMENT}`],
    [
      'a directive after a byte order mark',
      `\uFEFF%YAML 1.1\n---\n${DOCUMENT}`,
    ],
    ['lone carriage returns', DOCUMENT.replace(/\n/g, '\r')],
    ['Windows line ends', DOCUMENT.replace(/\n/g, '\r\n')],
    [
      'line ends of three kinds',
      `${HEAD.replace(/\n/g, '\r\n')}${BODY.replace(/\n/, '\r')}`,
    ],
    ['a byte order mark', `\uFEFF${DOCUMENT}`],
    ['a document start and end', `---\n${DOCUMENT}...\n`],
    [
      'tabs that do not indent',
      DOCUMENT.replace('purpose: on', 'purpose:\ton\t'),
    ],
  ])('whatever it has: %s', (_, text) => {
    expect(parseHandoverDocument(text)).toEqual({
      document: expect.objectContaining(EXPECTED),
      problems: [],
    });
  });

  it('reads plain values as case 38 of the public reports writes them', () => {
    const { document, problems } = parseHandoverDocument(
      `%YAML 1.1\n---\n${HEAD}metadata:\n  reviewedAt: 2026-11-20\noverview:\n  purpose: on\n  criticalPeriods: [10:00]\n`,
    );
    expect(problems).toEqual([]);
    expect(document).toMatchObject(EXPECTED);
  });

  it.each([
    ['%YAML 2.0', '1:1 only YAML 1 is supported, such as %YAML 1.2'],
    ['%YAML', '1:1 only YAML 1 is supported, such as %YAML 1.2'],
    [
      '%TAG ! tag:example.com,2026:',
      '1:1 YAML tags are not supported; remove the %TAG directive',
    ],
    [
      '%FOO bar',
      '1:1 a line that starts with % is a YAML directive, and only %YAML is supported',
    ],
  ])('names a directive that it does not read: %s', (directive, expected) => {
    expect(problemsOf(`${directive}\n---\n${DOCUMENT}`)).toEqual([expected]);
  });

  it.each([
    [
      'a tab that indents',
      `${HEAD}overview:\n\tpurpose: x\n`,
      '4:1 tabs cannot be used to indent; use spaces',
    ],
    [
      'a second document',
      `${DOCUMENT}---\n${DOCUMENT}`,
      '8:1 only one YAML document is allowed in a file',
    ],
    [
      'a second document after lone carriage returns',
      `${DOCUMENT}---\n${DOCUMENT}`.replace(/\n/g, '\r'),
      '8:1 only one YAML document is allowed in a file',
    ],
    [
      'a NUL after lone carriage returns',
      `${HEAD}overview:\n  purpose: "a\0b"\n`.replace(/\n/g, '\r'),
      '4:14 a NUL character is not allowed',
    ],
  ])('names %s with its place', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expect.arrayContaining([expected]));
  });
});

describe('what takes long to read', () => {
  const fill = (unit: string) => unit.repeat(Math.floor(240_000 / unit.length));

  // The tokens are limited before anything is made of them: what is measured
  // elsewhere in seconds never begins.
  it.each([
    ['pairs without keys', `x: [${fill(':,')}]`],
    ['open lists', `x: ${fill('[')}`],
    ['lists of one letter', `x: [${fill('a,')}]`],
    ['items', fill('- a\n')],
    ['empty items', fill('- - -\n')],
    ['anchors', fill('- &a a\n')],
    ['aliases', `- &a a\n${fill('- *a\n')}`],
    ['tags', fill('- !!x y\n')],
    ['questions', fill('? a\n')],
    ['documents', fill('---\n')],
    ['directives', fill('%a\n')],
    ['comments', fill('#\n')],
    ['keys', fill('a: \n')],
    ['colons', fill(':\n')],
  ])('is refused with few problems: %s', (_, text) => {
    const { document, problems } = parseHandoverDocument(text);
    expect(document).toBeUndefined();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(202);
  });

  it.each(['&a ', '!a ', '&a !b '])(
    'is refused where anchors and tags follow each other: %j',
    unit => {
      expect(problemsOf(fill(unit))).toEqual([
        expect.stringMatching(
          /^1:\d+ more than 10 YAML anchors and tags in a row/,
        ),
      ]);
    },
  );

  it('says where the tokens are too many', () => {
    expect(problemsOf(`x:\n  y: [${fill(':,')}]`)).toEqual([
      expect.stringMatching(/^2:\d+ more than 100000 YAML tokens/),
    ]);
  });
});
