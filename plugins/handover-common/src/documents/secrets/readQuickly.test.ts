import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { documentArbitrary } from '../__testUtils__/arbitraries';
import { readYaml } from '../yaml';
import { readQuickly } from './readQuickly';

describe('readQuickly', () => {
  it.each([
    'a: 1\nb: 0x1F\nc: 0o17\nd: 1e3\ne: -.5\nf: 1_000\ng: 0b11\n',
    'a: 1.2.3\nb: v1.5\nc: x1e5\nd: 0x1g\ne: 12-\nf: nully\ng: untrue\nh: falsey\ni: x.nan\nj: .info\n',
    'a: .inf\nb: -.INF\nc: .nan\nd: +12\ne: 007\nf: 1.\ng: 12e03\nh: NULL\ni: FALSE\n',
    'a: true\nb: True\nc: yes\nd: on\ne: ~\nf: null\ng:\nh: "null"\n',
    'a: 2026-11-20\nb: 12:30:45\nc: 2026-11-20T10:00:00Z\n',
    'a: |\n  one\n\n  two\nb: >-\n  one\n  two\n\n  three\nc: |+\n  x\n\n',
    "a: \"x\\ny\\u00e9\"\nb: 'it''s'\nc: plain text\n  over two lines\n",
    'a: [1, two, {three: 3}]\nb: {c: d, "e": f}\n',
    'a:\n- b\n- - c\n  - d\n- e: f\n  g: h\n',
    '# comment\na: b # comment\nc: d#e\n---- f: g\n',
    '1: a\ntrue: b\n2026-11-20: c\n',
    'a: b\r\nc: |\r\n  d\r\n  e\r\n',
    'a: b\rc: d\r',
    '\uFEFFa: b\n',
    '--- \na: b\n...\n',
    'a: "tab\tinside"\nb:\tc\n',
    'a: \'\'\nb: ""\n',
  ])('reads %j as the other reader does', text => {
    const quick = readQuickly(text);
    const slow = readYaml(text);
    expect([undefined, JSON.stringify(slow.value)]).toContain(
      quick && JSON.stringify(quick.value),
    );
  });

  it.each([
    'a: 1\nb: 0x1F\nc: 1e3\nd: -.5\ne: true\nf: v1.2.3\n',
    'a: |\n  one\n\n  two\nb: >-\n  one\n  two\n',
    'a: [1, two, {three: 3}]\nb: {c: d, "e": f}\n# comment\n',
    "a: 'it''s'\nb: \"x\"\nc:\n- d\n- e: f\n",
  ])('does not leave %j to the other reader', text => {
    expect(readQuickly(text)?.value).toEqual(readYaml(text).value);
  });

  it.each([
    ['a: [b, c]\nd: {e: 1}\n', true],
    ['a: [b, c]\nd:\n', false],
    ['a: {b: ~}\n', false],
    [`a: [${'b, '.repeat(100)}c]\n`, false],
  ])(
    'tells whether there is an empty key or a long list in %j',
    (text, isPlain) => {
      expect(readQuickly(text)?.isPlain).toBe(isPlain);
    },
  );

  it.each([
    ['two documents', 'a: b\n---\nc: d\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['an alias', 'a: &x b\nc: *x\n'],
    ['a tag', 'a: !!js/function "x"\n'],
    ['a directive', '%YAML 1.1\n---\na: b\n'],
    ['many keys', Array.from({ length: 201 }, (_, i) => `k${i}: x`).join('\n')],
    ['deep nesting', `a: ${'['.repeat(70)}${']'.repeat(70)}`],
    ['a control character', 'a: "b\u0007"\n'],
    ['more than 256 KiB', `a: ${'x'.repeat(300_000)}`],
    ['bad indentation', 'a:\n  b: c\n d: e\n'],
  ])('leaves %s to the other reader', (_, text) => {
    expect(readQuickly(text)).toBeUndefined();
  });

  it('reads every document as the other reader does', () => {
    fc.assert(
      fc.property(
        documentArbitrary,
        fc.constantFrom(20, 80, 0),
        fc.constantFrom('PLAIN' as const, 'QUOTE_SINGLE' as const),
        (document, lineWidth, defaultStringType) => {
          const text = stringify(document, {
            lineWidth,
            defaultStringType,
            aliasDuplicateObjects: false,
          });
          const quick = readQuickly(text);
          expect(quick === undefined || quick.value).toEqual(
            quick === undefined || parse(text),
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
