import {
  readBaseUrl,
  readHeaders,
  readInstances,
} from '@backstage-handover/plugin-handover-node';
import type { Config } from '@backstage/config';
import { isLabelName, isMatcher } from './matchers';

/** An Alertmanager that is read. URLs have no slash at the end. */
export type AlertmanagerInstance = {
  name: string;
  url: string;
  /** Where people open it. */
  externalUrl: string;
  headers: Record<string, string>;
  /** The label with the name of the component. Undefined if there is none. */
  entityLabel?: string;
  environmentLabel?: string;
  environment?: string;
  /** Matchers that every alert must match. */
  filters: string[];
};

export type AlertmanagerConfig = {
  instances: AlertmanagerInstance[];
  /** Why nothing can be read. Undefined if the list is empty on purpose. */
  missing?: string;
};

const KEY = 'handover.alertmanager.instances';

/** By the kube-prometheus rules and most others. */
const DEFAULT_ENTITY_LABEL = 'service';

/**
 * Reads `handover.alertmanager`.
 *
 * @throws Error that names the key or the instance which is wrong.
 */
export function readAlertmanagerConfig(config: Config): AlertmanagerConfig {
  return readInstances(config, {
    key: KEY,
    title: 'Alertmanager',
    read: readInstance,
  });
}

function readInstance(
  config: Config,
  { name, what }: { name: string; what: string },
): AlertmanagerInstance {
  const url = readBaseUrl(config, 'url', what);
  const entityLabel =
    readLabel(config, 'entityLabel', what) ?? DEFAULT_ENTITY_LABEL;
  return {
    name,
    url,
    externalUrl: config.has('externalUrl')
      ? readBaseUrl(config, 'externalUrl', what)
      : url,
    headers: readHeaders(config, 'headers', what),
    entityLabel: entityLabel === 'none' ? undefined : entityLabel,
    environmentLabel: readLabel(config, 'environmentLabel', what),
    environment: config.getOptionalString('environment')?.trim() || undefined,
    filters: readFilters(config, what),
  };
}

function readLabel(
  config: Config,
  key: string,
  what: string,
): string | undefined {
  const label = config.getOptionalString(key)?.trim();
  if (label !== undefined && !isLabelName(label)) {
    throw new Error(
      `Invalid '${key}' of ${what}: '${label}' is not a label that Prometheus allows`,
    );
  }
  return label;
}

function readFilters(config: Config, what: string): string[] {
  const filters = config.getOptionalStringArray('filters') ?? [];
  const wrong = filters.find(filter => !isMatcher(filter));
  if (wrong !== undefined) {
    throw new Error(
      `Invalid filter '${wrong}' of ${what}: must be a matcher such as severity!="none"`,
    );
  }
  return filters;
}
