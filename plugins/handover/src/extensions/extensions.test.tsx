import { renderTestApp } from '@backstage/frontend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import { searchApiRef } from '@backstage/plugin-search-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../api';
import {
  handoverCatalogFilter,
  handoverEntityCard,
  handoverEntityContent,
  handoverEntityIconLink,
  handoverPage,
  handoverSearchResultItem,
  handoverSearchResultType,
} from '.';
import { fleetApi, service } from '../__testUtils__/fleet';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';

const api = handoverApiWith(async () =>
  documentState(orderProcessingDocument()),
);

describe('extensions', () => {
  it('put the page of all handovers at /handover', async () => {
    renderTestApp({
      extensions: [
        handoverPage,
        catalogPlugin.getExtension('page:catalog/entity'),
      ],
      initialRouteEntries: ['/handover?q=orders'],
      apis: [
        [handoverApiRef, fleetApi([service('orders'), service('bills')]).api],
        catalogApiMock(),
      ],
    });
    const main = await screen.findByRole('main');
    expect(
      await within(main).findByRole('link', { name: 'orders' }),
    ).toHaveAttribute('href', '/catalog/default/component/orders/handover');
    expect(within(main).queryByText('bills')).not.toBeInTheDocument();
  });

  it('put the tab on the page of an entity', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: orderProcessingEntity }),
        handoverEntityContent,
      ],
      apis: [[handoverApiRef, api]],
    });
    const rollback = await screen.findByRole('region', { name: 'Rollback' });
    expect(within(rollback).getByText('10 minutes')).toBeInTheDocument();
  });

  it('put the card on the page of an entity, with the way to the tab', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: orderProcessingEntity }),
        handoverEntityCard,
        handoverEntityContent,
      ],
      apis: [[handoverApiRef, api]],
    });
    expect(
      await screen.findByRole('link', { name: 'Open handover' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/handover$/));
  });

  it('put a link to the tab among those of the entity', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: orderProcessingEntity }),
        catalogPlugin.getExtension('entity-card:catalog/about'),
        handoverEntityIconLink,
        handoverEntityContent,
      ],
      apis: [
        [handoverApiRef, api],
        catalogApiMock({ entities: [orderProcessingEntity] }),
      ],
    });
    expect(
      await screen.findByRole('link', { name: 'Handover' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/handover$/));
  });

  it('show what the search finds, and let it be narrowed to handovers', async () => {
    const query = jest.fn(async () => ({
      results: [
        {
          type: 'handover',
          document: {
            title: 'Rollback: Payments',
            text: 'Decide within: 10 minutes',
            location: '/catalog/default/component/payments/handover#rollback',
            section: 'rollback',
            entityTitle: 'Payments',
          },
        },
      ],
    }));
    renderTestApp({
      extensions: [
        searchPlugin.getExtension('page:search'),
        handoverSearchResultItem,
        handoverSearchResultType,
      ],
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: ['search-filter-result-type:test'],
        },
        backend: { baseUrl: 'http://localhost:7007' },
      },
      initialRouteEntries: ['/search?query=rollback'],
      apis: [[searchApiRef, { query }], catalogApiMock()],
    });
    expect(
      await screen.findByRole('link', { name: 'Payments: Rollback' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments/handover#rollback',
    );
    await userEvent.click(await screen.findByText('Handovers'));
    await waitFor(() =>
      expect(query).toHaveBeenLastCalledWith(
        expect.objectContaining({ types: ['handover'] }),
        expect.anything(),
      ),
    );
  });

  it('leave out entities that nobody hands over', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({
          entity: { ...orderProcessingEntity, kind: 'User' },
        }),
        handoverEntityCard,
        handoverEntityContent,
      ],
      apis: [[handoverApiRef, api]],
    });
    expect(
      screen.queryByRole('region', { name: 'Rollback' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('100%')).not.toBeInTheDocument();
  });

  it.each([
    ['API', true],
    ['Component', false],
  ])(
    'are on an entity of the kind %s if that kind is configured: %s',
    async (kind, available) => {
      renderTestApp({
        config: {
          app: { baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost:7007' },
          handover: { documents: { kinds: ['api'] } },
        },
        extensions: [
          createTestEntityPage({ entity: { ...orderProcessingEntity, kind } }),
          catalogPlugin.getExtension('entity-card:catalog/about'),
          handoverEntityCard,
          handoverEntityIconLink,
          handoverEntityContent,
        ],
        apis: [
          [handoverApiRef, api],
          catalogApiMock({ entities: [orderProcessingEntity] }),
        ],
      });
      await screen.findByText('About');
      for (const name of ['Open handover', 'Handover']) {
        await waitFor(() =>
          expect(screen.queryAllByRole('link', { name })).toHaveLength(
            available ? 1 : 0,
          ),
        );
      }
    },
  );

  it('filter the catalog by the status of handovers', async () => {
    const entity = (name: string, status?: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'default',
        annotations: status ? { 'handover.dev/status': status } : {},
      },
      spec: { type: 'service', owner: 'shop', lifecycle: 'production' },
    });
    renderTestApp({
      features: [catalogPlugin],
      extensions: [handoverCatalogFilter],
      initialRouteEntries: ['/catalog?filters[user]=all'],
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [
              entity('orders', 'ok'),
              entity('payments', 'missing'),
              entity('unknown'),
            ],
          }),
        ],
        [handoverApiRef, api],
      ],
    });
    await screen.findByText('orders');
    await userEvent.click(await screen.findByTestId('handover-picker-expand'));
    await userEvent.click(await screen.findByText('Missing'));
    await waitFor(() =>
      expect(screen.queryByText('orders')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('payments')).toBeInTheDocument();
    expect(screen.queryByText('unknown')).not.toBeInTheDocument();
  });
});
