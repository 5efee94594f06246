import assert from 'node:assert/strict';
import os from 'node:os';
import { describe, it } from 'node:test';
import { checkDiskSpace, remedyFor } from './diagnosis.mjs';

describe('what to do about a failed installation', () => {
  const cases = [
    ['npm error enoent ENOSPC: no space left on device, write', /disk is full/],
    [
      '➤ YN0001: │ RequestError: getaddrinfo ENOTFOUND registry.example.com',
      /registry could not be reached.*HTTPS_PROXY/,
    ],
    ['npm error code ECONNREFUSED', /registry could not be reached/],
    [
      'npm error self-signed certificate in certificate chain',
      /NODE_EXTRA_CA_CERTS/,
    ],
    [
      '➤ YN0028: │ The lockfile would have been modified by this install',
      /yarn\.lock do not agree/,
    ],
    ["EACCES: permission denied, mkdir '/srv'", /own \/checkout/],
  ];

  for (const [output, remedy] of cases) {
    it(`is known for '${output}'`, () => {
      assert.match(remedyFor(output, '/checkout'), remedy);
    });
  }

  it('is not guessed where the cause is not known', () => {
    assert.equal(remedyFor('segmentation fault', '/checkout'), undefined);
  });

  it('is said before a download that cannot end well', async () => {
    await checkDiskSpace(os.tmpdir(), 1);
    await assert.rejects(checkDiskSpace(os.tmpdir(), 1e18), error => {
      assert.match(error.message, /Not enough disk space .* GB are free/);
      assert.match(error.remedy, /Free some space/);
      return true;
    });
  });
});
