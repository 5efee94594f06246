import {
  createTranslationRef,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';
import { cardMessages } from './card/messages';
import { catalogMessages } from './catalog/messages';
import { componentMessages } from './components/messages';
import { documentMessages } from './documents/messages';
import { exportMessages } from './export/messages';
import { gateMessages } from './gate/messages';
import { deliveryMessages } from './delivery/messages';
import { liveMessages } from './kubernetes/messages';
import { revisionMessages } from './documents/revisions/messages';
import { searchMessages } from './search/messages';
import { tabMessages } from './tab/messages';

const texts = createTranslationRef({
  id: 'plugin.handover',
  messages: {
    card: cardMessages,
    catalog: catalogMessages,
    common: componentMessages,
    document: documentMessages,
    export: exportMessages,
    gate: gateMessages,
    delivery: deliveryMessages,
    live: liveMessages,
    revisions: revisionMessages,
    search: searchMessages,
    tab: tabMessages,
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
