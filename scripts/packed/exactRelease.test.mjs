import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withoutResolutions } from './exactRelease.mjs';

const LOCKFILE = `__metadata:
  version: 8

"@backstage/config@npm:1.3.8":
  version: 1.3.8
  resolution: "@backstage/config@npm:1.3.8"
  dependencies:
    "@backstage/types": "npm:^1.2.2"
    ms: "npm:^2.1.3"

"@backstage/types@npm:1.2.2":
  version: 1.2.2
  resolution: "@backstage/types@npm:1.2.2"

"ms@npm:^2.1.3":
  version: 2.1.3

"root@workspace:.":
  dependencies:
    "@backstage/config": "npm:^1.3.8"
    "@backstage/types": "npm:^1.2.0"
`;

describe('the lockfile of a release', () => {
  it('keeps the versions of the resolutions, under the ranges that ask for them', () => {
    const lockfile = withoutResolutions(LOCKFILE, {
      '@backstage/config': '1.3.8',
      '@backstage/types': '1.2.2',
      '@backstage/unused': '1.0.0',
    });
    assert.deepEqual(
      lockfile.split('\n').filter(line => /^\S/.test(line)),
      [
        '__metadata:',
        '"@backstage/config@npm:^1.3.8":',
        '"@backstage/types@npm:^1.2.2, @backstage/types@npm:^1.2.0":',
        '"ms@npm:^2.1.3":',
        '"root@workspace:.":',
      ],
    );
    assert.equal(lockfile.split('\n').length, LOCKFILE.split('\n').length);
  });

  it('leaves packages alone that no resolution names', () => {
    assert.equal(withoutResolutions(LOCKFILE, {}), LOCKFILE);
  });
});
