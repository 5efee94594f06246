import { SECTION_KEYS } from '@backstage-handover/plugin-handover-common/documents';
import type { DocumentSummary } from '@backstage-handover/plugin-handover-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { handoverApiRef } from '../api';
import { fleetApi, service } from '../__testUtils__/fleet';
import { FleetPage } from '.';

jest.setTimeout(60_000);

const SERVICES = [
  service('orders', {
    title: 'Order processing',
    system: 'system:default/store',
    tier: 1,
    coverageRatio: 1,
  }),
  service('bills', { status: 'invalid', stale: true, coverageRatio: 0.29 }),
  service('search', {
    owner: 'group:default/finders',
    status: 'missing',
    revision: undefined,
    reviewDueAt: undefined,
    coverageRatio: 0,
  }),
];

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

function renderFleet(services: readonly DocumentSummary[], search = '') {
  const fleet = fleetApi(services);
  const show = () =>
    renderInTestApp(
      <>
        <FleetPage />
        <Address />
      </>,
      {
        apis: [
          [handoverApiRef, fleet.api],
          catalogApiMock({
            entities: ['shop', 'finders'].map(name => ({
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Group',
              metadata: { name, namespace: 'default' },
            })),
          }),
        ],
        initialRouteEntries: [`/${search}`],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    );
  return { ...fleet, show };
}

const address = () => screen.getByRole('status', { name: 'address' });
const figures = () => screen.findByRole('region', { name: 'Figures' });
const table = (name: string | RegExp) => screen.findByRole('table', { name });
const services = () => table('Services and their handovers');
/** The texts of a table, without its header. */
const rowsOf = (element: HTMLElement) =>
  within(element)
    .getAllByRole('row')
    .slice(1)
    .map(row => row.textContent);

it('shows the figures and the services, which lead to their handovers', async () => {
  renderFleet(SERVICES).show();
  const list = await services();
  const name = within(list).getByRole('link', { name: 'Order processing' });
  expect(name).toHaveAttribute(
    'href',
    '/catalog/default/component/orders/handover',
  );
  const [orders, bills, search] = rowsOf(list);
  expect(orders).toMatch(/100%/);
  expect(bills).toMatch(/Invalid.*Stale.*29%.*overdue/);
  expect(search).toMatch(/Missing.*0%/);
  expect(
    screen.getByRole('heading', { name: '3 services' }),
  ).toBeInTheDocument();
  const region = await figures();
  expect(within(region).getByText('43%')).toBeInTheDocument();
  expect(
    within(region).getByRole('button', { name: /Invalid 1 33% of all/ }),
  ).toBeInTheDocument();
});

it('filters by a figure, which the address keeps', async () => {
  const user = userEvent.setup();
  renderFleet(SERVICES).show();
  const invalid = within(await figures()).getByRole('button', {
    name: /Invalid/,
  });
  await user.click(invalid);
  expect(
    await screen.findByRole('heading', { name: '1 service' }),
  ).toBeVisible();
  expect(address()).toHaveTextContent('?status=invalid');
  expect(invalid).toHaveAttribute('aria-pressed', 'true');
  // It still says what else there is to choose.
  expect(invalid).toHaveTextContent('33% of all');

  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  expect(
    await screen.findByRole('heading', { name: '3 services' }),
  ).toBeVisible();
  expect(address()).toBeEmptyDOMElement();
});

it('asks the backend for what the address says', async () => {
  const { list, getSummary, show } = renderFleet(
    SERVICES,
    '?owner=group:default/shop&ownerTree=true&tier=1&coverageMax=0.5&sort=coverage&order=desc',
  );
  show();
  await services();
  const filters = {
    owner: ['group:default/shop'],
    ownerTree: true,
    tier: [1],
    coverageMax: 0.5,
  };
  expect(list).toHaveBeenCalledWith(
    expect.objectContaining({
      ...filters,
      sort: 'coverage',
      order: 'desc',
      limit: 50,
    }),
    expect.anything(),
  );
  expect(getSummary).toHaveBeenCalledWith(filters, expect.anything());
  expect(
    screen.getByRole('checkbox', { name: 'Include the groups below' }),
  ).toBeChecked();
});

it('searches once nobody types any more', async () => {
  const user = userEvent.setup();
  const { list, show } = renderFleet(SERVICES);
  show();
  await services();
  list.mockClear();
  await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'bill');
  expect(
    await screen.findByRole('heading', { name: '1 service' }),
  ).toBeVisible();
  expect(list).toHaveBeenCalledTimes(1);
  expect(address()).toHaveTextContent('?q=bill');
});

it('offers the owners that the catalog finds', async () => {
  const user = userEvent.setup();
  const { show } = renderFleet(SERVICES);
  show();
  await services();
  await user.click(screen.getByRole('textbox', { name: 'Owner' }));
  await user.click(await screen.findByRole('option', { name: /finders/ }));
  expect(
    await screen.findByRole('heading', { name: '1 service' }),
  ).toBeVisible();
  expect(address()).toHaveTextContent('?owner=group%3Adefault%2Ffinders');
});

it('sorts all pages by a header, in both directions', async () => {
  const user = userEvent.setup();
  const { list, show } = renderFleet(SERVICES);
  show();
  const list1 = await services();
  const header = within(list1).getByRole('columnheader', { name: /Coverage/ });
  expect(header).toHaveAttribute('aria-sort', 'none');
  for (const [order, direction] of [
    ['asc', 'ascending'],
    ['desc', 'descending'],
  ]) {
    await user.click(within(header).getByRole('button'));
    expect(header).toHaveAttribute('aria-sort', direction);
    expect(list).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'coverage', order }),
      expect.anything(),
    );
  }
});

