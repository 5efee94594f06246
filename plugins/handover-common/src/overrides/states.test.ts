import fc from 'fast-check';
import {
  OVERRIDE_STATES,
  OVERRIDE_STATUSES,
  OVERRIDE_TRANSITIONS,
  overrideActions,
  type OverrideAction,
  overrideState,
  type OverrideStatus,
} from '.';

const ACTIONS = Object.keys(OVERRIDE_TRANSITIONS) as OverrideAction[];

/** A time, and an instant that is often close to its ends. */
const times = fc
  .record({
    from: fc.nat(1_000),
    length: fc.integer({ min: 1, max: 1_000 }),
    any: fc.nat(2_500),
    near: fc.constantFrom('any', 'from', 'until'),
    offset: fc.integer({ min: -1, max: 1 }),
  })
  .map(({ from, length, any, near, offset }) => {
    const until = from + length;
    return { from, until, at: { any, from, until }[near] + offset };
  });

it('is in force only while it is approved and its time lasts', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...OVERRIDE_STATUSES),
      times,
      (status, { from, until, at }) => {
        const state = overrideState({ status, from, until }, at);
        expect(OVERRIDE_STATES).toContain(state);
        expect(state === 'inForce').toBe(
          status === 'approved' && from <= at && at < until,
        );
        expect(state === 'lapsed').toBe(status === 'requested' && at >= until);
      },
    ),
  );
});

it('offers the actions that its transitions allow, and none once its time is over', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...OVERRIDE_STATUSES),
      times,
      (status, { from, until, at }) => {
        const possible = ACTIONS.filter(
          action =>
            at < until && OVERRIDE_TRANSITIONS[action].from.includes(status),
        );
        const state = overrideState({ status, from, until }, at);
        expect([...overrideActions(state)].sort()).toEqual(possible.sort());
      },
    ),
  );
});

it('is never in force without an approval, and never again once it is over, whatever is done', () => {
  fc.assert(
    fc.property(
      times,
      fc.array(
        fc.record({ action: fc.constantFrom(...ACTIONS), wait: fc.nat(300) }),
      ),
      ({ from, until }, steps) => {
        let at = 0;
        let status: OverrideStatus = 'requested';
        let approved = false;
        let isOver = false;
        for (const { action, wait } of steps) {
          at += wait;
          const before = overrideState({ status, from, until }, at);
          if (overrideActions(before).includes(action)) {
            status = OVERRIDE_TRANSITIONS[action].to;
            approved ||= action === 'approve';
          }
          const state = overrideState({ status, from, until }, at);
          expect(state === 'inForce' && (!approved || isOver)).toBe(false);
          isOver ||= overrideActions(state).length === 0;
        }
      },
    ),
  );
});
