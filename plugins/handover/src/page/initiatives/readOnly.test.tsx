import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { initiative, initiativesApi } from '../../__testUtils__/initiatives';
import { renderInitiatives } from '../../__testUtils__/renderInitiatives';

jest.setTimeout(60_000);

// Permissions are remembered across tests, so this is a file of its own.

it('tells who can create one, and offers no change, without the permission', async () => {
  const items = [initiative({ state: 'closed' })];
  await renderInitiatives(initiativesApi(items), { manages: false });
  expect(
    await screen.findByText('There are no such initiatives.'),
  ).toBeVisible();
  expect(await screen.findByText(/handover\.initiative\.manage/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'New initiative' })).toBeNull();
  items[0] = initiative();
  await userEvent.selectOptions(screen.getByLabelText('Show'), 'active');
  await userEvent.click(
    await screen.findByRole('link', { name: 'Silver by March' }),
  );
  expect(
    await screen.findByRole('heading', { name: 'Silver by March' }),
  ).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
});
