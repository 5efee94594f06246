import { mockServices } from '@backstage/backend-test-utils';
import { readGateConfig } from './config';

const read = (timeout?: object) =>
  readGateConfig(
    mockServices.rootConfig({
      data: { handover: { gate: timeout ? { timeout } : {} } } as never,
    }),
  );

it('waits three seconds for a contributor, or up to a minute', () => {
  expect(read()).toEqual({ timeoutMs: 3_000 });
  expect(read({ milliseconds: 1 })).toEqual({ timeoutMs: 1 });
  expect(read({ minutes: 1 })).toEqual({ timeoutMs: 60_000 });
});

it.each([{ seconds: 0 }, { seconds: -1 }, { minutes: 1, milliseconds: 1 }])(
  'does not wait for %j',
  timeout => {
    expect(() => read(timeout)).toThrow(
      "Invalid duration at 'handover.gate.timeout': must be longer than zero and at most one minute",
    );
  },
);
