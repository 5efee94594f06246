import type {
  Exemption,
  ListOpenChecksQuery,
  OpenCheck,
  OpenCheckPage,
  Initiative,
} from '@backstage-handover/plugin-handover-common';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../../api';
import { exemption, exemptionsApi } from '../../__testUtils__/exemptions';
import { fleetApi, service } from '../../__testUtils__/fleet';
import { initiative, initiativesApi } from '../../__testUtils__/initiatives';
import { readyScorecard } from '../../__testUtils__/scorecard';
import { FleetPage } from '..';

jest.setTimeout(60_000);

const { scorecard } = readyScorecard;

const open = (overrides: Partial<OpenCheck> = {}): OpenCheck => ({
  entityRef: 'component:default/order-processing',
  owner: 'group:default/shop',
  scorecard: 'ready',
  check: 'stale',
  outcome: 'fail',
  ...overrides,
});

const ITEMS = [
  open(),
  open({
    entityRef: 'component:default/basket',
    title: 'Shopping basket',
    check: 'rolls',
    outcome: 'unknown',
    reason: 'no pipeline tells of deployments',
    exemption: exemption({ check: 'rolls' }),
  }),
];

const pageOf = (overrides: Partial<OpenCheckPage> = {}): OpenCheckPage => ({
  items: [],
  totalItems: 0,
  openEntities: 0,
  entities: 12,
  scorecards: [scorecard],
  ...overrides,
});

