import { FIELD_LABELS } from '@backstage-handover/plugin-handover-common/documents';

const { dashboards, logs, traces, alerts, slos } = FIELD_LABELS.observability;

/** Messages of where to look; merged into the plugin's translation ref under `observability`. */
export const observabilityMessages = {
  kinds: { dashboards, logs, traces, alerts, slos },
  golden: { dashboards: 'Dashboard', logs, traces, alerts },
  goldenLink: '{{kind}}: {{title}}',
  goldenQuery: '{{kind}}: query for {{system}}',
  runIn: 'run in {{system}}',
  copyQuery: 'Copy query: {{title}}',
  fromCatalog: 'From the catalog entity',
} as const;
