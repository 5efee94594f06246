import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { alertMessages } from './alerts';
import { cardMessages } from './card';
import { catalogMessages } from './catalog';
import { componentMessages } from './components';
import { documentMessages } from './documents';
import { exportMessages } from './export';
import { gateMessages } from './gate';
import { deliveryMessages } from './delivery';
import { incidentMessages } from './incident';
import { initiativeMessages } from './initiatives';
import { kubernetesMessages } from './kubernetes';
import { observabilityMessages } from './observability';
import { onCallMessages } from './oncall';
import { pageMessages } from './page';
import { revisionMessages } from './revisions';
import { rollUpMessages } from './rollup';
import { scorecardMessages } from './scorecards';
import { searchMessages } from './search';
import { tabMessages } from './tab';
import { triggerMessages } from './triggers';

const texts = createTranslationRef({
  id: 'plugin.handover',
  messages: {
    alerts: alertMessages,
    card: cardMessages,
    catalog: catalogMessages,
    common: componentMessages,
    document: documentMessages,
    export: exportMessages,
    gate: gateMessages,
    delivery: deliveryMessages,
    incident: incidentMessages,
    initiatives: initiativeMessages,
    kubernetes: kubernetesMessages,
    observability: observabilityMessages,
    oncall: onCallMessages,
    page: pageMessages,
    revisions: revisionMessages,
    rollup: rollUpMessages,
    scorecards: scorecardMessages,
    search: searchMessages,
    tab: tabMessages,
    triggers: triggerMessages,
  },
});

/**
 * Every text that the plugin shows.
 *
 * @public
 */
// Named by reference: written out, the texts stand in another order each time
// that the API is reported.
export const handoverTranslationRef: TranslationRef<
  'plugin.handover',
  (typeof texts)['T']
> = texts;
