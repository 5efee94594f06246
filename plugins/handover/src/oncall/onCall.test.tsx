import type { OnCall } from '@backstage-handover/plugin-handover-common';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
} from '../__testUtils__/orderProcessing';
import { renderTab } from '../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../gate/WindowsSection', () => ({ WindowsSection: () => null }));

const document = orderProcessingDocument();

/** A time of today, in the zone of the tests. */
const today = (hours: number) => {
  const now = new Date();
  return new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate(),
    hours,
  ).toISOString();
};

const PAGERDUTY = {
  id: 'pagerduty',
  title: 'PagerDuty',
  status: 'ok' as const,
  checkedAt: today(0),
};

const ANN = { name: 'Ann Lee', email: 'ann+pd@example.com' };
const BO = { name: 'Bo Kim', url: 'https://pd.example.com/users/PB' };

const onCall: OnCall = {
  items: [
    {
      provider: 'pagerduty',
      escalationPolicy: {
        name: 'Shop escalation',
        url: 'https://pd.example.com/policies/P1',
      },
      levels: [
        {
          level: 1,
          people: [{ ...ANN, until: today(18) }],
          next: { name: BO.name, from: today(18) },
        },
        { level: 2, people: [BO, { name: 'Cy Roe' }] },
        { level: 3, people: [] },
      ],
    },
  ],
  providers: [PAGERDUTY],
};

const failing: OnCall = {
  items: [],
  providers: [
    {
      ...PAGERDUTY,
      status: 'failing',
      message: 'PagerDuty answered 401 Unauthorized',
    },
  ],
};

function show(
  get: () => Promise<OnCall>,
  options: { at?: string; isMissing?: boolean } = {},
) {
  const state = documentState(options.isMissing ? undefined : document);
  const api = handoverApiWith(async () => state);
  return renderTab({
    api: { ...api, onCall: { ...api.onCall, get } },
    at: options.at,
  });
}

/** The cell of the strip, by its title. */
async function findCell() {
  const glance = await screen.findByRole('region', { name: 'At a glance' });
  const title = await within(glance).findByRole('heading', {
    name: 'On call now',
  });
  return title.parentElement!.parentElement!;
}

const findLevels = async () =>
  within(await screen.findByRole('list', { name: 'On call now' })).getAllByRole(
    'listitem',
  );

describe.each([
  ['the document', {}],
  ['the incident view', { at: '?view=incident' }],
  ['an entity without a document', { isMissing: true }],
  [
    'the incident view of an entity without a document',
    { isMissing: true, at: '?view=incident' },
  ],
])('in %s', (_where, options) => {
  it('names who is on call, until when and who is next', async () => {
    show(async () => onCall, options);
    const cell = await findCell();
    expect(within(cell).getByRole('link', { name: 'Ann Lee' })).toHaveAttribute(
      'href',
      'mailto:ann%2Bpd@example.com',
    );
    expect(cell).toHaveTextContent(
      /^On call nowAnn Lee until 18:00Next: Bo Kim$/,
    );
  });

  it('names everybody at each level in the escalation section', async () => {
    show(async () => onCall, options);
    const levels = await findLevels();
    expect(levels.map(level => level.textContent)).toEqual([
      'Level 1Ann Lee until 18:00Next: Bo Kim',
      'Level 2Bo Kim, Opens in a new windowCy Roe',
      'Level 3Nobody is on call at level 3.',
    ]);
    const section = screen.getByRole('region', { name: 'Escalation' });
    expect(section).toContainElement(levels[0]);
    expect(
      within(section).getByRole('link', { name: /^Bo Kim/ }),
    ).toHaveAttribute('href', BO.url);
    expect(
      within(section).getByRole('link', { name: /^Shop escalation/ }),
    ).toHaveAttribute('href', 'https://pd.example.com/policies/P1');
    expect(section).toHaveTextContent('From PagerDuty, Shop escalation');
    expect(section).toHaveTextContent(/As of \d\d:\d\d/);
  });

  it('shows nothing where no system applies', async () => {
    const get = jest.fn(async () => ({ items: [], providers: [] }));
    show(get, options);
    await waitFor(() => expect(get).toHaveBeenCalled());
    await act(async () => {});
    expect(
      screen.getByRole('region', { name: 'At a glance' }),
    ).not.toHaveTextContent('On call now');
    expect(screen.queryByText('On call now')).not.toBeInTheDocument();
  });

  it('says that a system could not be read, and never that nobody is on call', async () => {
    show(async () => failing, options);
    const message =
      'Could not read PagerDuty: PagerDuty answered 401 Unauthorized';
    expect(await findCell()).toHaveTextContent(message);
    const section = await screen.findByRole('region', { name: 'Escalation' });
    expect(await within(section).findByRole('alert')).toHaveTextContent(
      message,
    );
    expect(screen.queryByText(/Nobody/)).not.toBeInTheDocument();
  });
});

it('stands after the owner and before whom the document names', async () => {
  show(async () => onCall);
  await findCell();
  const glance = screen.getByRole('region', { name: 'At a glance' });
  const titles = within(glance)
    .getAllByRole('heading', { level: 3 })
    .map(({ textContent }) => textContent);
  expect(titles.slice(titles.indexOf('Owner')).slice(0, 3)).toEqual([
    'Owner',
    'On call now',
    'Call first',
  ]);
});

it('names the next level if nobody is on call at the first', async () => {
  const [, second] = onCall.items[0].levels;
  const levels = [
    { level: 1, people: [], next: { name: 'Ann Lee', from: today(9) } },
    { level: 2, people: [] },
    { ...second, level: 3 },
  ];
  show(async () => ({
    ...onCall,
    items: [{ provider: 'pagerduty', levels }],
  }));
  expect(await findCell()).toHaveTextContent(
    'On call nowNobody is on call at level 1.Next: Ann Lee from 09:00Level 3Bo Kim, Opens in a new windowCy Roe',
  );
});

it('says that nobody is on call if there is no level at all', async () => {
  show(async () => ({
    ...onCall,
    items: [{ provider: 'pagerduty', levels: [] }],
  }));
  expect(await findCell()).toHaveTextContent('On call nowNobody is on call.');
});

it('says why the backend did not answer, and can be asked again', async () => {
  const get = jest
    .fn<Promise<OnCall>, []>()
    .mockRejectedValue(new Error('connection refused'));
  show(get);
  const message = 'Could not load who is on call: connection refused';
  expect(await findCell()).toHaveTextContent(message);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(message);
  const button = within(alert).getByRole('button', { name: 'Try again' });
  await waitFor(() => expect(button).toBeEnabled());
  get.mockResolvedValue(onCall);
  await userEvent.click(button);
  expect(await findLevels()).toHaveLength(3);
  expect(screen.queryByText(message)).not.toBeInTheDocument();
});

it('is asked again every minute, and keeps what it knows if that fails', async () => {
  jest.useFakeTimers({ now: new Date(2026, 10, 28, 9, 38) });
  try {
    const get = jest.fn(async () => onCall);
    show(get);
    await findCell();
    get.mockRejectedValue(new Error('connection refused'));
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    const cell = await findCell();
    expect(cell).toHaveTextContent('Ann Lee');
    expect(cell).toHaveTextContent(
      'Refresh has been failing since 09:39 (connection refused). Showing data from 09:38.',
    );
  } finally {
    jest.useRealTimers();
  }
});