async function show(
  options: {
    search?: string;
    page?: Partial<OpenCheckPage>;
    upcoming?: Partial<OpenCheckPage>;
    fails?: boolean;
    mayRequest?: boolean;
    initiatives?: Initiative[];
  } = {},
) {
  const { api } = fleetApi([service('orders')]);
  const requested: Exemption[] = [];
  const initiatives = initiativesApi(options.initiatives ?? []);
  const listInitiatives = jest.fn(initiatives.list);
  const listUpcoming = jest.fn(async (_: ListOpenChecksQuery) =>
    pageOf(options.upcoming),
  );
  const listOpenChecks = jest.fn(async (_: ListOpenChecksQuery) => {
    if (options.fails) {
      throw new Error('no connection');
    }
    const page = pageOf(options.page);
    const [first, ...others] = page.items;
    return requested.length > 0
      ? { ...page, items: [{ ...first, exemption: requested[0] }, ...others] }
      : page;
  });
  await renderInTestApp(<FleetPage />, {
    apis: [
      [
        handoverApiRef,
        {
          ...api,
          scorecards: {
            ...api.scorecards,
            listOpenChecks: (
              query: ListOpenChecksQuery = {},
              ...more: unknown[]
            ) =>
              (query.upcoming ? listUpcoming : listOpenChecks)(
                query,
                ...(more as []),
              ),
          },
          exemptions: exemptionsApi(requested),
          initiatives: { ...initiatives, list: listInitiatives },
        },
      ],
      catalogApiMock({ entities: [] }),
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/ada',
          ownershipEntityRefs: ['user:default/ada', 'group:default/trade'],
        }),
      ],
      [
        permissionApiRef,
        mockApis.permission({
          authorize:
            options.mayRequest === false
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
    ],
    initialRouteEntries: [`/?view=team${options.search ?? ''}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return { listOpenChecks, listUpcoming, listInitiatives };
}

const owed = { items: ITEMS, totalItems: 2, openEntities: 2 };
const findRows = async () =>
  within(await screen.findByRole('table', { name: /^Checks to fix/ }))
    .getAllByRole('row')
    .slice(1);

it('lists what the services of the viewer and their groups lack, and how to fix it', async () => {
  const { listOpenChecks } = await show({ page: owed });
  const [stale, rolls] = await findRows();
  expect(listOpenChecks).toHaveBeenLastCalledWith(
    { within: ['user:default/ada', 'group:default/trade'], limit: 50 },
    expect.anything(),
  );
  expect(
    screen.getByText('2 checks to fix, in 2 of 12 services'),
  ).toBeVisible();
  expect(stale).toHaveTextContent(
    /order-processing.*shop.*Title of stale.*Handover ready.*Silver.*Fails.*5.*Small.*How to fix stale\./,
  );
  expect(rolls).toHaveTextContent(
    /Shopping basket.*Unknown, because no pipeline tells of deployments\..*Waiting for approval until .*2099/,
  );
  const hrefOf = (name: string | RegExp) =>
    within(rolls).getByRole('link', { name }).getAttribute('href');
  expect(hrefOf('Shopping basket')).toBe(
    '/catalog/default/component/basket/handover#scorecards',
  );
  expect(hrefOf('Go to the section: Title of rolls of Shopping basket')).toBe(
    '/catalog/default/component/basket/handover#rollback',
  );
});

it('requests an exemption from a row, and shows that it waits', async () => {
  await show({ page: owed });
  const [stale] = await findRows();
  await userEvent.click(
    within(stale).getByRole('button', {
      name: 'Request exemption: Title of stale of order-processing',
    }),
  );
  const dialog = await screen.findByRole('dialog');
  await userEvent.type(
    within(dialog).getByLabelText(/^Reason/),
    'It moves away.',
  );
  await userEvent.click(
    within(dialog).getByRole('button', { name: 'Send request' }),
  );
  expect(await within(stale).findByText('Waiting for approval')).toBeVisible();
});

it('tells who may not request an exemption', async () => {
  // Answers are kept for a while, so it must be another service than above.
  const items = [open({ entityRef: 'component:default/foreign' })];
  await show({ page: { ...owed, items }, mayRequest: false });
  const [row] = await findRows();
  await userEvent.click(
    within(row).getByRole('button', { name: /^Request exemption/ }),
  );
  expect(await within(row).findByRole('alert')).toHaveTextContent(
    'You have no permission to request one.',
  );
});

it('shows what the owners of the filter owe instead, a page at a time', async () => {
  const { listOpenChecks } = await show({
    search:
      '&owner=group:default/shop&ownerTree=true&system=system:default/store&stale=true&cursor=abc',
    page: { ...owed, totalItems: 120, nextCursor: 'def' },
  });
  await findRows();
  expect(listOpenChecks).toHaveBeenLastCalledWith(
    {
      within: ['group:default/shop'],
      system: ['system:default/store'],
      cursor: 'abc',
      limit: 50,
    },
    expect.anything(),
  );
  expect(
    screen.getByRole('heading', { name: 'What these owners have to fix' }),
  ).toBeVisible();
  expect(
    screen.getByText(
      'Only the filters by owner, system and domain apply here.',
    ),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  await findRows();
  expect(listOpenChecks).toHaveBeenLastCalledWith(
    expect.objectContaining({ cursor: 'def' }),
    expect.anything(),
  );
});

it.each([
  [{}, /^Well done, nothing to fix: every check of 12 services/],
  [{ entities: 0 }, /^No scorecard has a result for a service/],
  [{ entities: 0, scorecards: [] }, /^No scorecard is in force/],
])('says why there is nothing to fix: %j', async (page, text) => {
  await show({ page });
  expect(await screen.findByText(text)).toBeVisible();
  expect(screen.queryByRole('table', { name: /^Checks/ })).toBeNull();
});

it('lists the initiatives that the team has not reached, with what is left', async () => {
  const { listInitiatives } = await show({
    page: owed,
    initiatives: [
      initiative({ id: 'a', title: 'Rollbacks', state: 'overdue' }),
      initiative({
        id: 'b',
        title: 'Alerts',
        counts: { reached: 2, open: 0, unknown: 1 },
      }),
      initiative({
        id: 'c',
        title: 'Reached',
        counts: { reached: 2, open: 0, unknown: 0 },
      }),
    ],
  });
  await screen.findByRole('heading', { name: 'Initiatives' });
  expect(
    screen
      .getAllByText(/left, until Mar 1, 2027$/)
      .map(({ parentElement }) => parentElement?.textContent),
  ).toEqual([
    'Rollbacks28 services left, until Mar 1, 2027Overdue',
    'Alerts1 service left, until Mar 1, 2027',
  ]);
  expect(screen.getByRole('link', { name: 'Alerts' })).toHaveAttribute(
    'href',
    '/?view=initiatives&by=owner&initiative=b',
  );
  expect(listInitiatives).toHaveBeenLastCalledWith(
    {
      within: ['user:default/ada', 'group:default/trade'],
      state: ['active', 'overdue'],
      limit: 500,
    },
    expect.anything(),
  );
});

it('tells after them what will count, from when on, and what it costs', async () => {
  const { listUpcoming } = await show({
    search: '&owner=group:default/shop&cursor=abc',
    page: owed,
    upcoming: {
      items: [
        open({
          check: 'future',
          upcoming: { level: 'silver', levelThen: 'bronze' },
        }),
        open({ check: 'future', upcoming: {} }),
        open({ check: 'future' }),
      ],
      totalItems: 70,
    },
  });
  const table = await screen.findByRole('table', {
    name: /^Upcoming checks/,
  });
  const [lost, kept, other] = within(table).getAllByRole('row').slice(1);
  expect(lost).toHaveTextContent(
    /Feb 1, 2027.*order-processing.*Title of future.*Drops from Silver to Bronze.*Weight in the score: 1.*Small.*How to fix future\..*Request exemption/,
  );
  expect(kept).toHaveTextContent(/No change: no level/);
  expect(other).toHaveTextContent(/Not evaluated yet/);
  expect(screen.getByText('The first 3 of 70 are shown.')).toBeVisible();
  expect(listUpcoming).toHaveBeenLastCalledWith(
    { owner: ['group:default/shop'], upcoming: true, limit: 50 },
    expect.anything(),
  );
  const tables = screen.getAllByRole('table', { name: /^Checks|^Upcoming/ });
  expect(tables.indexOf(table)).toBe(1);
});

it('says that the checks could not be loaded', async () => {
  await show({ fails: true });
  expect(
    await screen.findByText('The checks could not be loaded: no connection'),
  ).toBeVisible();
});
