import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  initiative,
  INITIATIVE_ID,
  initiativesApi,
} from '../../__testUtils__/initiatives';
import { renderInitiatives } from '../../__testUtils__/renderInitiatives';

jest.setTimeout(60_000);

const findRows = async (name: string | RegExp) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1);

const one = { search: `&initiative=${INITIATIVE_ID}` };
const OTHER_ID = '6d0f6b0e-1f0a-4c63-9a55-1f2a3b4c5d6e';

it('lists what is not closed, with target, last day and progress in words', async () => {
  const api = initiativesApi([
    initiative({ state: 'overdue', endsOn: '2026-11-20' }),
    initiative({
      id: OTHER_ID,
      title: 'Rehearse rollbacks',
      target: { checks: ['rolls', 'gone'] },
      state: 'planned',
      counts: { reached: 0, open: 0, unknown: 0 },
      problem: "target: 'ready' has no check 'gone'",
    }),
    initiative({ id: 'c', title: 'Bronze at last', state: 'closed' }),
  ]);
  const list = jest.spyOn(api, 'list');
  await renderInitiatives(api, {
    search: '&owner=group:default/shop&ownerTree=true&tier=1',
  });
  const [silver, rollbacks, ...others] = await findRows('Initiatives');
  expect(others).toEqual([]);
  expect(silver).toHaveTextContent(
    /Silver by March.*Overdue.*Silver of Handover ready.*platform.*Nov 20, 2026.*12 of 40 reached, 3 unknown/,
  );
  expect(rollbacks).toHaveTextContent(
    /Rehearse rollbacks.*Services are not evaluated: target: 'ready' has no check 'gone'.*Planned.*Title of rolls.*gone.*No services/,
  );
  expect(list).toHaveBeenLastCalledWith(
    {
      within: ['group:default/shop'],
      state: ['draft', 'planned', 'active', 'overdue'],
      limit: 50,
    },
    expect.anything(),
  );
  expect(screen.getByText(/^Only the filter by owner applies/)).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('Show'), 'closed');
  const [bronze] = await findRows('Initiatives');
  expect(bronze).toHaveTextContent(/Bronze at last.*Closed/);
  expect(screen.getByLabelText('address')).toHaveTextContent(
    /initiatives=closed/,
  );
});

it('goes through pages, and says that they could not be loaded', async () => {
  const all = Array.from({ length: 51 }, (_, index) =>
    initiative({ id: `${index}`, title: `Number ${index}` }),
  );
  const api = initiativesApi(all);
  await renderInitiatives(api);
  expect(await findRows('Initiatives')).toHaveLength(50);
  await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
  expect(await screen.findByRole('link', { name: 'Number 50' })).toBeVisible();
  jest.spyOn(api, 'list').mockRejectedValue(new Error('no connection'));
  await userEvent.selectOptions(screen.getByLabelText('Show'), 'draft');
  expect(
    await screen.findByText(
      'The initiatives could not be loaded: no connection',
    ),
  ).toBeVisible();
});

const days = ['2026-11-25', '2026-11-26', '2026-11-27'].map((day, index) => ({
  day,
  reached: 10 + index,
  open: 27 - index,
  unknown: 3,
}));

it('shows one with its definition, burn-up and forecast, also as a table', async () => {
  const scope = {
    owner: ['group:default/shop', 'group:ops/sre'],
    tier: [1, 2],
    except: [{ tags: ['legacy'] }],
  };
  const api = initiativesApi([initiative({ scope })], {
    burnUp: {
      days,
      forecast: { kind: 'date', day: '2027-03-13', isInTime: false },
    },
  });
  await renderInitiatives(api);
  await userEvent.click(
    await screen.findByRole('link', { name: 'Silver by March' }),
  );
  expect(
    await screen.findByText(
      'At the pace of the last four weeks, everything is reached on Mar 13, 2027, 12 days late.',
    ),
  ).toBeVisible();
  for (const words of [
    'owner shop, ops/sre',
    'tier 1, 2',
    'except tag legacy',
    'nobody',
  ]) {
    expect(screen.getByText(words)).toBeVisible();
  }
  expect(
    screen.getByRole('img', {
      name: 'Services by progress from Nov 25, 2026 to Nov 27, 2026. 12 of 40 reached, 3 unknown.',
    }),
  ).toBeVisible();
  await userEvent.click(screen.getByText('Show as a table'));
  const [latest] = await findRows('Progress over time: Silver by March');
  expect(latest).toHaveTextContent(/Nov 27, 2026.*12.*25.*3.*40/);
});

