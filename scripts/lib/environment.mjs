import path from 'node:path';

/**
 * Settings that npm hands to the scripts it runs, by the name that Yarn knows
 * them under. A company's registry or proxy that is set for npm then serves
 * Yarn too.
 */
const yarnNames = {
  npm_config_registry: 'YARN_NPM_REGISTRY_SERVER',
  npm_config_proxy: 'YARN_HTTP_PROXY',
  npm_config_https_proxy: 'YARN_HTTPS_PROXY',
  npm_config_cafile: 'YARN_HTTPS_CA_FILE_PATH',
};

const npmNetworkSettings = [
  ...Object.keys(yarnNames),
  'npm_config_noproxy',
  'npm_config_strict_ssl',
  'npm_config_userconfig',
  'npm_config_cache',
];

function clean(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      // What npm or NODE_OPTIONS say about the running Node would mislead the
      // one that is brought and everything started by it.
      ([name]) => !/^npm_/i.test(name) && name !== 'NODE_OPTIONS',
    ),
  );
}

/**
 * A Node that is brought trusts the certificates that it brings, not those that
 * the machine trusts: behind a company's registry or proxy it would reach
 * nothing. Nodes that do not know the setting ignore it.
 */
const trust = { NODE_USE_SYSTEM_CA: '1' };

function isSet(value) {
  return value !== undefined && value !== '' && value !== 'null';
}

/**
 * The environment for everything that is started: without what npm adds, and
 * with the given Node first on PATH.
 */
export function childEnvironment(nodePath, env = process.env) {
  const result = { ...trust, ...clean(env) };
  for (const [npmName, yarnName] of Object.entries(yarnNames)) {
    if (isSet(env[npmName]) && !isSet(env[yarnName])) {
      result[yarnName] = env[npmName];
    }
  }
  // Windows spells it 'Path'.
  const pathName =
    Object.keys(result).find(name => name.toUpperCase() === 'PATH') ?? 'PATH';
  result[pathName] = [path.dirname(nodePath), result[pathName]]
    .filter(Boolean)
    .join(path.delimiter);
  return result;
}

/** The environment for npm itself: only what it needs to reach its registry. */
export function npmEnvironment(env = process.env) {
  const result = { ...trust, ...clean(env) };
  for (const name of npmNetworkSettings) {
    if (isSet(env[name])) {
      result[name] = env[name];
    }
  }
  return result;
}
