import type {
  Exemption,
  ScorecardChanges,
  ScorecardCounts,
  ScorecardList,
  ScorecardPreview,
  ScorecardTrend,
} from '@backstage-handover/plugin-handover-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../../api';
import { exemption } from '../../__testUtils__/exemptions';
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

const NO_CHANGES: ScorecardChanges = {
  since: '2026-10-30T10:00:00Z',
  entities: 40,
  gained: 0,
  lost: 0,
  owners: { gains: [], drops: [] },
  services: { gains: [], drops: [] },
};

async function show(
  search: string,
  options: {
    list?: ScorecardList;
    failing?: boolean;
    changes?: Partial<ScorecardChanges>;
    preview?: ScorecardPreview;
    exemptions?: Exemption[];
  } = {},
) {
  const { api, list: listDocuments } = fleetApi([
    service('orders', { levels: { ready: 'silver' } }),
    service('bills', { levels: { ready: 'none' } }),
    service('search', { levels: {} }),
  ]);
  const count = jest.fn(async () => counts);
  const getChanges = jest.fn(async () => ({
    ...NO_CHANGES,
    ...options.changes,
  }));
  const preview = jest.fn(async () => options.preview ?? {});
  const listExemptions = jest.fn(async () => ({
    items: options.exemptions ?? [],
    totalItems: options.exemptions?.length ?? 0,
    maxDurationSeconds: 180 * 86_400,
  }));
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
            getChanges,
            preview,
          },
          exemptions: { ...api.exemptions, list: listExemptions },
        },
      ],
      catalogApiMock({ entities: [] }),
    ],
    initialRouteEntries: [`/?view=scorecards${search}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return { count, listDocuments, getChanges, preview, listExemptions };
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
    screen.getByText(
      'Only the filters by owner, system and domain apply here.',
    ),
  ).toBeVisible();
});

it('shows the biggest gains and drops over a chosen time', async () => {
  const scores = { scoreBefore: 0.5, score: 0.75, entities: 7 };
  const drop = { scoreBefore: 0.405, score: 0.4 };
  const { getChanges } = await show('&domain=domain:default/retail', {
    changes: {
      gained: 3,
      lost: 1,
      owners: {
        gains: [{ ...scores, owner: 'group:default/shop', gained: 2, lost: 0 }],
        drops: [{ ...scores, ...drop, owner: '', gained: 0, lost: 1 }],
      },
      services: {
        gains: [],
        drops: [
          {
            ...drop,
            entityRef: 'component:default/orders',
            title: 'Orders',
            owner: 'group:default/shop',
            levelBefore: 'bronze',
          },
        ],
      },
    },
  });
  const owners = await screen.findByRole('table', {
    name: 'Owners whose score of Handover ready changed most',
  });
  const [, shop, nobody] = within(owners).getAllByRole('row');
  expect(shop).toHaveTextContent(/shop.*\+25%.*50%.*75%.*7.*2.*0$/);
  expect(nobody).toHaveTextContent(/No owner.*-0.5%.*40%.*40%.*1$/);
  const [, orders] = within(
    screen.getByRole('table', {
      name: 'Services whose score of Handover ready changed most',
    }),
  ).getAllByRole('row');
  expect(orders).toHaveTextContent(
    /Orders.*-0.5%.*40%, Bronze.*40%, No level.*shop$/,
  );
  expect(
    screen.getByText(
      'Levels: 3 gained, 1 lost, of 40 services that had a result then',
    ),
  ).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('Compared with'), '7');
  await waitFor(() =>
    expect(getChanges).toHaveBeenLastCalledWith(
      'ready',
      { domain: ['domain:default/retail'], days: 7 },
      expect.anything(),
    ),
  );
});

it('says what the next check that begins to count changes, and which exemptions end soon', async () => {
  const [ready] = list.items;
  const { preview, listExemptions } = await show('&owner=group:default/shop', {
    list: {
      ...list,
      items: [
        {
          ...ready,
          checks: [{ ...check('a', 'bronze'), enforcedFrom: '2999-01-01' }],
        },
      ],
    },
    preview: {
      next: {
        day: '2999-01-01',
        checks: [{ id: 'a', outcomes: { fail: 13, pass: 27 } }],
        entities: 40,
        lost: 12,
      },
    },
    exemptions: [exemption({ state: 'approved', check: 'a' })],
  });
  const next = await screen.findByRole('region', {
    name: 'What counts next in Handover ready',
  });
  expect(next).toHaveTextContent(
    'From January 1, 2999, “Check a” counts. 12 of 40 services lose a level.' +
      'Check a: 13 fail now, 0 are unknown',
  );
  expect(preview).toHaveBeenCalledWith(
    'ready',
    { owner: ['group:default/shop'] },
    expect.anything(),
  );
  expect(
    await screen.findByRole('table', {
      name: 'Exemptions from Handover ready that end in two weeks',
    }),
  ).toHaveTextContent('Check a');
  expect(listExemptions).toHaveBeenCalledWith(
    expect.objectContaining({
      owner: ['group:default/shop'],
      scorecard: 'ready',
      state: ['approved'],
      expiresBefore: expect.any(String),
    }),
    expect.anything(),
  );
});

it('asks for no preview where every check counts, and says that nothing changed', async () => {
  const { preview } = await show('');
  expect(
    await screen.findByText('No score changed in this time.'),
  ).toBeVisible();
  expect(preview).not.toHaveBeenCalled();
  expect(screen.queryByText(/^Exemptions from/)).toBeNull();
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
