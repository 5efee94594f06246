import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { rootDir } from '../lib/paths.mjs';

const LONGEST = 60;

/** Every test file, and what only tests use. */
function sources() {
  return globSync(
    [
      '{packages,plugins}/*/{src,scripts,__testUtils__}/**/*.test.{ts,tsx,mjs}',
      '{packages,plugins}/*/src/**/__testUtils__/**/*.{ts,tsx}',
      '{benchmarks,e2e,scripts}/**/*.test.{ts,tsx,mjs}',
      'e2e/lib/**/*.ts',
    ],
    { cwd: rootDir },
  ).filter(file => !file.includes('node_modules'));
}

/** All nodes of a file, with where they are. */
function* nodes(file, text = readFileSync(path.join(rootDir, file), 'utf8')) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const lineOf = position =>
    source.getLineAndCharacterOfPosition(position).line + 1;
  const stack = [source];
  while (stack.length > 0) {
    const node = stack.pop();
    const first = lineOf(node.getStart(source));
    const last = lineOf(node.getEnd());
    yield { node, place: `${file}:${first}`, lines: last - first + 1 };
    node.forEachChild(child => {
      stack.push(child);
    });
  }
}

/** The name of a called function: `it` of `it.each([])('works', …)`. */
function calledName(node) {
  if (ts.isIdentifier(node)) {
    return node.text;
  }
  return ts.isCallExpression(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isTaggedTemplateExpression(node)
    ? calledName(node.expression ?? node.tag)
    : undefined;
}

/** Whether a node is a whole test: its title, its function and its table. */
function isTest(node) {
  return (
    ts.isCallExpression(node) &&
    ['it', 'test'].includes(calledName(node.expression)) &&
    !(
      ts.isPropertyAccessExpression(node.expression) &&
      /^(describe|use|extend)$/.test(node.expression.name.text)
    )
  );
}

/** Whether a node waits for a time, and not for something to happen. */
function isSleep(node) {
  if (ts.isImportDeclaration(node)) {
    return node.moduleSpecifier.text === 'node:timers/promises';
  }
  if (!ts.isCallExpression(node)) {
    return false;
  }
  const { expression: called, arguments: given } = node;
  if (ts.isPropertyAccessExpression(called)) {
    return called.name.text === 'waitForTimeout';
  }
  // new Promise(resolve => setTimeout(resolve, 100))
  return (
    ts.isIdentifier(called) &&
    called.text === 'setTimeout' &&
    ts.isIdentifier(given[0]) &&
    ts.isArrowFunction(node.parent) &&
    ts.isNewExpression(node.parent.parent)
  );
}

/** Whether a node is a loop that nothing in its head ends. */
function isEndless(node) {
  return (
    (ts.isForStatement(node) && !node.condition) ||
    (ts.isWhileStatement(node) &&
      node.expression.kind === ts.SyntaxKind.TrueKeyword)
  );
}

/** Whether a node expects what always holds: `expect(true)`. */
function isTautology(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'expect' &&
    node.arguments[0]?.kind === ts.SyntaxKind.TrueKeyword
  );
}

const find = (file, text, holds) =>
  [...nodes(file, text)].filter(holds).map(({ place }) => place);

const tooLong = ({ node, lines }) => isTest(node) && lines > LONGEST;

describe('the tests', () => {
  const every = sources().map(file => [file, [...nodes(file)]]);
  const all = (holds, { except } = {}) =>
    every
      .filter(([file]) => !except?.test(file))
      .flatMap(([, found]) => found.filter(holds).map(({ place }) => place));

  it(`have at most ${LONGEST} lines each`, () => {
    assert.ok(sources().length > 100);
    assert.deepEqual(all(tooLong), []);
  });

  it('wait for what happens and not for a time', () => {
    assert.deepEqual(
      all(({ node }) => isSleep(node), {
        // Polls until a condition holds, with an end.
        except: /\/eventually\.(ts|mjs)$/,
      }),
      [],
    );
  });

  it('have no loop without an end', () => {
    assert.deepEqual(
      all(({ node }) => isEndless(node)),
      [],
    );
  });

  it('expect nothing that always holds', () => {
    assert.deepEqual(
      all(({ node }) => isTautology(node)),
      [],
    );
  });
});

describe('the check of tests', () => {
  const body = '\n'.repeat(LONGEST);
  const finds = (text, holds) => find('some.test.ts', text, holds).length > 0;

  for (const [text, expected] of [
    [`it('works', () => {${body}});`, true],
    [`it('works', () => {${body.slice(1)}});`, false],
    [`it.each([1])('works', () => {${body}});`, true],
    [`it.each([${body}1])('works', () => {});`, true],
    [`test.skip('works', () => {${body}});`, true],
    [`test.describe('group', () => {${body}});`, false],
    [`describe('group', () => {${body}});`, false],
  ]) {
    const name = `${text.replace(/\n+/, ' … ')}: ${expected}`;
    it(name, () => assert.equal(finds(text, tooLong), expected));
  }

  it('knows sleeps', () => {
    for (const text of [
      'await new Promise(resolve => setTimeout(resolve, 20));',
      "import { setTimeout as sleep } from 'node:timers/promises';",
      'await page.waitForTimeout(200);',
    ]) {
      assert.ok(
        finds(text, ({ node }) => isSleep(node)),
        text,
      );
    }
    for (const text of [
      'jest.setTimeout(60_000);',
      'setTimeout(() => response.destroy(), 20);',
    ]) {
      assert.ok(!finds(text, ({ node }) => isSleep(node)), text);
    }
  });

  it('knows loops without an end', () => {
    const endless = ({ node }) => isEndless(node);
    assert.ok(finds('for (;;) {}', endless));
    assert.ok(finds('while (true) {}', endless));
    assert.ok(!finds('for (const a of b) {}', endless));
  });
});
