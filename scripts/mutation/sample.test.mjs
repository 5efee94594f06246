import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawSample, interval } from './sample.mjs';

const group = (name, size) =>
  Array.from({ length: size }, (_, index) => `${name}${index}`);
const GROUPS = [
  group('a', 600),
  group('b', 300),
  group('c', 95),
  group('d', 5),
];

describe('a sample', () => {
  it('is the same for the same seed only', () => {
    const sample = drawSample(GROUPS, 50, 7);
    assert.deepEqual(drawSample(GROUPS, 50, 7), sample);
    assert.notDeepEqual(drawSample(GROUPS, 50, 8), sample);
  });

  it('holds each group in proportion, and nothing twice', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const sample = drawSample(GROUPS, 100, seed);
      assert.equal(new Set(sample).size, 100);
      const count = name => sample.filter(item => item[0] === name).length;
      assert.equal(count('a'), 60);
      assert.equal(count('b'), 30);
      assert.ok([9, 10].includes(count('c')));
      assert.ok([0, 1].includes(count('d')));
    }
  });

  it('draws every item with the same probability', () => {
    const times = new Map();
    for (let seed = 1; seed <= 2_000; seed += 1) {
      for (const item of drawSample(GROUPS, 100, seed)) {
        times.set(item, (times.get(item) ?? 0) + 1);
      }
    }
    // 200 are expected; 13.4 is the standard deviation.
    for (const item of GROUPS.flat()) {
      const count = times.get(item) ?? 0;
      assert.ok(Math.abs(count - 200) < 5 * 13.4, `${item}: ${count}`);
    }
  });

  it('is everything if so much is asked for', () => {
    assert.deepEqual(
      drawSample(GROUPS, Infinity, 1).sort(),
      GROUPS.flat().sort(),
    );
  });
});

describe('the interval of a share', () => {
  // Wilson's score interval, as published tables have it.
  for (const [hits, total, low, high] of [
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
    [10, 10, 0.7225, 1],
  ]) {
    it(`of ${hits} in ${total}`, () => {
      const found = interval(hits, total);
      assert.ok(Math.abs(found[0] - low) < 5e-5, String(found));
      assert.ok(Math.abs(found[1] - high) < 5e-5, String(found));
    });
  }

  it('says nothing about nothing', () => {
    assert.deepEqual(interval(0, 0), [0, 1]);
  });
});