it('chooses columns', async () => {
  const user = userEvent.setup();
  renderFleet(SERVICES).show();
  await services();
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'System' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Source' }));
  await user.keyboard('{Escape}');
  const headers = within(await services())
    .getAllByRole('columnheader')
    .map(header => header.textContent);
  expect(headers).toContain('Source');
  expect(headers).not.toContain('System');
  expect(decodeURIComponent(address().textContent!)).toMatch(
    /columns=service,owner,.*,source/,
  );
});

it('goes through the pages, and back', async () => {
  const user = userEvent.setup();
  const many = Array.from({ length: 120 }, (_, index) => service(`s${index}`));
  const { list, show } = renderFleet(many);
  show();
  await screen.findByRole('heading', { name: '1 to 50 of 120 services' });
  const next = screen.getByRole('button', { name: 'Next page' });
  await user.click(next);
  await screen.findByRole('heading', { name: '51 to 100 of 120 services' });
  await user.click(next);
  await screen.findByRole('heading', { name: '101 to 120 of 120 services' });
  expect(next).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Previous page' }));
  await screen.findByRole('heading', { name: '51 to 100 of 120 services' });
  await user.click(screen.getByRole('button', { name: 'First page' }));
  await screen.findByRole('heading', { name: '1 to 50 of 120 services' });
  expect(list.mock.calls.every(([query]) => query?.limit === 50)).toBe(true);
});

it('says that nothing matches, and that there is nothing', async () => {
  const first = renderFleet(SERVICES, '?q=nothing');
  const { unmount } = first.show();
  expect(
    await screen.findByRole('heading', {
      name: 'No service matches the filters',
    }),
  ).toBeVisible();
  unmount();
  renderFleet([]).show();
  expect(
    await screen.findByRole('heading', { name: 'No services to show' }),
  ).toBeVisible();
  expect(screen.getByText(/not allowed to read/)).toBeVisible();
});

it('says what failed, and tries again', async () => {
  const user = userEvent.setup();
  const { list, show } = renderFleet(SERVICES);
  list.mockRejectedValueOnce(new Error('connection refused'));
  show();
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(
    'The services could not be loaded: connection refused',
  );
  await user.click(within(alert).getByRole('button', { name: 'Try again' }));
  expect(await services()).toBeVisible();
});

it('shows the figures of each group, which lead to its services', async () => {
  const user = userEvent.setup();
  renderFleet(SERVICES, '?stale=false').show();
  await user.click(await screen.findByRole('button', { name: 'Groups' }));
  const groups = await table('Figures by owner');
  const link = await within(groups).findByRole('link', { name: /finders/ });
  expect(rowsOf(groups)).toEqual([
    expect.stringMatching(/shop/),
    expect.stringMatching(/finders/),
  ]);
  await user.click(link);
  expect(
    await screen.findByRole('heading', { name: '1 service' }),
  ).toBeVisible();
  expect(decodeURIComponent(address().textContent!)).toBe(
    '?owner=group:default/finders&stale=false',
  );
});

it('shows the sections of each group in words', async () => {
  const user = userEvent.setup();
  renderFleet(SERVICES, '?view=sections&by=owner').show();
  const sections = await table(/cover each section, by owner/);
  expect(
    within(sections).getByRole('columnheader', { name: 'Rollback' }),
  ).toBeInTheDocument();
  const [all, shop] = within(sections).getAllByRole('row').slice(1);
  expect(within(all).getAllByRole('cell')[0]).toHaveTextContent(
    '1 of 3 services cover it, 1 partly, 1 lack it',
  );
  expect(within(shop).getAllByRole('cell')).toHaveLength(SECTION_KEYS.length);

  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Group by' }),
    'System',
  );
  const systems = await table(/cover each section, by system/);
  expect(
    within(systems).getByRole('link', { name: 'No system' }),
  ).toHaveAttribute('href', '/?system=none');
});

describe('the download', () => {
  let files: Blob[];
  beforeEach(() => {
    files = [];
    URL.createObjectURL = jest.fn(file => {
      files.push(file as Blob);
      return 'blob:test';
    });
    URL.revokeObjectURL = jest.fn();
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
  });
  afterEach(() => jest.restoreAllMocks());

  it('has every service that matches, with the columns of the table', async () => {
    const user = userEvent.setup();
    const many = Array.from({ length: 1100 }, (_, index) =>
      service(`s${index}`, { title: index ? `S${index}` : '=cmd()' }),
    );
    const { list, show } = renderFleet(
      [...many, ...SERVICES],
      '?owner=group:default/shop&status=ok&columns=service,owner,status',
    );
    show();
    await services();
    list.mockClear();
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(await screen.findByText('Downloaded 1101 services')).toBeVisible();
    const lines = (await files[0].text()).trimEnd().split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      'Service,Owner,Status',
      "'=cmd(),group:default/shop,OK",
      'S1,group:default/shop,OK',
    ]);
    expect(lines).toHaveLength(1102);
    expect(list.mock.calls.map(([query]) => query?.cursor)).toEqual([
      undefined,
      '500',
      '1000',
    ]);
  });

  it('says why it failed, and saves nothing', async () => {
    const user = userEvent.setup();
    const { list, show } = renderFleet(SERVICES);
    show();
    await services();
    list.mockRejectedValueOnce(new Error('connection refused'));
    await user.click(screen.getByRole('button', { name: 'Download CSV' }));
    expect(
      await screen.findByText('The download failed: connection refused'),
    ).toBeVisible();
    expect(files).toEqual([]);
  });
});
