import type { HandoverApi } from '@backstage-handover/plugin-handover-common';
import type { Entity } from '@backstage/catalog-model';
import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  catalogPlugin,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lazy } from 'react';
import { Route } from 'react-router-dom';
import {
  EntityHandoverCard,
  EntityHandoverContent,
  EntityHandoverRollUpCard,
  HandoverPage,
  handoverApiRef,
  type HandoverCell,
  type HandoverPanel,
  isHandoverAvailable,
} from '../legacy';
import { fleetApi, service } from '../__testUtils__/fleet';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';

/** What another plugin adds. The documentation shows the same. */
const budgetCell: HandoverCell = {
  id: 'costs.budget',
  title: 'Budget',
  component: ({ entity }) => <>€ 400 a month for {entity.metadata.name}</>,
};
const restoresPanel: HandoverPanel = {
  id: 'costs.restores',
  placement: { section: 'resilience', at: 'after' },
  component: lazy(async () => ({ default: () => <p>Last restore: never</p> })),
};

const entityPage = (
  <EntityLayout>
    <EntityLayout.Route path="/" title="Overview">
      <>
        <EntityHandoverCard />
        <EntityHandoverRollUpCard />
        <EntitySwitch>
          <EntitySwitch.Case if={isHandoverAvailable}>
            <></>
          </EntitySwitch.Case>
          <EntitySwitch.Case>Other kind</EntitySwitch.Case>
        </EntitySwitch>
      </>
    </EntityLayout.Route>
    <EntityLayout.Route path="/handover" title="Handover">
      <EntityHandoverContent panels={[restoresPanel]} cells={[budgetCell]} />
    </EntityLayout.Route>
  </EntityLayout>
);

/** The page of an entity in an app whose configuration names these kinds. */
function renderEntityPage(options: { entity: Entity; kinds?: string[] }) {
  const { entity, kinds } = options;
  const kind = entity.kind.toLocaleLowerCase('en-US');
  renderAt(`/catalog/default/${kind}/${entity.metadata.name}`, {
    api: handoverApiWith(async () => documentState(orderProcessingDocument())),
    entity,
    kinds,
  });
}

function renderAt(
  path: string,
  options: { api: HandoverApi; entity: Entity; kinds?: string[] },
) {
  const { api, entity, kinds } = options;
  window.history.pushState({}, '', path);
  const app = createApp({
    apis: [
      createApiFactory(handoverApiRef, api),
      createApiFactory(catalogApiRef, catalogApiMock({ entities: [entity] })),
    ],
    plugins: [catalogPlugin],
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost:7007' },
          ...(kinds && { handover: { documents: { kinds } } }),
        },
      },
    ],
  });
  const Root = app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route path="/handover" element={<HandoverPage />} />
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
}

describe('the legacy frontend system', () => {
  it('has the page of all handovers, which leads to the tab', async () => {
    const user = userEvent.setup();
    renderAt('/handover', {
      api: fleetApi([service('order-processing')]).api,
      entity: orderProcessingEntity,
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Handovers' }),
    ).toBeInTheDocument();
    await user.click(
      await screen.findByRole('link', { name: 'order-processing' }),
    );
    expect(window.location.pathname).toBe(
      '/catalog/default/component/order-processing/handover',
    );
  });

  it('shows the card, which leads to the same tab with what another plugin adds', async () => {
    const user = userEvent.setup();
    renderEntityPage({ entity: orderProcessingEntity });
    const link = await screen.findByRole('link', { name: 'Open handover' });
    expect(link).toHaveAttribute(
      'href',
      '/catalog/default/component/order-processing/handover',
    );
    await user.click(link);
    const rollback = await screen.findByRole('region', { name: 'Rollback' });
    expect(within(rollback).getByText('10 minutes')).toBeInTheDocument();
    expect(
      within(screen.getByRole('region', { name: 'At a glance' })).getByText(
        '€ 400 a month for order-processing',
      ),
    ).toBeInTheDocument();
    expect(
      await within(
        await screen.findByRole('region', { name: 'Resilience' }),
      ).findByText('Last restore: never'),
    ).toBeInTheDocument();
  });

  it('has no card for a kind that is not configured, and says so in the tab', async () => {
    const user = userEvent.setup();
    renderEntityPage({
      entity: orderProcessingEntity,
      kinds: ['API'],
    });
    await user.click(await screen.findByRole('tab', { name: 'Handover' }));
    expect(
      await screen.findByText(/Entities of kind Component cannot/),
    ).toBeInTheDocument();
    await user.click(await screen.findByRole('tab', { name: 'Overview' }));
    expect(await screen.findByText('Other kind')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Open handover' }),
    ).not.toBeInTheDocument();
  });

  it('has the card for a kind that is configured', async () => {
    renderEntityPage({
      entity: { ...orderProcessingEntity, kind: 'API' },
      kinds: ['API'],
    });
    expect(
      await screen.findByRole('link', { name: 'Open handover' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Handovers of services')).toBeNull();
    expect(screen.queryByText('Other kind')).not.toBeInTheDocument();
  });

  it('has the roll-up on the page of a domain', async () => {
    renderAt('/catalog/default/domain/retail', {
      api: fleetApi([service('order-processing')]).api,
      entity: {
        ...orderProcessingEntity,
        kind: 'Domain',
        metadata: { name: 'retail', namespace: 'default' },
      },
    });
    expect(
      await screen.findByRole('link', { name: 'Show the services' }),
    ).toHaveAttribute('href', '/handover?domain=domain%3Adefault%2Fretail');
  });
});
