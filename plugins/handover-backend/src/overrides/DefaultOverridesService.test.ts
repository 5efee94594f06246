import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { DefaultOverridesService } from './DefaultOverridesService';

const NOW = new Date('2026-11-20T10:00:00.000Z');

const add = jest.fn(async (override: object) => override);
const service = DefaultOverridesService.create({
  store: { add } as never,
  gate: {
    // A document can name one with a `*`.
    getEnvironments: async () => Environments.builtIn().with(['beta*']),
  },
  environments: Environments.builtIn(),
  auth: mockServices.auth(),
  config: {
    approval: 'required',
    maxDurationMs: 4 * 3_600_000,
    retentionMs: 86_400_000,
  },
  now: () => NOW,
});

const request = (more: object) =>
  service.requestOverride(
    'component:default/orders',
    {
      environments: ['production'],
      until: '2026-11-20T14:00:00Z',
      reason: 'Checkout is down.',
      ...more,
    },
    { credentials: mockCredentials.user() },
  );

it('refuses an override that the gate could not read, which would hide all others', async () => {
  await expect(request({ environments: ['beta*'] })).rejects.toThrow(
    "'environments.0' is not the name of an environment",
  );
  expect(add).not.toHaveBeenCalled();
});

it('begins now at the earliest, and may last exactly as long as is configured', async () => {
  const from = '2026-11-20T08:00:00Z';
  await expect(request({ from })).resolves.toMatchObject({ from: NOW });
  await expect(
    request({ from, until: '2026-11-20T14:00:00.001Z' }),
  ).rejects.toThrow('the latest end is 2026-11-20T14:00:00.000Z');
  await expect(request({ until: NOW.toISOString() })).rejects.toThrow(
    'is in the past',
  );
  const ahead = { from: '2026-11-27T10:00:00Z', until: '2026-11-27T11:00:00Z' };
  await expect(request(ahead)).resolves.toMatchObject({ isApproved: false });
  await expect(
    request({ ...ahead, from: '2026-11-27T10:00:01Z' }),
  ).rejects.toThrow('is too far away');
});
