import {
  readBaseUrl,
  readToken,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

/** An Argo CD that is read. */
export type ArgoCdInstance = {
  name: string;
  /** Without a slash at the end. */
  url: string;
  token: string;
};

export type ArgoCdConfig = {
  instances: ArgoCdInstance[];
  /** Names of instances that other plugins sign in to without a token. */
  withoutToken: string[];
  /** Why no Argo CD can be read. Undefined if the list is empty on purpose. */
  missing?: string;
};

const KEY = 'argocd.appLocatorMethods';

const MISSING = `Argo CD is not configured: add an entry with 'type: config' and 'instances', each with 'name', 'url' and 'token', to '${KEY}'`;

/**
 * Reads the instances that Backstage's Argo CD plugins read, too.
 *
 * @throws Error that names the instance and what is wrong with it.
 */
export function readArgoCdConfig(config: Config): ArgoCdConfig {
  return withConfigFile(config, () => readInstances(config));
}

function readInstances(config: Config): ArgoCdConfig {
  const methods = config.getOptionalConfigArray(KEY);
  const instances = (methods ?? [])
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('instances') ?? [])
    .map(readInstance);
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`There are two Argo CD instances '${twice}' at '${KEY}'`);
  }
  const readable = instances.flatMap(({ token, ...instance }) =>
    token ? [{ ...instance, token }] : [],
  );
  const withoutToken = instances.flatMap(({ name, token }) =>
    token ? [] : [name],
  );
  const isLeftOut = readable.length === 0 && methods?.length !== 0;
  return {
    instances: readable,
    withoutToken,
    missing: isLeftOut
      ? withoutToken.map(describeMissingToken).join('. ') || MISSING
      : undefined,
  };
}

/** What to add to the configuration for an instance without a token to be read. */
export function describeMissingToken(name: string): string {
  return `The Argo CD instance '${name}' has no token: add 'token' to its entry in '${KEY}'. Handover does not sign in with a username and password`;
}

/** What the configuration lacks, for the log. */
export function describeProblems({
  missing,
  withoutToken,
}: ArgoCdConfig): string[] {
  return missing ? [missing] : withoutToken.map(describeMissingToken);
}

function readInstance(
  config: Config,
): Omit<ArgoCdInstance, 'token'> & { token?: string } {
  const name = config.getString('name').trim();
  // The annotation lists names with commas between them.
  if (!name || name.includes(',')) {
    throw new Error(
      `Invalid name of the Argo CD instance '${name}' at '${KEY}': must not be empty or contain a comma`,
    );
  }
  const what = `the Argo CD instance '${name}' at '${KEY}'`;
  const url = readBaseUrl(config, 'url', what);
  const token = config.getOptionalString('token')?.trim()
    ? readToken(config, 'token', `token of ${what}`)
    : undefined;
  return { name, url, token };
}
