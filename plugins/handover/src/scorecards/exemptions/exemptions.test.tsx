import type {
  Exemption,
  EntityScorecard,
} from '@backstage-handover/plugin-handover-common';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import {
  type AuthorizePermissionRequest,
  AuthorizeResult,
} from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { exemption, exemptionsApi } from '../../__testUtils__/exemptions';
import {
  documentState,
  handoverApiWith,
  orderProcessingEntity,
  orderProcessingDocument,
} from '../../__testUtils__/orderProcessing';
import { renderTab } from '../../__testUtils__/renderTab';
import { readyScorecard } from '../../__testUtils__/scorecard';

// The calendar has tests of its own, and takes seconds to mount without a layout engine.
jest.mock('../../gate/WindowsSection', () => ({ WindowsSection: () => null }));

jest.setTimeout(60_000);

let shown = 0;

const BOTH = ['handover.exemption.request', 'handover.exemption.approve'];

async function show(
  items: Exemption[],
  options: {
    may?: string[];
    fails?: Error;
    outcome?: 'fail' | 'exempt';
    maxDays?: number;
  } = {},
) {
  const { may = BOTH, fails, outcome = 'fail', maxDays } = options;
  const item: EntityScorecard = {
    ...readyScorecard,
    result: {
      ...readyScorecard.result,
      checks: readyScorecard.result.checks.map(each =>
        each.id === 'stale' ? { ...each, outcome } : each,
      ),
    },
  };
  const state = documentState(orderProcessingDocument());
  const api = handoverApiWith(async () => state);
  await renderTab({
    // Permissions are remembered by entity, across tests.
    entity: {
      ...orderProcessingEntity,
      metadata: {
        ...orderProcessingEntity.metadata,
        name: `service-${++shown}`,
      },
    },
    api: {
      ...api,
      scorecards: {
        ...api.scorecards,
        getForEntity: async () => ({ items: [item], initiatives: [] }),
        listHistory: async () => ({ items: [], totalItems: 0 }),
      },
      exemptions: exemptionsApi(items, { fails, maxDays }),
    },
    apis: [
      [
        identityApiRef,
        mockApis.identity({ userEntityRef: 'user:default/ada' }),
      ],
      [
        permissionApiRef,
        {
          authorize: async ({ permission }: AuthorizePermissionRequest) => ({
            result: may.includes(permission.name)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          }),
        },
      ],
    ],
  });
  return screen.findByRole('region', { name: 'Scorecards' });
}

const dialog = () => within(screen.getByRole('dialog'));

it('is requested with a reason and an end, and then waits for somebody else', async () => {
  const items: Exemption[] = [];
  const section = await show(items);
  await userEvent.click(
    await within(section).findByRole('button', {
      name: 'Request exemption: Title of stale',
    }),
  );
  expect(dialog().getByText(/"Title of stale" does not hold/)).toBeVisible();
  await userEvent.type(dialog().getByLabelText(/^Reason/), 'It moves.');
  await userEvent.click(dialog().getByRole('button', { name: 'Send request' }));
  expect(
    await within(section).findByText(
      /requested by ada\. Somebody else must approve it/,
    ),
  ).toBeVisible();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(items).toEqual([
    expect.objectContaining({ check: 'stale', reason: 'It moves.' }),
  ]);
  // The end of the day, about three months from now.
  const days = (Date.parse(items[0].expiresAt) - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBeGreaterThanOrEqual(89);
  expect(Math.round(days)).toBeLessThanOrEqual(91);
  for (const name of [/^Approve/, /^Deny/, /^Request exemption: .*stale/]) {
    expect(within(section).queryByRole('button', { name })).toBeNull();
  }
  await userEvent.click(
    within(section).getByRole('button', { name: /^Withdraw/ }),
  );
  await userEvent.click(dialog().getByRole('button', { name: 'Withdraw' }));
  await within(section).findByRole('button', {
    name: 'Request exemption: Title of stale',
  });
  expect(items[0].state).toBe('withdrawn');
});

it('ends no later than the configuration allows', async () => {
  const items: Exemption[] = [];
  const section = await show(items, { maxDays: 30 });
  await userEvent.click(
    await within(section).findByRole('button', {
      name: 'Request exemption: Title of stale',
    }),
  );
  expect(
    await dialog().findByText(
      /^An exemption can last at most 30 days\. The last possible day is .*\.$/,
    ),
  ).toBeVisible();
  const until = dialog().getByLabelText<HTMLInputElement>(/^Exempt until/);
  expect(until.value).toBe(until.max);
  await userEvent.type(dialog().getByLabelText(/^Reason/), 'It moves.');
  await userEvent.click(dialog().getByRole('button', { name: 'Send request' }));
  await within(section).findByText(/requested by ada/);
  const days = (Date.parse(items[0].expiresAt) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(28);
  expect(days).toBeLessThanOrEqual(30);
});

it('is approved by somebody else, and its reason is shown as Markdown', async () => {
  const items = [exemption()];
  const section = await show(items);
  expect(await within(section).findByText(/requested by grace/)).toBeVisible();
  expect(within(section).getByText('another team').tagName).toBe('STRONG');
  await userEvent.click(
    await within(section).findByRole('button', {
      name: 'Approve: Title of stale',
    }),
  );
  await userEvent.type(dialog().getByLabelText('Note'), 'Until March.');
  await userEvent.click(dialog().getByRole('button', { name: 'Approve' }));
  expect(
    await within(section).findByText(/^Exempt until .*, approved by ada$/),
  ).toBeVisible();
  expect(within(section).getByText('Until March.')).toBeVisible();
});

it('is denied with a reason, and keeps what was written if that fails', async () => {
  const section = await show([exemption()], {
    fails: new Error('Exemption is approved already'),
  });
  await userEvent.click(
    await within(section).findByRole('button', { name: /^Deny/ }),
  );
  const note = dialog().getByLabelText(/^Note/);
  expect(note).toBeRequired();
  await userEvent.type(note, 'Write it.');
  await userEvent.click(dialog().getByRole('button', { name: 'Deny' }));
  expect(await dialog().findByRole('alert')).toHaveTextContent(
    'Could not be saved: Exemption is approved already',
  );
  expect(note).toHaveValue('Write it.');
});

it('can be renewed two weeks before it ends, with the same reason', async () => {
  const expiresAt = new Date(Date.now() + 13 * 86_400_000).toISOString();
  const items = [exemption({ state: 'approved', expiresAt })];
  const section = await show(items, { outcome: 'exempt' });
  await userEvent.click(within(section).getByText(/checks? needs? nothing/));
  await userEvent.click(
    await within(section).findByRole('button', { name: /^Renew/ }),
  );
  expect(dialog().getByLabelText(/^Reason/)).toHaveValue(
    'It moves to **another team**.',
  );
  await userEvent.click(dialog().getByRole('button', { name: 'Send request' }));
  expect(await within(section).findByText(/requested by ada/)).toBeVisible();
  expect(items).toHaveLength(2);
});

it.each([
  [[], 0],
  [['handover.exemption.request'], 4],
] as const)('offers only what the viewer may do: %j', async (may, count) => {
  const section = await show([exemption()], { may: [...may] });
  expect(await within(section).findByText(/requested by grace/)).toBeVisible();
  if (count > 0) {
    await within(section).findByRole('button', { name: /^Withdraw/ });
  }
  expect(
    within(section).queryAllByRole('button', {
      name: /^(Request exemption|Withdraw|Approve|Deny|Revoke)/,
    }),
  ).toHaveLength(count === 0 ? 0 : 3);
});
