import {
  answer,
  calendarOf,
  CLOSED,
  decisionBy,
  FREEZE,
  OPEN,
  recorded,
  unknown,
} from '../__testUtils__/gate';
import { FakeClock, gateAt } from '../__testUtils__/gateInProcess';
import { usePortal } from '../__testUtils__/portal';

const portal = usePortal();
const MINUTE = 60_000;

/** The portal decides by its own clock, which may differ. */
const decidesBy = (clock: FakeClock, { ahead = 0 } = {}) =>
  portal.answersBy(() =>
    answer(
      decisionBy(
        calendarOf(FREEZE),
        new Date(clock.now() + ahead).toISOString(),
      ),
    ),
  );

it('asks every five minutes, and at the instant that the gate opens', async () => {
  const clock = new FakeClock('2026-11-30T10:03:00Z');
  decidesBy(clock);
  const { code, stdout, stderr } = await gateAt(clock, portal.env(), {
    wait: '2h',
  });
  expect(code).toBe(0);
  expect(clock.slept).toEqual([5 * MINUTE, 5 * MINUTE, 2 * MINUTE]);
  expect(clock.instant).toBe('2026-11-30T10:15:00.000Z');
  expect(stdout).toBe('open     production, to deploy\n');
  expect(stderr).toBe(
    'Waiting until Mon 2026-11-30 12:03 +00:00 at the latest: production is closed until Mon 2026-11-30 10:15 +00:00; Freeze: The books are closed.\n',
  );
});

it('waits by the clock of the portal', async () => {
  const clock = new FakeClock('2026-11-30T09:52:00Z');
  decidesBy(clock, { ahead: 20 * MINUTE });
  expect((await gateAt(clock, portal.env(), { wait: 'PT1H' })).code).toBe(0);
  expect(clock.slept).toEqual([3 * MINUTE]);
});

it('gives up in time, with the last verdict', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  decidesBy(clock);
  const { code, stderr } = await gateAt(clock, portal.env(), { wait: '12m' });
  expect(code).toBe(1);
  expect(clock.slept).toEqual([5 * MINUTE, 5 * MINUTE, 2 * MINUTE]);
  expect(portal.asked()).toHaveLength(4);
  expect(stderr).toContain(
    'The gate does not open by itself before that, but an override can open it',
  );
});

it('goes on when an override opens the gate, and says when reasons change', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  const incident = {
    ...CLOSED,
    reasons: [{ ...CLOSED.reasons[0], title: 'Incident' }],
  };
  portal.answers(
    answer(CLOSED),
    answer(CLOSED),
    answer(unknown('block')),
    { status: 200, body: {}, raw: '<html>' },
    answer(incident),
    answer(OPEN),
  );
  const { code, stderr } = await gateAt(clock, portal.env(), { wait: '2h' });
  expect(code).toBe(0);
  expect(clock.slept).toEqual([5, 5, 5, 1, 5].map(each => each * MINUTE));
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringContaining('Freeze'),
    expect.stringContaining('production is unknown'),
    expect.stringContaining('not a decision'),
    expect.stringContaining('Incident'),
  ]);
});

it('never asks in a tight loop', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  portal.answers(answer({ ...CLOSED, nextOpen: CLOSED.at }));
  await gateAt(clock, portal.env(), { wait: '5s' });
  expect(clock.slept).toEqual(Array(5).fill(1_000));
});

it('records only the last decision, which counts', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  const asked = () => portal.asked().map(({ url }) => url!.split('orders')[1]);
  portal.answers(answer(CLOSED), answer(OPEN), recorded(CLOSED));
  const options = { wait: '2h', record: true };
  expect((await gateAt(clock, portal.env(), options)).code).toBe(1);
  const query = '?environment=production&change=deploy';
  expect(asked()).toEqual([query, query, '/decisions']);

  // Also if the time is over.
  portal.answers(answer(CLOSED), answer(CLOSED), recorded(CLOSED));
  expect(
    (await gateAt(clock, portal.env(), { ...options, wait: '1m' })).code,
  ).toBe(1);
  expect(asked().slice(3)).toEqual([query, query, '/decisions']);
});

it('retries with growing delays, and takes what the portal asks for within bounds', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  portal.answers({ status: 503, body: {} });
  expect((await gateAt(clock, portal.env(), { retryFor: '1m' })).code).toBe(2);
  expect(clock.slept.length).toBeGreaterThan(5);
  expect(clock.slept.reduce((a, b) => a + b)).toBeLessThanOrEqual(MINUTE);
  clock.slept.forEach((ms, attempt) => {
    const longest = Math.min(15_000, 500 * 2 ** attempt);
    expect(ms).toBeGreaterThanOrEqual(longest / 2);
    expect(ms).toBeLessThanOrEqual(longest);
  });

  const later = (value: string) => ({
    status: 429,
    body: {},
    headers: { 'Retry-After': value },
  });
  const after = async (value: string) => {
    const time = new FakeClock('2026-11-30T09:00:00Z');
    portal.answers(later(value), answer(OPEN));
    expect((await gateAt(time, portal.env(), { retryFor: '1m' })).code).toBe(0);
    return time.slept[0];
  };
  expect(await after('20')).toBe(20_000);
  expect(await after('Mon, 30 Nov 2026 09:00:25 GMT')).toBe(25_000);
  expect(await after('86400')).toBe(30_000);
  for (const nonsense of ['0', '-5', 'soon', '1e9']) {
    expect(await after(nonsense)).toBeLessThanOrEqual(500);
  }
});

it('ends at once if its token is refused while it waits', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  portal.answers(answer(CLOSED), { status: 401, body: {} });
  expect((await gateAt(clock, portal.env(), { wait: '2h' })).code).toBe(3);
  expect(clock.slept).toEqual([5 * MINUTE]);
});

it('passes an unreachable portal once retries are over', async () => {
  const clock = new FakeClock('2026-11-30T09:00:00Z');
  portal.answers(answer(CLOSED), { status: 503, body: {} });
  const { code, stderr } = await gateAt(clock, portal.env(), {
    wait: '2h',
    record: true,
    unreachable: 'pass',
  });
  expect(code).toBe(0);
  expect(stderr).toContain('THE GATE WAS NOT ASKED');
  expect(stderr).toContain('the decision was not recorded');
});
