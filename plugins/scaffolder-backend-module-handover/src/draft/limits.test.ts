import { HOSTILE_GITLAB, HOSTILE_OTHERS } from './__testUtils__/hostileFiles';
import { propose } from './propose';
import type { SourceFile } from './types';

// What took minutes or filled the stack is refused before it is read.

const fill = (unit: string) => unit.repeat(Math.floor(240_000 / unit.length));
const reasonsOf = (path: string, text: string) =>
  propose([{ path, text }]).flatMap(proposal =>
    proposal.kind === 'unknown' ? proposal.reason : [],
  );

describe('a file that is made to be slow', () => {
  it.each([
    ['* ', /anchors, aliases or tags in a row/],
    ['&a ', /anchors, aliases or tags in a row/],
    ['!a ', /anchors, aliases or tags in a row/],
    ['[', /nested too deep/],
    ['{a: ', /nested too deep/],
    ['- ', /nested too deep/],
    ['---\n', /too many YAML tokens or documents/],
    ['"', /is not valid YAML/],
    ['- a\n', /too many YAML tokens or documents/],
    ['? a\n', /too many YAML tokens or documents/],
  ])('of %j in YAML is named', (unit, reason) => {
    expect(reasonsOf('.github/workflows/deploy.yml', fill(unit))).toEqual([
      expect.stringMatching(reason),
    ]);
  });

  it.each(['1. ', '- ', '+ ', '* ', '> ', '- > ', '1) '])(
    'of %j in a README does not fill the stack',
    unit => {
      expect(
        propose([
          {
            path: 'README.md',
            text: `# Orders\n\nTakes the orders of all shops and ships them.\n\n${fill(
              unit,
            )}\n`,
          },
        ]),
      ).toMatchObject([{ field: 'overview.purpose' }]);
    },
  );

  it('of lists below lists in a README does not fill the stack', () => {
    const list = Array.from(
      { length: 2_000 },
      (_, depth) => `${' '.repeat(depth * 2)}- a`,
    ).join('\n');
    expect(propose([{ path: 'README.md', text: list }])).toEqual([]);
  });
});

/** What a draft says about something that it does not read. */
const LEFT_OUT = /not read|no more|only the first|adds:/;

/** Less is within what the machine does besides. */
const UNNOTICED_MS = 150;

const cpuOf = (files: SourceFile[]): number => {
  const start = process.cpuUsage();
  propose(files);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

describe.each([...HOSTILE_GITLAB, ...HOSTILE_OTHERS])(
  'of $name',
  ({ size, files, says }) => {
    it('a draft reads in time what it can, and names what it leaves out', () => {
      const proposals = propose(files(size));
      const open = proposals.flatMap(proposal =>
        proposal.kind === 'unknown' ? proposal.reason : [],
      );
      const left = open.filter(each => LEFT_OUT.test(each)).join('\n');
      expect(left).toMatch(says ?? /^$/);
      // Measured against itself, as every machine has a speed of its own.
      const part = cpuOf(files(Math.ceil(size / 10)));
      expect(cpuOf(files(size))).toBeLessThan(20 * part + UNNOTICED_MS);
    });
  },
);
