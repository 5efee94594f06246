import {
  checkKnownKeys,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { RETRIEVER_ID } from './facts/schema';

/** Where Tech Insights reads when to retrieve the facts, and how long to keep them. */
export const CONFIG_KEY = `techInsights.factRetrievers.${RETRIEVER_ID}`;

const KEYS = [
  'cadence',
  'initialDelay',
  'timeout',
  'lifecycle.maxItems',
  'lifecycle.timeToLive',
];

/** @throws InputError that names a key that Tech Insights would ignore. */
export function checkConfig(config: RootConfigService): void {
  withConfigFile(config, () =>
    checkKnownKeys(
      config,
      CONFIG_KEY,
      KEYS.map(key => `${CONFIG_KEY}.${key}`),
    ),
  );
}
