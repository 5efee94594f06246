import { createDevApp } from '@backstage/frontend-dev-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import handover from '../src';
import { exampleApis } from './exampleApis';

/**
 * The plugin in an app with the catalog and one component, on example data in
 * place of a backend:
 *
 *     yarn workspace @backstage-handover/plugin-handover start
 */
createDevApp({ features: [catalogPlugin, handover, ...exampleApis] });

// The app starts at the tab.
if (window.location.pathname === '/') {
  window.history.replaceState(
    {},
    '',
    '/catalog/default/component/order-processing/handover',
  );
}