it('shows the teams and services of one', async () => {
  const since = '2026-11-20T10:00:00.000Z';
  const api = initiativesApi([initiative()], {
    teams: [
      { owner: 'group:default/shop', reached: 1, open: 19, unknown: 1 },
      { owner: '', reached: 11, open: 6, unknown: 2 },
    ],
    entities: [
      {
        entityRef: 'component:default/basket',
        title: 'Shopping basket',
        owner: 'group:default/shop',
        progress: 'open',
        since,
      },
      { entityRef: 'component:default/search', progress: 'unknown', since },
    ],
  });
  await renderInitiatives(api, one);
  const [shop, nobody] = await findRows(/^Teams/);
  expect(shop).toHaveTextContent(/shop.*20.*1 of 21 reached, 1 unknown/);
  expect(nobody).toHaveTextContent(/No owner.*8/);
  expect(screen.getByText('2 more teams are not shown.')).toBeVisible();
  const [basket, search] = await findRows('Services of the initiative');
  expect(basket).toHaveTextContent(/Shopping basket.*shop.*Open/);
  expect(
    within(basket).getByRole('link', { name: 'Shopping basket' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/basket/handover#scorecards',
  );
  expect(search).toHaveTextContent(/search.*Unknown/);
});

it('shows only the services of a progress and the teams of the filter', async () => {
  const api = initiativesApi([initiative()], {
    teams: [{ owner: 'group:default/shop', reached: 1, open: 2, unknown: 0 }],
    entities: [
      {
        entityRef: 'component:default/search',
        progress: 'unknown',
        since: '2026-11-20T10:00:00.000Z',
      },
    ],
  });
  const listEntities = jest.spyOn(api, 'listEntities');
  await renderInitiatives(api, one);
  await userEvent.selectOptions(
    await screen.findByLabelText('Show services'),
    'Reached',
  );
  expect(await screen.findByText('There are no such services.')).toBeVisible();
  expect(screen.getByLabelText('address')).toHaveTextContent(
    /progress=reached/,
  );
  const [shop] = await findRows(/^Teams/);
  await userEvent.click(within(shop).getByRole('link', { name: 'shop' }));
  expect(
    await screen.findByText(
      'Only services of the owners in the filter are counted.',
    ),
  ).toBeVisible();
  expect(listEntities).toHaveBeenLastCalledWith(
    INITIATIVE_ID,
    { owner: ['group:default/shop'], progress: ['reached'], limit: 50 },
    expect.anything(),
  );
});

it.each([
  [{ kind: 'reached' as const }, /^Every service has reached it/],
  [{ kind: 'noProgress' as const }, /the rest is never reached\.$/],
  [{ kind: 'tooEarly' as const }, /^There is no forecast yet/],
  [
    { kind: 'date' as const, day: '2027-02-01', isInTime: true },
    /everything is reached on Feb 1, 2027, in time\.$/,
  ],
])('forecasts in a sentence: %j', async (forecast, sentence) => {
  const api = initiativesApi([initiative()], { burnUp: { days, forecast } });
  await renderInitiatives(api, one);
  expect(await screen.findByText(sentence)).toBeVisible();
});

it('says by whom and when one was closed, and what came of it', async () => {
  const api = initiativesApi([
    initiative({
      state: 'closed',
      closed: {
        by: 'user:default/grace',
        at: '2026-11-20T10:00:00.000Z',
        note: 'Good **enough**.',
      },
    }),
  ]);
  await renderInitiatives(api, one);
  expect(
    await screen.findByText(/^Closed by grace on Nov 20, 2026/),
  ).toHaveTextContent('Good enough.');
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
});

it('says that there is no such initiative, and the view leads back to all', async () => {
  await renderInitiatives(initiativesApi([]), one);
  expect(
    await screen.findByText(
      `The initiative could not be loaded: There is no initiative '${INITIATIVE_ID}'`,
    ),
  ).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Initiatives' }));
  expect(
    await screen.findByText('There are no such initiatives.'),
  ).toBeVisible();
});
