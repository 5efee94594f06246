import { readBaseUrl } from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

/** An Argo CD that is read. */
export type ArgoCdInstance = {
  name: string;
  /** Without a slash at the end. */
  url: string;
  token: string;
};

const KEY = 'argocd.appLocatorMethods';

/**
 * Reads the instances that Backstage's Argo CD plugins read, too.
 *
 * @throws Error that names the instance and what is wrong with it.
 */
export function readInstances(config: Config): ArgoCdInstance[] {
  const instances = (config.getOptionalConfigArray(KEY) ?? [])
    .filter(method => method.getString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('instances') ?? [])
    .map(readInstance);
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`There are two Argo CD instances '${twice}' at '${KEY}'`);
  }
  return instances;
}

function readInstance(config: Config): ArgoCdInstance {
  const name = config.getString('name').trim();
  // The annotation lists names with commas between them.
  if (!name || name.includes(',')) {
    throw new Error(
      `Invalid name of the Argo CD instance '${name}' at '${KEY}': must not be empty or have a comma`,
    );
  }
  const url = readBaseUrl(
    config,
    'url',
    `the Argo CD instance '${name}' at '${KEY}'`,
  );
  const token = config.getOptionalString('token')?.trim();
  if (!token) {
    throw new Error(
      `The Argo CD instance '${name}' at '${KEY}' has no token: Handover reads with tokens only, not with a user name and a password`,
    );
  }
  // The error that a header cannot have it would show it.
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new Error(
      `Invalid token of the Argo CD instance '${name}' at '${KEY}': must be in one line of ASCII, without spaces`,
    );
  }
  return { name, url, token };
}
