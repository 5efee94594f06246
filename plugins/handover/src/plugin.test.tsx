import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/core-app-api';
import { createApp } from '@backstage/frontend-defaults';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import searchPlugin from '@backstage/plugin-search/alpha';
import { searchApiRef } from '@backstage/plugin-search-react';
import { render, screen } from '@testing-library/react';
import handover from '.';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: { 'handover.dev/status': 'ok' },
  },
  spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
};

/** An app with the catalog and the search, in which Handover is found first. */
function renderApp(options: { path: string; extensions?: unknown[] }) {
  window.history.pushState({}, '', options.path);
  const app = createApp({
    features: [
      handover,
      catalogPlugin,
      searchPlugin,
      createFrontendModule({
        pluginId: 'catalog',
        extensions: [
          ApiBlueprint.make({
            params: define =>
              define({
                api: catalogApiRef,
                deps: {},
                factory: () => catalogApiMock({ entities: [entity] }),
              }),
          }),
        ],
      }),
      createFrontendModule({
        pluginId: 'search',
        extensions: [
          ApiBlueprint.make({
            params: define =>
              define({
                api: searchApiRef,
                deps: {},
                factory: () => ({ query: async () => ({ results: [] }) }),
              }),
          }),
        ],
      }),
    ],
    advanced: {
      configLoader: async () => ({
        config: new ConfigReader({
          app: {
            baseUrl: 'http://localhost',
            extensions: [
              { 'sign-in-page:app': false },
              ...(options.extensions ?? []),
            ],
          },
          backend: { baseUrl: 'http://localhost:7007' },
        } as never),
      }),
    },
  });
  render(app.createRoot());
}

describe('the features of the package', () => {
  it('put the filter of handovers below the filters of the catalog', async () => {
    renderApp({ path: '/catalog?filters[user]=all' });
    const filter = await screen.findByTestId('handover-picker-expand');
    const [kind] = await screen.findAllByTestId('select');
    expect(
      // eslint-disable-next-line no-bitwise
      kind.compareDocumentPosition(filter) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
  });

  it('put the page of all handovers in the navigation', async () => {
    renderApp({ path: '/catalog?filters[user]=all' });
    expect(
      await screen.findByRole('link', { name: 'Handover' }),
    ).toHaveAttribute('href', '/handover');
  });

  it('do not offer handovers as a type of search results', async () => {
    renderApp({ path: '/search?query=rollback' });
    expect(await screen.findByText('Result Type')).toBeInTheDocument();
    expect(screen.queryByText('Handovers')).not.toBeInTheDocument();
  });

  it('offer handovers in the search when the app enables the type', async () => {
    renderApp({
      path: '/search?query=rollback',
      extensions: ['search-filter-result-type:handover'],
    });
    expect(await screen.findByText('Handovers')).toBeInTheDocument();
  });
});
