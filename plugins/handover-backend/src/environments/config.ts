import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  FORMER_KEYS,
  type FormerKey,
  readFormerEnvironments,
} from './formerConfig';

const KEY = 'handover.environments';

/** What to write instead of each former key. */
const INSTEAD: Record<FormerKey, string> = {
  'handover.gate.defaults': `'default' of an entry in '${KEY}'`,
  'handover.gate.environments': `'${KEY}', in the order of promotion`,
  'handover.delivery.production': `'production: true' of an entry in '${KEY}'`,
};

/**
 * Reads and checks `handover.environments`, or the keys that it replaces.
 *
 * @throws an error that names the key of a mistake, or of a former key that is
 *   configured as well.
 */
export function readEnvironments(options: {
  config: Config;
  logger: LoggerService;
}): Environments {
  const { config, logger } = options;
  const former = FORMER_KEYS.filter(key => config.has(key));
  const configured = config.getOptional(KEY);
  if (configured === undefined) {
    for (const key of former) {
      logger.warn(
        `The configuration key '${key}' is deprecated: use ${INSTEAD[key]} instead`,
      );
    }
    return former.length === 0
      ? Environments.builtIn()
      : readFormerEnvironments(config);
  }
  if (former.length > 0) {
    throw new Error(
      `'${former[0]}' cannot be configured together with '${KEY}': use ${
        INSTEAD[former[0]]
      } instead`,
    );
  }
  return Environments.parse(configured, KEY);
}
