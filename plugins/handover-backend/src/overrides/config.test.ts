import { ConfigReader } from '@backstage/config';
import { readOverridesConfig } from './config';

const read = (overrides: object) =>
  readOverridesConfig(new ConfigReader({ handover: { overrides } } as never));

const HOUR_MS = 3_600_000;

it('requires an approval and allows four hours unless it is configured otherwise', () => {
  expect(read({})).toEqual({
    approval: 'required',
    maxDurationMs: 4 * HOUR_MS,
    retentionMs: 1095 * 24 * HOUR_MS,
  });
  expect(read({ approval: 'none', maxDuration: 'P7D' })).toMatchObject({
    approval: 'none',
    maxDurationMs: 168 * HOUR_MS,
  });
});

it.each([
  [{ approval: 'non' }, "'handover.overrides.approval': must be 'required'"],
  [{ maxDuration: 'P8D' }, "'handover.overrides.maxDuration': must be from"],
  [{ maxDuration: 'PT0S' }, "'handover.overrides.maxDuration': must be from"],
  [{ retention: 'PT1H' }, "'handover.overrides.retention': must be from"],
])('refuses %j', (overrides, message) => {
  expect(() => read(overrides)).toThrow(message);
});
