import { propose } from './propose';

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
