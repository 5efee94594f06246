import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { childEnvironment, npmEnvironment } from './environment.mjs';

const node = path.join(path.sep, 'somewhere', 'bin', 'node');

describe('the environment of what is started', () => {
  it('has the given Node first on PATH and nothing that npm added', () => {
    const env = childEnvironment(node, {
      PATH: '/usr/bin',
      HOME: '/home/me',
      NODE_OPTIONS: '--require /elsewhere.js',
      npm_execpath: '/usr/lib/npm-cli.js',
      npm_lifecycle_event: 'start',
      NPM_CONFIG_PREFIX: '/usr',
    });

    assert.deepEqual(env, {
      PATH: `${path.dirname(node)}${path.delimiter}/usr/bin`,
      HOME: '/home/me',
      NODE_USE_SYSTEM_CA: '1',
    });
  });

  it('trusts what the machine trusts, unless it is told not to', () => {
    const off = { PATH: '/usr/bin', NODE_USE_SYSTEM_CA: '0' };
    assert.equal(childEnvironment(node, off).NODE_USE_SYSTEM_CA, '0');
    assert.equal(npmEnvironment(off).NODE_USE_SYSTEM_CA, '0');
    assert.equal(npmEnvironment({}).NODE_USE_SYSTEM_CA, '1');
  });

  it("extends Windows' Path under its own name", () => {
    const env = childEnvironment(node, { Path: 'C:\\Windows' });

    assert.deepEqual(
      Object.keys(env).filter(name => /path/i.test(name)),
      ['Path'],
    );
    assert.ok(env.Path.endsWith(`${path.delimiter}C:\\Windows`));
  });

  it("hands npm's registry and proxies to Yarn, unless Yarn has its own", () => {
    const given = {
      PATH: '/usr/bin',
      npm_config_registry: 'https://registry.example.com/',
      npm_config_https_proxy: 'http://proxy.example.com:3128',
      npm_config_proxy: 'null',
    };

    const env = childEnvironment(node, given);
    assert.equal(env.YARN_NPM_REGISTRY_SERVER, given.npm_config_registry);
    assert.equal(env.YARN_HTTPS_PROXY, given.npm_config_https_proxy);
    assert.ok(!('YARN_HTTP_PROXY' in env));

    assert.equal(
      childEnvironment(node, {
        ...given,
        YARN_NPM_REGISTRY_SERVER: 'https://other.example.com/',
      }).YARN_NPM_REGISTRY_SERVER,
      'https://other.example.com/',
    );
  });

  it('leaves npm itself only what it needs to reach its registry', () => {
    assert.deepEqual(
      npmEnvironment({
        PATH: '/usr/bin',
        NODE_OPTIONS: '--inspect',
        npm_config_registry: 'https://registry.example.com/',
        npm_config_local_prefix: '/home/me/handover',
        npm_command: 'start',
      }),
      {
        PATH: '/usr/bin',
        NODE_USE_SYSTEM_CA: '1',
        npm_config_registry: 'https://registry.example.com/',
      },
    );
  });
});
