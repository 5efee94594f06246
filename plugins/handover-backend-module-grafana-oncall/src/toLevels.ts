import type {
  OnCallLevel,
  OnCallPerson,
} from '@backstage-handover/plugin-handover-common';
import {
  endOfShift,
  nextOnCall,
  type OnCallShift,
} from '@backstage-handover/plugin-handover-node';
import type { ShiftData, User } from './schemas';
import type { Notice } from './toNotices';

/** What is known of a schedule. */
export type Schedule = {
  name: string;
  /** The ids of those who are on call now, by Grafana OnCall's own clock. */
  current: string[];
  /** In no order. */
  shifts: ShiftData[];
  /** Until when shifts were asked for: the beginning of the last day. */
  end: number;
  /** Whether there are no other shifts until then. */
  isComplete: boolean;
};

type Options = {
  schedules: ReadonlyMap<string, Schedule>;
  users: ReadonlyMap<string, User>;
  now: number;
};

/** Puts together who is notified at each level. */
export function toLevels(
  options: Options & { levels: Notice[][] },
): OnCallLevel[] {
  return options.levels.map((notices, index) =>
    toLevel(index + 1, notices, options),
  );
}

function toLevel(
  level: number,
  notices: Notice[],
  options: Options,
): OnCallLevel {
  const { schedules, users, now } = options;
  const people = new Map<string, OnCallPerson>();
  const shifts: OnCallShift[] = [];
  const add = (key: string, person: OnCallPerson) =>
    people.set(key, people.get(key) ?? person);
  let isKnown = true;
  for (const notice of notices) {
    if ('text' in notice) {
      add(notice.text, { name: notice.text });
    } else if ('scheduleId' in notice) {
      const schedule = schedules.get(notice.scheduleId);
      if (schedule) {
        const own = schedule.shifts.map(toShift);
        for (const id of schedule.current) {
          const end = endOfShift(own, { who: id, now });
          add(id, {
            ...toPerson(id, users),
            until:
              // Later shifts were not asked for.
              end !== undefined && end < schedule.end
                ? new Date(end).toISOString()
                : undefined,
          });
        }
        shifts.push(...own);
        isKnown &&= schedule.isComplete;
      }
    } else if (notice.inTurn && notice.userIds.length > 1) {
      const names = notice.userIds.map(id => toPerson(id, users).name);
      add(names.join(), { name: `In turn: ${names.join(', ')}` });
    } else {
      notice.userIds.forEach(id => add(id, toPerson(id, users)));
    }
  }
  return {
    level,
    people: [...people.values()],
    next: isKnown ? nextOnCall(shifts, { current: people, now }) : undefined,
  };
}

function toPerson(id: string, users: ReadonlyMap<string, User>): OnCallPerson {
  const { username, email } = users.get(id) ?? {};
  return { name: username || email || id, email: email || undefined };
}

function toShift({
  user_pk,
  user_username,
  user_email,
  shift_start,
  shift_end,
}: ShiftData): OnCallShift {
  return {
    who: user_pk,
    name: user_username || user_email || user_pk,
    start: Date.parse(shift_start),
    end: Date.parse(shift_end),
  };
}
