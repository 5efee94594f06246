import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { it } from 'node:test';
import { isSupportedNode } from './node.mjs';

it('uses the running Node where package.json allows it', async () => {
  const { engines } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  assert.equal(engines.node, '^22.12.0 || ^24.0.0');

  const versions = ['22.12.0', '22.20.1', '24.0.0', '24.21.0'];
  const others = ['20.19.5', '22.0.0', '22.11.9', '23.11.0', '25.1.0'];
  assert.deepEqual([...others, ...versions].filter(isSupportedNode), versions);
});
