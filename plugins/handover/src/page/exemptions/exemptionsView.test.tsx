import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { handoverApiRef } from '../../api';
import { exemption, exemptionsApi } from '../../__testUtils__/exemptions';
import { fleetApi, service } from '../../__testUtils__/fleet';
import { FleetPage } from '..';

jest.setTimeout(60_000);

async function show(
  search = '',
  items = [
    exemption({ entityTitle: 'Order processing' }),
    exemption({
      id: '2b0e3d52-6d0e-4c0f-9a55-1f2a3b4c5d6e',
      check: 'rolls',
      state: 'denied',
      decision: {
        by: 'user:default/linus',
        at: '2026-11-21T10:00:00.000Z',
        note: 'Rehearse it.',
      },
    }),
  ],
) {
  const { api } = fleetApi([service('orders')]);
  const exemptions = exemptionsApi(items);
  const list = jest.spyOn(exemptions, 'list');
  await renderInTestApp(<FleetPage />, {
    apis: [
      [handoverApiRef, { ...api, exemptions }],
      catalogApiMock({ entities: [] }),
      [
        identityApiRef,
        mockApis.identity({ userEntityRef: 'user:default/ada' }),
      ],
      [permissionApiRef, mockApis.permission()],
    ],
    initialRouteEntries: [`/?view=exemptions${search}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
  return { list };
}

const findRows = async (name: string) =>
  within(await screen.findByRole('table', { name }))
    .getAllByRole('row')
    .slice(1);

it('lists what waits and what is in force, and lets the viewer approve it', async () => {
  await show();
  const [row, ...others] = await findRows('Exemptions from checks');
  expect(others).toEqual([]);
  expect(row).toHaveTextContent(/Order processing.*stale.*Waiting.*grace/);
  await userEvent.click(
    within(row).getByRole('button', {
      name: 'Change the exemption of Order processing from stale',
    }),
  );
  await userEvent.click(
    await within(row).findByRole('button', { name: 'Approve: stale' }),
  );
  await userEvent.click(
    within(screen.getByRole('dialog')).getByRole('button', { name: 'Approve' }),
  );
  expect(
    await screen.findByText('In force', { selector: 'span' }),
  ).toBeVisible();
});

it('asks for what the address selects, and says why something was denied', async () => {
  const { list } = await show(
    '&exemptions=all&owner=group:default/shop&ownerTree=true&stale=true',
  );
  const rows = await findRows('Exemptions from checks');
  expect(rows[1]).toHaveTextContent(/Denied.*linus.*Rehearse it\./);
  expect(list).toHaveBeenLastCalledWith(
    { within: ['group:default/shop'], limit: 500 },
    expect.anything(),
  );
  expect(
    screen.getByText('Only the filter by owner applies here.'),
  ).toBeVisible();
  await userEvent.selectOptions(screen.getByLabelText('Show'), 'ending');
  await screen.findByText('There are no such exemptions.');
  expect(list).toHaveBeenLastCalledWith(
    expect.objectContaining({ state: ['approved'], sort: 'expiresAt' }),
    expect.anything(),
  );
});

it('warns of owners that are exempt from more than their budget', async () => {
  await show();
  const [shop, nobody] = await findRows(
    'Share of checks that owners are exempt from',
  );
  expect(shop).toHaveTextContent(/shop.*3.*20.*15%, above the budget of 10%/);
  expect(nobody).toHaveTextContent(/No owner.*1.*40.*2%/);
  expect(screen.getByText('1 more owner has exemptions.')).toBeVisible();
});
