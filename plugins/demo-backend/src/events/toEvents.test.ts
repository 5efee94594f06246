import { releases } from './releases';
import { toEvents } from './toEvents';

const BEGAN = new Date('2026-11-21T10:00:00Z');

it('tells of the same releases in the same way, in past times', () => {
  const events = toEvents(releases(), BEGAN);
  expect(toEvents(releases(), BEGAN)).toEqual(events);
  const ids = events.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(
    toEvents(releases(), new Date('2026-12-01T10:00:00Z')).map(({ id }) => id),
  ).toEqual(ids);
  for (const { time } of events) {
    expect(Date.parse(time)).toBeLessThan(BEGAN.getTime());
    expect(Date.parse(time)).toBeGreaterThan(
      Date.parse('2026-08-20T00:00:00Z'),
    );
  }
});

it('has what the clusters of the demonstration run last in production', () => {
  const production = toEvents(releases(), BEGAN)
    .filter(({ data }) =>
      JSON.stringify(data).includes('"environment":{"id":"production"}'),
    )
    .filter(({ type }) => type.includes('.service.'));
  expect(production.at(-1)).toMatchObject({
    time: '2026-11-21T09:08:00.000Z',
    data: { customData: { version: '2.33.0', demonstration: true } },
  });
});
