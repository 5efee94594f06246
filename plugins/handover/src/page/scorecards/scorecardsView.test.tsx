import type {
  ScorecardCounts,
  ScorecardList,
  ScorecardTrend,
} from '@backstage-handover/plugin-handover-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../../api';
import { fleetApi, service } from '../../__testUtils__/fleet';
import { FleetPage } from '..';

jest.setTimeout(60_000);

const check = (id: string, level: string) => ({
  id,
  title: `Check ${id}`,
  level,
  weight: 1,
  effort: 'small' as const,
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition: 'document.exists',
  basis: ['observed' as const],
});

const list: ScorecardList = {
  items: [
    {
      name: 'ready',
      version: 'v1',
      title: 'Handover ready',
      owner: 'group:default/platform',
      levels: [
        { id: 'bronze', title: 'Bronze' },
        { id: 'silver', title: 'Silver' },
      ],
      checks: [check('a', 'bronze'), check('b', 'silver')],
    },
  ],
  locations: [],
};

const counts: ScorecardCounts = {
  entities: 1_250,
  levels: { none: 250, silver: 1_000 },
  held: 3,
  score: 0.519,
  checks: { a: { pass: 1_200, fail: 50 }, b: { unknown: 30, fail: 220 } },
  groups: [
    {
      ref: 'group:default/shop',
      entities: 700,
      levels: { bronze: 700 },
      held: 0,
      score: 0.25,
    },
    { ref: '', entities: 5, levels: { none: 5 }, held: 0 },
  ],
  omittedGroups: 2,
};

const trend: ScorecardTrend = {
  days: Array.from({ length: 90 }, (_, index) => ({
    day: '2026-11-20',
    // Nothing was evaluated in the first weeks.
    entities: index < 40 ? 0 : 100,
    levels: (index < 40
      ? {}
      : { none: 99 - index, silver: index, bronze: 1 }) as Record<
      string,
      number
    >,
  })),
};

async function show(
  search: string,
  options: { list?: ScorecardList; failing?: boolean } = {},
) {
  const { api, list: listDocuments } = fleetApi([
    service('orders', { levels: { ready: 'silver' } }),
    service('bills', { levels: { ready: 'none' } }),
    service('search', { levels: {} }),
  ]);
  const count = jest.fn(async () => counts);
  await renderInTestApp(<FleetPage />, {
    apis: [
      [
        handoverApiRef,
        {
          ...api,
          scorecards: {
            ...api.scorecards,
            list: async () => {
              if (options.failing) {
                throw new Error('no connection');
              }
              return options.list ?? list;
            },
            count,
            getTrend: async () => trend,
          },
        },
      ],
      catalogApiMock({ entities: [] }),
    ],
    initialRouteEntries: [`/?view=scorecards${search}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return { count, listDocuments };
}

const cellsOf = (row: HTMLElement) =>
  [
    ...within(row).queryAllByRole('rowheader'),
    ...within(row).getAllByRole('cell'),
  ].map(({ textContent }) => textContent?.replace(/^[^:]*: ?/, ''));

it('shows the levels of all services and of each owner', async () => {
  await show('');
  const table = await screen.findByRole('table', {
    name: 'Levels of Handover ready',
  });
  const [, all, shop, nobody] = within(table).getAllByRole('row');
  expect(cellsOf(all).join(' ')).toMatch(/1,250.*250.*0.*1,000.*51%/);
  expect(cellsOf(shop).join(' ')).toMatch(/700.*0.*700.*0.*25%/);
  expect(nobody).toHaveTextContent('No owner');
  expect(screen.getByText('3 levels are the last known ones.')).toBeVisible();
  expect(screen.getByText('2 smaller groups are left out.')).toBeVisible();
});

it('shows how the share of each level developed, also in numbers', async () => {
  await show('');
  const table = await screen.findByRole('table', {
    name: 'Share of services with at least a level of Handover ready',
  });
  const [, bronze, silver] = within(table).getAllByRole('row');
  expect(bronze).toHaveTextContent(/Bronze.*90%.*83%.*60%.*–/);
  expect(silver).toHaveTextContent(/Silver.*89%.*82%.*59%.*–/);
});

it('shows the checks that hold most services back first', async () => {
  await show('');
  const table = await screen.findByRole('table', {
    name: /^Checks of Handover ready/,
  });
  const [, first, second] = within(table).getAllByRole('row');
  expect(first).toHaveTextContent(/Check b.*Silver/);
  expect(cellsOf(first).join(' ')).toMatch(/220.*30.*0/);
  expect(second).toHaveTextContent(/Check a.*Bronze/);
});

it('counts what the filters by owner and system say, and tells that others do not apply', async () => {
  const { count } = await show(
    '&owner=group:default/shop&ownerTree=true&system=system:default/store&stale=true&by=system',
  );
  await screen.findByRole('table', { name: 'Levels of Handover ready' });
  expect(count).toHaveBeenCalledWith(
    'ready',
    {
      within: ['group:default/shop'],
      system: ['system:default/store'],
      groupBy: 'system',
    },
    expect.anything(),
  );
  expect(
    screen.getByText('Only the filters by owner and system apply here.'),
  ).toBeVisible();
});

it('says how to begin where none is in force, and what is wrong with a location', async () => {
  await show('', {
    list: {
      items: [],
      locations: [
        {
          location: 'https://git.example.com/ready.yaml',
          problems: [
            { path: '', message: 'cannot be read', severity: 'error' },
          ],
          failingSince: '2026-11-20T10:00:00Z',
          checkedAt: '2026-11-20T10:00:00Z',
        },
      ],
    },
  });
  expect(await screen.findByText(/^No scorecard is in force/)).toBeVisible();
  expect(screen.getByRole('alert')).toHaveTextContent(
    'Scorecards at https://git.example.com/ready.yaml stay as they were: cannot be read',
  );
});

it('says that they could not be loaded', async () => {
  await show('', { failing: true });
  expect(
    await screen.findByText(
      'The scorecards could not be loaded: no connection',
    ),
  ).toBeVisible();
});

it('leads from a level to its services, whose list shows it and filters by it', async () => {
  const { listDocuments } = await show('&tier=1');
  const [, all, shop, nobody] = within(
    await screen.findByRole('table', { name: 'Levels of Handover ready' }),
  ).getAllByRole('row');
  const hrefOf = (row: HTMLElement, name: string) =>
    decodeURIComponent(
      within(row).getByRole('link', { name }).getAttribute('href')!,
    );
  expect(hrefOf(shop, '700 services with level Bronze')).toBe(
    '/?owner=group:default/shop&tier=1&level=ready:bronze',
  );
  expect(hrefOf(nobody, '5 services with level No level')).toContain(
    'owner=none',
  );
  await userEvent.click(
    within(all).getByRole('link', { name: '1000 services with level Silver' }),
  );
  const services = await screen.findByRole('table', {
    name: 'Services and their handovers',
  });
  expect(
    within(services).getByRole('columnheader', { name: 'Handover ready' }),
  ).toBeVisible();
  const [, orders, ...others] = within(services).getAllByRole('row');
  expect(orders).toHaveTextContent(/orders.*Silver/);
  expect(others).toEqual([]);

  const select = screen.getByRole('combobox', { name: 'Level' });
  expect(select).toHaveDisplayValue('Handover ready: Silver');
  await userEvent.selectOptions(select, 'Handover ready: No level');
  expect(await screen.findByRole('cell', { name: /No level$/ })).toBeVisible();
  expect(listDocuments).toHaveBeenLastCalledWith(
    expect.objectContaining({ level: ['ready:none'], include: 'levels' }),
    expect.anything(),
  );
});
