import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { findRegions, instrument, regionAround } from './regions.mjs';

const TEXT = `
export function sign(value: number): string {
  if (value < 0) {
    return 'negative';
  }
  switch (value) {
    case 0:
      return 'zero';
    default:
      return ['positive'].map(each => each.toUpperCase())[0];
  }
}
export const twice = (value: number) => ({ value: value * 2 });
export const nested = (a: number) => (b: number) => a + b;
`;

function regionOf(part) {
  const start = TEXT.indexOf(part);
  return regionAround(findRegions(TEXT, 'file.ts'), {
    start,
    end: start + part.length,
  });
}

/** What the instrumented module tells while `use` runs. */
function reachedBy(use) {
  const { outputText } = ts.transpileModule(instrument(TEXT, 'file.ts'), {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  });
  const reached = new Set();
  const exports = {};
  globalThis.__reached = (_file, region) => reached.add(region);
  compileFunction(outputText, ['exports'])(exports);
  reached.delete(-1);
  const result = use(exports);
  return { reached: [...reached], result };
}

describe('regions', () => {
  afterEach(() => {
    delete globalThis.__reached;
  });

  it('are told apart as the code runs', () => {
    const body = regionOf('value < 0');
    assert.deepEqual(
      reachedBy(({ sign }) => sign(-1)),
      {
        reached: [body, regionOf("'negative'")],
        result: 'negative',
      },
    );
    assert.deepEqual(
      reachedBy(({ sign }) => sign(0)),
      {
        reached: [body, regionOf("'zero'")],
        result: 'zero',
      },
    );
    assert.deepEqual(
      reachedBy(({ sign }) => sign(1)),
      {
        reached: [body, regionOf("'positive'"), regionOf('each.toUpperCase()')],
        result: 'POSITIVE',
      },
    );
  });

  it('keep what expressions return', () => {
    assert.deepEqual(
      reachedBy(({ twice }) => twice(2)),
      { reached: [regionOf('value * 2')], result: { value: 4 } },
    );
    const { reached, result } = reachedBy(({ nested }) => nested(1)(2));
    assert.equal(result, 3);
    assert.deepEqual(reached.at(-1), regionOf('a + b'));
    assert.equal(reached.length, 2);
  });

  it('give what stands outside of all to the module', () => {
    assert.equal(regionOf('export const twice'), -1);
  });

  it('give a whole body to what is around it', () => {
    const { start, end } = findRegions(TEXT, 'file.ts')[0];
    assert.equal(
      regionAround(findRegions(TEXT, 'file.ts'), { start, end }),
      -1,
    );
  });
});
