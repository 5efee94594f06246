import { UnreadableError } from '../../UnreadableError';
import { readCalls } from './groovy';
import type { Call } from './groovy';
import { readTokens } from './tokens';

const textsIn = (source: string) =>
  readTokens(source).flatMap(({ kind, value }) =>
    kind === 'text' ? [value] : [],
  );

it.each([
  [`'a { b'`, ['a { b']],
  [`"a \${b ? "c }" : 'd'} e"`, [`a \${b ? "c }" : 'd'} e`]],
  [`'''a\n'b' {'''`, [`a\n'b' {`]],
  [`"""a \${"""b"""} c"""`, [`a \${"""b"""} c`]],
  [`x ==~ /a\\/{b/`, ['a\\/{b']],
  [`f(/a}/, /b/)`, ['a}', 'b']],
  [`x = $/a 'b' {/$`, [`a 'b' {`]],
  [`x.replaceAll($//[^/]*$/$, '')`, ['/[^/]*$', '']],
  [`int x = a / b; y = c / 2`, []],
  [`// 'a' {\n/* "b" } */ 'c'`, ['c']],
  [`'it\\'s'`, [`it's`]],
  [`#!/usr/bin/env groovy 'x'\n'a'`, ['a']],
])('reads the texts of %s', (source, texts) => {
  expect(textsIn(source)).toEqual(texts);
});

const outline = (calls: readonly Call[]): unknown[] =>
  calls.map(({ name, body, label }) => [
    label ? `${label}: ${name}` : name,
    ...(body ? [outline(body)] : []),
  ]);

it('reads calls with and without parentheses, blocks and branches', () => {
  expect(
    outline(
      readCalls(`
        pipeline {
          stage('a') { steps { sh 'x'; echo("y") } }
          parallel one: { sh 'x' }, 'two': { sh(script: 'y') }
          input message: 'Go?',
                ok: 'Yes'
          if (a.b() && c) { load 'x.groovy' } else { deploy() }
        }
      `),
    ),
  ).toEqual([
    [
      'pipeline',
      [
        ['stage', [['steps', [['sh'], ['echo']]]]],
        ['parallel'],
        ['input'],
        ['if', [['load']]],
        ['else', [['deploy']]],
      ],
    ],
  ]);
});

it.each([
  [`stage('a') {\n sh 'x'\n`, "opens '{' and never closes it", 1],
  [`a\n}\n`, "closes '}', which was not opened", 2],
  [`\nsh 'never`, 'has an unterminated string', 2],
  [`x = '''never`, 'has an unterminated string', 1],
  [`/* never`, 'has a comment that never ends', 1],
  [`x = $/never`, 'has a dollar-slashy string that never ends', 1],
  ['a{'.repeat(100), 'has blocks inside each other more than 60 deep', 1],
])('says why it cannot read %j, and where', (source, message, line) => {
  const error = (() => {
    try {
      readCalls(source);
      return undefined;
    } catch (each) {
      return each;
    }
  })();
  expect(error).toBeInstanceOf(UnreadableError);
  expect(error).toMatchObject({ message, line });
});
