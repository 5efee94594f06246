import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { baseUrls } from './config.mjs';

describe('where the portal is served', () => {
  let root;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'handover-config-'));
  });

  afterEach(() => rm(root, { recursive: true }));

  const write = (name, text) => writeFile(path.join(root, name), text);

  it("is Backstage's default where nothing says otherwise", () => {
    assert.deepEqual(baseUrls({ root, env: {} }), {
      app: 'http://localhost:3000',
      backend: 'http://localhost:7007',
    });
  });

  it('is read from app-config.yaml, app-config.local.yaml and the environment, the later over the earlier', async () => {
    await write(
      'app-config.yaml',
      [
        'app:',
        '  title: A portal',
        '  baseUrl: http://localhost:3100 # our own',
        'integrations:',
        '  baseUrl: http://elsewhere.example.com',
        'backend:',
        "  baseUrl: 'http://localhost:7107'",
        '',
      ].join('\r\n'),
    );
    assert.deepEqual(baseUrls({ root, env: {} }), {
      app: 'http://localhost:3100',
      backend: 'http://localhost:7107',
    });

    await write(
      'app-config.local.yaml',
      'backend:\n  baseUrl: http://localhost:7207\n',
    );
    assert.deepEqual(
      baseUrls({
        root,
        env: { APP_CONFIG_app_baseUrl: '"http://localhost:3300"' },
      }),
      { app: 'http://localhost:3300', backend: 'http://localhost:7207' },
    );
  });
});
