import type {
  HandoverApi,
  OnCall,
  OnCallItem,
} from '@backstage-handover/plugin-handover-common';
import { ResponseError } from '@backstage/errors';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  documentState,
  handoverApiWith,
  orderProcessingEntity,
} from '../../__testUtils__/orderProcessing';
import { renderTab } from '../../__testUtils__/renderTab';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../../gate/WindowsSection', () => ({ WindowsSection: () => null }));

jest.setTimeout(60_000);

const POLICY_URL = 'https://pd.example.com/policies/P1';
const INCIDENT_URL = 'https://pd.example.com/incidents/Q1';
const TARGET = { id: 'P1', name: 'Shop escalation' };
const BUTTON = { name: 'Page on-call: Shop escalation' };

const onCall: OnCall = {
  items: [
    {
      provider: 'pagerduty',
      escalationPolicy: { name: TARGET.name, url: POLICY_URL },
      levels: [
        { level: 1, people: [] },
        { level: 2, people: [{ name: 'Ann Lee' }, { name: 'Bo Kim' }] },
      ],
      canPage: TARGET,
    },
  ],
  providers: ['PagerDuty', 'Opsgenie'].map(title => ({
    id: title.toLowerCase(),
    title,
    status: 'ok',
    checkedAt: '2026-11-30T00:00:00Z',
  })),
};

type Page = HandoverApi['onCall']['page'];

let shown = 0;

async function show(
  page: Page,
  options: {
    mayPage?: boolean;
    item?: object;
    others?: OnCallItem[];
    at?: string;
  } = {},
) {
  const { mayPage = true, item, others = [], at = '?view=incident' } = options;
  // Who is on call is shown without a document, too, and sooner.
  const state = documentState(undefined);
  const [known] = onCall.items;
  await renderTab({
    at,
    // Permissions are remembered by entity, across tests.
    entity: {
      ...orderProcessingEntity,
      metadata: {
        ...orderProcessingEntity.metadata,
        name: `service-${++shown}`,
      },
    },
    api: {
      ...handoverApiWith(async () => state),
      onCall: {
        get: async () => ({
          ...onCall,
          items: [{ ...known, ...item }, ...others],
        }),
        page,
      },
    },
    apis: [
      [
        permissionApiRef,
        {
          authorize: async ({ permission }: AuthorizePermissionRequest) => ({
            result:
              mayPage || permission.name !== 'handover.oncall.page'
                ? AuthorizeResult.ALLOW
                : AuthorizeResult.DENY,
          }),
        },
      ],
    ],
  });
  return within(await screen.findByRole('region', { name: 'At a glance' }));
}

const dialog = () => within(screen.getByRole('dialog'));

/** Opens the dialog in the strip, and sends a message. */
async function send(page: Page) {
  const glance = await show(page);
  const button = await glance.findByRole('button', BUTTON);
  await userEvent.click(button);
  await userEvent.click(dialog().getByRole('textbox', { name: /^Message/ }));
  await userEvent.paste('Checkout is down. ');
  await userEvent.click(dialog().getByRole('button', { name: 'Page now' }));
  return button;
}

async function responseError(status: number, name: string, message: string) {
  const body = { error: { name, message }, response: { statusCode: status } };
  const response = new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
  const error = await ResponseError.fromResponse(response);
  error.message = message;
  return error;
}

it('says whom it pages, and shows what came of it once, with the keyboard alone', async () => {
  let accept = (_: Awaited<ReturnType<Page>>) => {};
  const page = jest.fn<ReturnType<Page>, Parameters<Page>>(
    () =>
      new Promise(resolve => {
        accept = resolve;
      }),
  );
  const glance = await show(page);
  const button = await glance.findByRole('button', BUTTON);
  act(() => button.focus());
  await userEvent.keyboard('{Enter}');
  expect(
    screen.getByRole('dialog', { name: 'Page Shop escalation' }),
  ).toHaveTextContent(
    'PagerDuty notifies the people on call for “Shop escalation” now. It starts with Ann Lee, Bo Kim (level 2). The page contains your name, your message and a link to this tab. You can resolve it only in PagerDuty.',
  );
  await userEvent.tab();
  expect(dialog().getByRole('textbox', { name: /^Message/ })).toHaveFocus();
  await userEvent.paste('Checkout is down. ');
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{Enter}');

  const sending = dialog().getByRole('button', { name: 'Paging …' });
  expect(sending).toBeDisabled();
  expect(dialog().getByRole('button', { name: 'Cancel' })).toBeDisabled();
  await userEvent.keyboard('{Escape}');
  await act(async () =>
    accept({ provider: 'pagerduty', target: TARGET, url: INCIDENT_URL }),
  );
  expect(await dialog().findByRole('status')).toHaveFocus();
  expect(dialog().getByRole('status')).toHaveTextContent(
    'PagerDuty accepted the page for “Shop escalation”.',
  );
  expect(
    dialog().getByRole('link', { name: /^Open in PagerDuty/ }),
  ).toHaveAttribute('href', INCIDENT_URL);
  expect(page.mock.calls).toEqual([
    [
      `component:default/service-${shown}`,
      { provider: 'pagerduty', target: 'P1', message: 'Checkout is down.' },
      { signal: expect.any(AbortSignal) },
    ],
  ]);

  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(button).toHaveFocus();
});

