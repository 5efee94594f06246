import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  initiative,
  INITIATIVE_ID,
  initiativesApi,
} from '../../../__testUtils__/initiatives';
import { renderInitiatives } from '../../../__testUtils__/renderInitiatives';

jest.setTimeout(60_000);

const dialog = () => within(screen.getByRole('dialog'));
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
/** All at once: each key would draw the whole page again. */
const write = (label: string | RegExp, value: string) =>
  fireEvent.change(dialog().getByLabelText(label), { target: { value } });
const one = { search: `&initiative=${INITIATIVE_ID}` };

it('creates a draft with a target and a scope, and shows it', async () => {
  const api = initiativesApi([]);
  const create = jest.spyOn(api, 'create');
  await renderInitiatives(api);
  await press('New initiative');
  await screen.findByRole('dialog');
  write(/^Title/, 'Rollbacks');
  await userEvent.click(dialog().getByLabelText(/^Owner \*/));
  await userEvent.click(
    await screen.findByRole('option', { name: 'platform' }),
  );
  await userEvent.click(dialog().getByRole('radio', { name: 'Some checks' }));
  await userEvent.click(
    dialog().getByRole('checkbox', { name: 'Silver: Title of rolls' }),
  );
  write('Types', 'service, website');
  await userEvent.click(dialog().getByRole('checkbox', { name: '1' }));
  write(/^First day/, '2026-12-01');
  write(/^Last day/, '2027-03-01');
  await userEvent.click(
    dialog().getByRole('button', { name: 'Save as draft' }),
  );
  expect(await screen.findByText(/^This is a draft: nobody/)).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(create).toHaveBeenCalledWith({
    title: 'Rollbacks',
    owner: 'group:default/platform',
    scorecard: 'ready',
    target: { checks: ['rolls'] },
    scope: { type: ['service', 'website'], tier: [1] },
    startsOn: '2026-12-01',
    endsOn: '2027-03-01',
  });
});

it('shows what the backend says is wrong at its field, and keeps what was typed', async () => {
  let refusal: Error | undefined = new Error(
    "endsOn: must be after 2027-01-01; target: 'ready' has no level 'gold'; did you mean?",
  );
  const items = [
    initiative({
      scope: { owner: ['group:default/shop'], tags: ['paid', 'public'] },
    }),
  ];
  const api = initiativesApi(items, { refuses: () => refusal });
  await renderInitiatives(api, one);
  await press('Edit');
  write(/^Title/, 'Silver by March!');
  expect(
    dialog().getByText('Other conditions are kept: tag paid, public'),
  ).toBeVisible();
  await userEvent.click(dialog().getByRole('button', { name: 'Save' }));
  expect(await dialog().findByRole('alert')).toHaveTextContent(
    'Not saved. Correct the marked fields.',
  );
  const lastDay = dialog().getByLabelText(/^Last day/);
  expect(lastDay).toBeInvalid();
  expect(lastDay).toHaveAccessibleDescription('must be after 2027-01-01');
  expect(
    dialog().getByRole('group', { name: 'What services should reach' }),
  ).toHaveAccessibleDescription("'ready' has no level 'gold'; did you mean?");
  refusal = undefined;
  await userEvent.click(dialog().getByRole('button', { name: 'Save' }));
  expect(
    await screen.findByRole('heading', { name: 'Silver by March!' }),
  ).toBeVisible();
  expect(items[0].scope).toEqual({
    owner: ['group:default/shop'],
    tags: ['paid', 'public'],
  });
});

it('offers the version of somebody else who was faster', async () => {
  const items = [initiative()];
  await renderInitiatives(initiativesApi(items), one);
  await press('Edit');
  items[0] = { ...items[0], revision: 4, title: 'Gold by March' };
  write(/^Title/, 'Silver by March!');
  await userEvent.click(dialog().getByRole('button', { name: 'Save' }));
  expect(await dialog().findByRole('alert')).toHaveTextContent(
    /^Somebody else has changed the initiative/,
  );
  expect(dialog().getByLabelText(/^Title/)).toHaveValue('Silver by March!');
  await press('Load their version and drop my changes');
  expect(await dialog().findByDisplayValue('Gold by March')).toBeVisible();
  expect(dialog().queryByRole('alert')).toBeNull();
  write(/^Title/, 'Gold by March?');
  await userEvent.click(dialog().getByRole('button', { name: 'Save' }));
  expect(
    await screen.findByRole('heading', { name: 'Gold by March?' }),
  ).toBeVisible();
});

it('publishes a draft and closes it with a note, which outlives a change by somebody else', async () => {
  const items = [initiative({ state: 'draft' })];
  await renderInitiatives(initiativesApi(items), one);
  await press('Publish');
  expect(dialog().getByText(/are notified on the first day/)).toBeVisible();
  await userEvent.click(dialog().getByRole('button', { name: 'Publish' }));
  await press('Close');
  items[0] = { ...items[0], revision: 9 };
  write('Note', 'Good enough.');
  await userEvent.click(dialog().getByRole('button', { name: 'Close' }));
  await press('Load their version');
  expect(dialog().getByLabelText('Note')).toHaveValue('Good enough.');
  await userEvent.click(dialog().getByRole('button', { name: 'Close' }));
  expect(await screen.findByText(/^Closed by ada/)).toHaveTextContent(
    'Good enough.',
  );
});

it('keeps what is written when somebody else closes it meanwhile', async () => {
  const items = [initiative()];
  await renderInitiatives(initiativesApi(items), one);
  await press('Close');
  const closed = { by: 'user:default/grace', at: '2026-11-28T10:00:00.000Z' };
  items[0] = { ...items[0], revision: 9, state: 'closed', closed };
  write('Note', 'Good enough.');
  await userEvent.click(dialog().getByRole('button', { name: 'Close' }));
  await press('Load their version');
  await screen.findByText(/^Closed by grace/);
  expect(dialog().getByLabelText('Note')).toHaveValue('Good enough.');
});

it('deletes a draft and goes back to the list', async () => {
  const items = [initiative({ state: 'draft' })];
  const api = initiativesApi(items);
  await renderInitiatives(
    { ...api, delete: async () => items.splice(0, 1)[0] },
    one,
  );
  await press('Delete');
  expect(dialog().getByText(/^The draft "Silver by March"/)).toBeVisible();
  await userEvent.click(dialog().getByRole('button', { name: 'Delete' }));
  expect(
    await screen.findByText('There are no such initiatives.'),
  ).toBeVisible();
});
