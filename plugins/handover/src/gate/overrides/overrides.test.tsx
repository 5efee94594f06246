import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import type { Override } from '@backstage-handover/plugin-handover-common';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { override, overridesApi } from '../../__testUtils__/overrides';
import { handoverApiRef } from '../../api';
import { ReadingsProvider } from '../../components';
import { freeze, gateApi } from '../calendarApi.fixture';
import { GateStrip } from '../GateStrip';
import { Overrides } from './Overrides';

// Inside the freeze of production.
const SATURDAY = new Date('2026-11-21T12:00:00Z');

const BOTH = ['handover.override.request', 'handover.override.approve'];

let shown = 0;

describe('overrides', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: SATURDAY });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const user = userEvent.setup({ advanceTimers: jest.advanceTimersByTime });
  const dialog = () => within(screen.getByRole('dialog'));
  const closed = () =>
    waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const list = () => within(screen.getByRole('list', { name: 'Overrides' }));
  const button = (name: string | RegExp) =>
    screen.findByRole('button', { name });

  async function show(
    items: Override[],
    options: Parameters<typeof overridesApi>[1] & { may?: string[] } = {},
  ) {
    const { may = BOTH, ...rest } = options;
    // Permissions are remembered by entity, across tests.
    const entityRef = `component:default/orders-${++shown}`;
    items.forEach(each => Object.assign(each, { entityRef }));
    const gate = gateApi({
      windows: [freeze],
      environments: ['staging', 'production'],
    });
    await renderInTestApp(
      <TestApiProvider
        apis={[
          [handoverApiRef, { gate, overrides: overridesApi(items, rest) }],
          [
            identityApiRef,
            mockApis.identity({ userEntityRef: 'user:default/ada' }),
          ],
          [
            permissionApiRef,
            {
              authorize: async ({
                permission,
              }: AuthorizePermissionRequest) => ({
                result: may.includes(permission.name)
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
              }),
            },
          ],
        ]}
      >
        <ReadingsProvider>
          <GateStrip entityRef={entityRef} />
          <Overrides entityRef={entityRef} />
        </ReadingsProvider>
      </TestApiProvider>,
    );
    await button(/^production: closed/);
    return gate;
  }

  it('are requested with the keyboard, with a reason and a duration', async () => {
    const items: Override[] = [];
    const gate = await show(items);
    const asked = gate.getDecisions.mock.calls.length;
    (await button('Request override')).focus();
    await user.keyboard('{Enter}');
    expect(dialog().getByLabelText('production')).toBeChecked();
    expect(dialog().getByLabelText('staging')).not.toBeChecked();
    await user.selectOptions(dialog().getByLabelText('Duration'), '2 hours');
    await user.type(dialog().getByLabelText(/^Reason/), 'Checkout is down.');
    await user.type(dialog().getByLabelText('Ticket'), 'INC-7');
    await user.type(dialog().getByLabelText('Artifact'), '1.2.3{Enter}');
    expect(
      await screen.findByText('Override of production is waiting for approval'),
    ).toBeVisible();
    await closed();
    expect(items).toEqual([
      expect.objectContaining({
        environments: ['production'],
        reason: 'Checkout is down.',
        ticket: 'INC-7',
        artifact: { version: '1.2.3' },
      }),
    ]);
    const length = Date.parse(items[0].until) - SATURDAY.getTime();
    expect(Math.round(length / 60_000)).toBe(120);
    expect(list().getByText(/Somebody else must approve it/)).toBeVisible();
    expect(list().queryByRole('button', { name: /^Approve/ })).toBeNull();
    expect(gate.getDecisions.mock.calls.length).toBeGreaterThan(asked);
  });

  it('are requested from the reasons of a closed environment', async () => {
    const items: Override[] = [];
    await show(items, {
      limits: { maxDurationSeconds: 1_800, approval: 'none' },
    });
    await user.click(await button(/^production: closed/));
    const panel = await screen.findByRole('region', { name: /production/ });
    await user.click(
      await within(panel).findByRole('button', { name: 'Request override' }),
    );
    expect(dialog().getByText(/as soon as you send it/)).toBeVisible();
    expect(dialog().getByLabelText('Duration')).toHaveDisplayValue(
      '30 minutes',
    );
    await user.type(dialog().getByLabelText(/^Reason/), 'Checkout is down.');
    await user.click(dialog().getByLabelText('production'));
    expect(dialog().getByLabelText('production')).toBeInvalid();
    await user.click(dialog().getByLabelText('staging'));
    await user.click(dialog().getByRole('button', { name: 'Send request' }));
    expect(
      await screen.findByRole('list', { name: 'Overrides' }),
    ).toBeVisible();
    expect(items[0].environments).toEqual(['staging']);
  });

  it('are approved, then revoked, by somebody else', async () => {
    const items = [override({ ticket: 'INC-7' })];
    await show(items);
    await user.click(await button('Approve: override of production'));
    await user.type(dialog().getByLabelText('Note'), 'Go.');
    await user.click(dialog().getByRole('button', { name: 'Approve' }));
    await screen.findByText('Override of production is in force');
    await closed();
    expect(list().getByRole('listitem')).toHaveTextContent(
      /12:00–14:00|12:00 – 14:00.*Checkout is down.*Requested by grace\. Approved by ada\. Ticket: INC-7/,
    );
    expect(items[0].decision?.note).toBe('Go.');
    await user.click(await button('Revoke: override of production'));
    await user.click(dialog().getByRole('button', { name: 'Revoke' }));
    await button('Request override');
    expect(items[0].state).toBe('revoked');
    expect(screen.queryByText(/Override of production/)).toBeNull();
  });

  it('that somebody else approves are shown soon, with what the gate says then', async () => {
    const items: Override[] = [];
    const gate = await show(items);
    const asked = gate.getDecisions.mock.calls.length;
    await act(() => jest.advanceTimersByTimeAsync(60_000));
    expect(gate.getDecisions).toHaveBeenCalledTimes(asked);
    items.push(override({ state: 'inForce' }));
    await act(() => jest.advanceTimersByTimeAsync(31_000));
    expect(
      screen.getByText('Override of production is in force'),
    ).toBeVisible();
    expect(gate.getDecisions.mock.calls.length).toBeGreaterThan(asked);
  });

  it('stay in the dialog with the reason if they are refused', async () => {
    await show([override()], { fails: new Error('Override is over') });
    await user.click(await button('Deny: override of production'));
    await user.click(dialog().getByRole('button', { name: 'Deny' }));
    expect(await dialog().findByRole('alert')).toHaveTextContent(
      'Could not be saved: Override is over',
    );
  });

  it('are only shown to those who may neither request nor approve', async () => {
    await show([override({ artifact: { name: 'orders', version: '1.2.3' } })], {
      may: [],
    });
    expect(await screen.findByText(/for orders 1\.2\.3 only/)).toBeVisible();
    await user.click(await button(/^production: closed/));
    await screen.findByRole('region', { name: /production/ });
    for (const name of [/override/i, /^Approve/, /^Withdraw/]) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});