it('says that no page was sent, and keeps the message for another try', async () => {
  const page = jest
    .fn<ReturnType<Page>, Parameters<Page>>()
    .mockRejectedValueOnce(
      await responseError(502, 'PageNotSentError', 'PagerDuty answered 401'),
    )
    .mockRejectedValueOnce(
      await responseError(409, 'ConflictError', 'You sent the same page'),
    )
    .mockResolvedValue({ provider: 'pagerduty', target: TARGET });
  await send(page);
  expect(await dialog().findByRole('alert')).toHaveTextContent(
    'Not sent: PagerDuty answered 401',
  );
  expect(dialog().getByRole('textbox')).toHaveValue('Checkout is down. ');
  await userEvent.click(dialog().getByRole('button', { name: 'Page now' }));
  expect(await dialog().findByRole('alert')).toHaveTextContent(
    'Not sent: You sent the same page',
  );
  await userEvent.click(dialog().getByRole('button', { name: 'Page now' }));
  expect(await dialog().findByRole('status')).toHaveTextContent(/accepted/);
  // The system names no incident.
  expect(dialog().getByRole('link')).toHaveAttribute('href', POLICY_URL);
});

it.each([
  ['the backend says so', 504, 'PageOutcomeUnknownError'],
  ['a proxy answers', 502, 'Error'],
  ['nobody answers', undefined, ''],
])(
  'says that it is not known whether a page went out if %s, and offers no other try',
  async (_why, status, name) => {
    const error = status
      ? await responseError(status, name, 'It took too long.')
      : new TypeError('It took too long.');
    await send(async () => {
      throw error;
    });
    await screen.findByRole('dialog', { name: 'Page status unknown' });
    expect(dialog().getByRole('status')).toHaveTextContent(
      'It took too long.Check PagerDuty before you page again.',
    );
    expect(
      dialog().getByRole('link', { name: /^Open in PagerDuty/ }),
    ).toHaveAttribute('href', POLICY_URL);
    expect(
      dialog()
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Close']);
  },
);

it('says that it is not known whether a page went out if there is no response for 90 seconds', async () => {
  const time = new AbortController();
  const timeout = jest
    .spyOn(AbortSignal, 'timeout')
    .mockReturnValue(time.signal);
  const page = jest.fn<ReturnType<Page>, Parameters<Page>>(
    () => new Promise(() => {}),
  );
  await send(page);
  expect(dialog().getByRole('button', { name: 'Paging …' })).toBeDisabled();
  expect(timeout.mock.calls).toEqual([[90_000]]);
  timeout.mockRestore();
  expect(page.mock.calls[0][2]).toEqual({ signal: time.signal });
  act(() => time.abort());
  await screen.findByRole('dialog', { name: 'Page status unknown' });
  expect(dialog().getByRole('status')).toHaveTextContent(
    'There was no response within 90 seconds.Check PagerDuty before you page again.',
  );
});

it('says on each button whom it pages and where, if several systems can page', async () => {
  const glance = await show(jest.fn(), {
    others: [
      { provider: 'opsgenie', levels: [], canPage: TARGET },
      { provider: 'rota', levels: [] },
    ],
  });
  const names = ['PagerDuty', 'Opsgenie'].map(
    title => `Page Shop escalation (${title})`,
  );
  await glance.findByRole('button', { name: names[0] });
  const section = await screen.findByRole('region', { name: 'Escalation' });
  for (const place of [glance, within(section)]) {
    const buttons = place.getAllByRole('button', { name: /^Page/ });
    expect(buttons.map(({ textContent }) => textContent)).toEqual(names);
    buttons.forEach((button, index) =>
      expect(button).toHaveAccessibleName(names[index]),
    );
  }
  await userEvent.click(glance.getByRole('button', { name: names[1] }));
  expect(screen.getByRole('dialog')).toHaveTextContent(
    'Opsgenie notifies the people on call for “Shop escalation” now. Nobody is on call at any level, so the page may not reach anyone.',
  );
});

it('is offered beside the escalation policy, too', async () => {
  await show(jest.fn(), { at: '' });
  const section = await screen.findByRole('region', { name: 'Escalation' });
  expect(await within(section).findByRole('button', BUTTON)).toBeVisible();
});

it.each([
  ['to those without the permission', { mayPage: false }],
  ['by a system that cannot page', { item: { canPage: undefined } }],
])('is not offered %s', async (_whom, options) => {
  const glance = await show(jest.fn(), options);
  await glance.findByText('Nobody is on call at level 1.');
  await act(async () => {});
  expect(screen.queryByRole('button', { name: /^Page/ })).toBeNull();
});
