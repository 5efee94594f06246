import { storageApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { handoverApiRef } from '../../api';
import { fleetApi, service } from '../../__testUtils__/fleet';
import { FleetPage } from '..';

jest.setTimeout(60_000);

function Address() {
  return <output aria-label="address">{useLocation().search}</output>;
}

async function show(
  options: { search?: string; stored?: object[]; storage?: object } = {},
) {
  const storage = mockApis.storage();
  if (options.stored) {
    await storage
      .forBucket('handover')
      .set('savedViews', options.stored as never);
  }
  await renderInTestApp(
    <>
      <FleetPage />
      <Address />
    </>,
    {
      apis: [
        [handoverApiRef, fleetApi([service('orders')]).api],
        catalogApiMock({ entities: [] }),
        [storageApiRef, Object.assign(storage, options.storage)],
      ],
      initialRouteEntries: [`/${options.search ?? ''}`],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  await userEvent.click(screen.getByRole('button', { name: 'Saved views' }));
  return screen.findByRole('dialog', { name: 'Saved views' });
}

const STALE = { name: 'Stale in my team', search: 'owner=a&stale=true' };

it('saves what is shown under a name, with the keyboard alone', async () => {
  const dialog = await show({
    search: '?view=groups&by=system&cursor=abc',
    // What is no list of views counts as none.
    stored: [STALE, { name: 7 }],
  });
  expect(
    within(dialog).getByText('You have not saved a view yet.'),
  ).toBeVisible();
  const save = within(dialog).getByRole('button', { name: 'Save this view' });
  expect(save).toBeDisabled();
  await userEvent.type(
    within(dialog).getByRole('textbox', { name: 'Name of this view' }),
    ' By system {Enter}',
  );
  expect(await within(dialog).findByText('Saved “By system”.')).toBeVisible();
  const link = within(dialog).getByRole('link', { name: 'By system' });
  expect(link).toHaveAttribute('href', '/?view=groups&by=system');
  expect(link).toHaveAttribute('aria-current', 'true');
});

it('replaces a view of the same name, says so before, and opens it', async () => {
  const dialog = await show({
    search: '?q=orders',
    stored: [{ name: 'All', search: 'view=groups&by=owner' }, STALE],
  });
  const field = within(dialog).getByRole('textbox');
  await userEvent.type(field, STALE.name);
  expect(field).toHaveAccessibleDescription(
    'You have a view with this name. It is replaced.',
  );
  await userEvent.type(field, '{Enter}');
  await within(dialog).findByText(`Saved “${STALE.name}”.`);
  expect(
    within(dialog).getByRole('link', { name: STALE.name }),
  ).toHaveAttribute('href', '/?q=orders');
  await userEvent.click(within(dialog).getByRole('link', { name: 'All' }));
  expect(screen.getByLabelText('address')).toHaveTextContent('?view=groups');
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('deletes a view, tells so, and keeps the focus in the dialog', async () => {
  const other = { name: 'All', search: '' };
  const dialog = await show({ stored: [other, STALE] });
  await userEvent.click(
    within(dialog).getByRole('button', { name: `Delete ${STALE.name}` }),
  );
  expect(
    await within(dialog).findByText(`Deleted “${STALE.name}”.`),
  ).toBeVisible();
  expect(within(dialog).getByRole('textbox')).toHaveFocus();
  expect(within(dialog).getAllByRole('listitem')).toHaveLength(1);
});

it('saves no more views than fit', async () => {
  const full = await show({
    stored: Array.from({ length: 50 }, (_, index) => ({
      name: `View ${index}`,
      search: '',
    })),
  });
  const field = within(full).getByRole('textbox');
  await userEvent.type(field, 'One more{Enter}');
  expect(field).toHaveAccessibleDescription(/^You have 50 views/);
  expect(within(full).getAllByRole('listitem')).toHaveLength(50);
});

it('says that a view could not be stored', async () => {
  const storage = mockApis.storage();
  jest.spyOn(storage, 'set').mockRejectedValue(new Error('no connection'));
  const dialog = await show({ storage: { forBucket: () => storage } });
  await userEvent.type(within(dialog).getByRole('textbox'), 'Mine{Enter}');
  expect(await within(dialog).findByRole('alert')).toHaveTextContent(
    'The change could not be stored: no connection',
  );
});

it('waits for the backend that has the views', async () => {
  const storage = mockApis.storage();
  jest.spyOn(storage, 'snapshot').mockImplementation(key => ({
    key,
    presence: 'unknown',
    value: undefined,
  }));
  const dialog = await show({ storage: { forBucket: () => storage } });
  expect(
    within(dialog).getByRole('status', { name: 'Loading the saved views' }),
  ).toBeVisible();
  expect(within(dialog).queryByRole('textbox')).toBeNull();
});
