import {
  checkKnownKeys,
  withConfigFile,
} from '@backstage-handover/plugin-handover-node';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { readAdmissionConfig } from './admission/config';
import { readAlertsConfig } from './alerts/config';
import { readBackendsConfig } from './backends';
import { readCalendarsConfig } from './calendars/config';
import { HANDOVER_KEYS } from './configKeys';
import { readDeliveryConfig } from './delivery/config';
import { readDocumentsConfig } from './documents/config';
import { readEntitiesConfig } from './entities/config';
import { readEnvironments } from './environments/config';
import { readEventsConfig } from './events';
import { readGateConfig } from './gate/config';
import { readKubernetesConfig } from './kubernetes/config';
import { readLinksConfig } from './links/config';
import { readNotificationsConfig } from './notifications';
import { readOnCallConfig } from './oncall/config';
import { readOverridesConfig } from './overrides/config';
import { readScorecardsConfig } from './scorecards/config';
import { readTriggersConfig } from './triggers/config';

/**
 * Reads and checks everything below `handover`.
 *
 * @throws an error that names the key, what is wrong with it, and the file.
 */
export function readHandoverConfig(options: {
  config: Config;
  logger: LoggerService;
}) {
  const { config, logger } = options;
  return withConfigFile(config, () => {
    checkKnownKeys(config, 'handover', HANDOVER_KEYS);
    const documents = readDocumentsConfig(config);
    return {
      admission: readAdmissionConfig(config),
      alerts: readAlertsConfig(config),
      backends: readBackendsConfig(config),
      calendars: readCalendarsConfig(config),
      documents,
      entities: readEntitiesConfig(config, documents),
      environments: readEnvironments({ config, logger }),
      events: readEventsConfig(config),
      gate: readGateConfig(config),
      kubernetes: readKubernetesConfig(config),
      links: readLinksConfig(config),
      notifications: readNotificationsConfig(config),
      onCall: readOnCallConfig(config),
      overrides: readOverridesConfig(config),
      scorecards: readScorecardsConfig(config),
      triggers: readTriggersConfig(config),
      delivery: readDeliveryConfig(config),
    };
  });
}
