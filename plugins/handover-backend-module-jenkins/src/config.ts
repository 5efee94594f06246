import {
  readBaseUrl,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';

/** A Jenkins that is read. */
export type JenkinsInstance = {
  name: string;
  /** Without a slash at the end. */
  baseUrl: string;
  username?: string;
  apiKey?: string;
};

export type JenkinsConfig = {
  instances: JenkinsInstance[];
  /** Why no Jenkins can be read. Undefined if the list is empty on purpose. */
  missing?: string;
  /** Finds stages that deploy, and where to. */
  deployStage?: RegExp;
};

/** Of an entity's job, where its annotation names no instance. */
export const DEFAULT_INSTANCE = 'default';

const MISSING =
  "Jenkins is not configured: set 'jenkins.baseUrl', or add an entry with 'name' and 'baseUrl' to 'jenkins.instances'";

/**
 * Reads `jenkins`, which has the keys that Backstage's Jenkins plugin reads, and
 * `handover.jenkins`.
 *
 * @throws Error that names the key which is missing or wrong.
 */
export function readJenkinsConfig(config: Config): JenkinsConfig {
  return withConfigFile(config, () => read(config));
}

function read(config: Config): JenkinsConfig {
  const jenkins = config.getOptionalConfig('jenkins');
  const instances = (jenkins?.getOptionalConfigArray('instances') ?? []).map(
    instance => readInstance(instance, instance.getString('name')),
  );
  if (jenkins?.has('baseUrl')) {
    instances.unshift(readInstance(jenkins, DEFAULT_INSTANCE));
  }
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new Error(`There are two Jenkins instances '${twice}' at 'jenkins'`);
  }
  const isLeftOut = instances.length === 0 && !jenkins?.has('instances');
  return {
    instances,
    missing: isLeftOut ? MISSING : undefined,
    deployStage: readDeployStage(config),
  };
}

function readInstance(config: Config, name: string): JenkinsInstance {
  const baseUrl = readBaseUrl(
    config,
    'baseUrl',
    `the Jenkins instance '${name}' at 'jenkins'`,
  );
  return {
    name,
    baseUrl,
    username: config.getOptionalString('username'),
    apiKey: config.getOptionalString('apiKey'),
  };
}

function readDeployStage(config: Config): RegExp | undefined {
  const key = 'handover.jenkins.deployStage';
  const pattern =
    config.getOptionalString(key) ?? '^Deploy to (?<environment>\\S.*)$';
  if (pattern === 'none') {
    return undefined;
  }
  let deployStage: RegExp;
  try {
    deployStage = new RegExp(pattern, 'i');
  } catch {
    throw new Error(`Invalid regular expression at '${key}'`);
  }
  if (!pattern.includes('(?<environment>')) {
    throw new Error(
      `Invalid regular expression at '${key}': must have a group 'environment', written (?<environment>…)`,
    );
  }
  return deployStage;
}
