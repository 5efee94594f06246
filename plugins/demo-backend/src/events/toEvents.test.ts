import { releasedServices } from './releases';
import { toEvents } from './toEvents';

const BEGAN = new Date('2026-11-21T10:00:00Z');

const eventsSince = (began: Date) =>
  releasedServices().flatMap(service => toEvents(service, began));

it('tells of the same releases in the same way, in past times', () => {
  const events = eventsSince(BEGAN);
  expect(eventsSince(BEGAN)).toEqual(events);
  const ids = events.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    eventsSince(new Date('2026-12-01T10:00:00Z')).map(({ id }) => id),
  ).toEqual(ids);
  for (const { time } of events) {
    expect(Date.parse(time)).toBeLessThan(BEGAN.getTime());
    expect(Date.parse(time)).toBeGreaterThan(
      Date.parse('2026-08-20T00:00:00Z'),
    );
  }
});

it.each([
  ['production', '2.33.0', '2026-11-21T09:08:00.000Z'],
  ['beta', '4.8.0', '2026-11-20T14:00:00.000Z'],
  ['stable', '4.7.0', '2026-11-09T10:00:00.000Z'],
])(
  'has what the clusters of the demonstration run last in %s',
  (environment, version, time) => {
    const deployed = eventsSince(BEGAN)
      .filter(({ data }) =>
        JSON.stringify(data).includes(`"environment":{"id":"${environment}"}`),
      )
      .filter(({ type }) => type.includes('.service.'));
    expect(deployed.at(-1)).toMatchObject({
      time,
      data: { customData: { version, demonstration: true } },
    });
  },
);
