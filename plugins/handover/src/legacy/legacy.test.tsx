import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  EntityLayout,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import {
  EntityHandoverCard,
  EntityHandoverContent,
  handoverApiRef,
  isHandoverAvailable,
} from '../legacy';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';

const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <EntityHandoverCard />
    </EntityLayout.Route>
    <EntityLayout.Route
      path="/handover"
      title="Handover"
      if={isHandoverAvailable}
    >
      <EntityHandoverContent />
    </EntityLayout.Route>
  </EntityLayout>
);

describe('the former frontend system', () => {
  it('shows the card, which leads to the same tab', async () => {
    const user = userEvent.setup();
    window.history.pushState(
      {},
      '',
      '/catalog/default/component/order-processing',
    );
    const app = createApp({
      apis: [
        createApiFactory(
          handoverApiRef,
          handoverApiWith(async () => documentState(orderProcessingDocument())),
        ),
        createApiFactory(
          catalogApiRef,
          catalogApiMock({ entities: [orderProcessingEntity] }),
        ),
      ],
      plugins: [catalogPlugin],
      configLoader: async () => [
        {
          context: 'test',
          data: {
            app: { baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ],
    });
    const Root = app.createRoot(
      <AppRouter>
        <FlatRoutes>
          <Route path="/catalog" element={<CatalogIndexPage />} />
          <Route
            path="/catalog/:namespace/:kind/:name"
            element={<CatalogEntityPage />}
          >
            {entityPage}
          </Route>
        </FlatRoutes>
      </AppRouter>,
    );
    render(<Root />);

    const link = await screen.findByRole('link', { name: 'Open handover' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/order-processing/handover',
    );
    await user.click(link);
    const rollback = await screen.findByRole('region', { name: 'Rollback' });
    expect(within(rollback).getByText('10 minutes')).toBeInTheDocument();
  });
});
