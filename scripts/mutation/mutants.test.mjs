import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyMutant, findMutants } from './mutants.mjs';

const mutate = text =>
  findMutants(text, 'file.ts').map(mutant => applyMutant(text, mutant));

describe('mutants', () => {
  for (const [text, ...expected] of [
    [
      'if (a) { b = 1; }',
      'if (true) { b = 1; }',
      'if (false) { b = 1; }',
      'if (a) { ; }',
    ],
    ['c = a < b;', ';', 'c = a <= b;', 'c = a >= b;'],
    [
      'c = a === b && !d;',
      ';',
      'c = a === b || !d;',
      'c = a !== b && !d;',
      'c = a === b && d;',
    ],
    ['await this.assertAllowed(x);', ';'],
    ["const a = 'text';", "const a = '';"],
    ["const a = '';", "const a = 'mutated';"],
    ['const a = `${b} text`;', "const a = '';"],
    ['const a = [1, 2];', 'const a = [];'],
    ['const a = { b: 1 };', 'const a = {};'],
    ['const a = b?.c;', 'const a = b.c;'],
    ['const a = b ?? c;', 'const a = b && c;'],
    ['const a = () => b;', 'const a = () => undefined;'],
    ['function a() { return b; }', 'function a() {}'],
    ['const a = b.filter(c);', 'const a = b;'],
    ['const a = b.some(c);', 'const a = b.every(c);'],
    [
      'const a = /^b+[c]$/u;',
      'const a = /b+[c]$/u;',
      'const a = /^b[c]$/u;',
      'const a = /^b+[^c]$/u;',
      'const a = /^b+[c]/u;',
    ],
    ['const a = /\\d\\^/;', 'const a = /\\D\\^/;'],
    ['for (;;) { continue; }', 'for (;;) { ; }'],
    ['const a = -1;', 'const a = 1;'],
    ['const a = () => undefined;'],
  ]) {
    it(`of ${text}`, () => {
      assert.deepEqual(mutate(text).sort(), expected.sort());
    });
  }

  it('leaves types, imports and keys alone', () => {
    for (const text of [
      "import { a } from './a';",
      "export * from './a';",
      "type A = 'b' | `c${string}`;",
      "interface A { b: 'c'; d: true }",
      "let a: 'b' | undefined;",
    ]) {
      assert.deepEqual(mutate(text), [], text);
    }
    assert.deepEqual(mutate("const a = { 'b-c': d };"), ['const a = {};']);
  });

  it('offers only patterns that are valid', () => {
    for (const text of ['const a = /(?:b)?c*/;', 'const a = /[^\\]]{2}?/u;']) {
      for (const mutated of mutate(text)) {
        const [, pattern, flags] = mutated.match(/\/(.+)\/(\w*);/);
        assert.doesNotThrow(() => new RegExp(pattern, flags), mutated);
      }
    }
  });
});
