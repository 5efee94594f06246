import type {
  OnCallLevel,
  OnCallPerson,
} from '@backstage-handover/plugin-handover-common';
import {
  endOfShift,
  nextOnCall,
  type OnCallShift,
} from '@backstage-handover/plugin-handover-node';
import type { Rule } from './schemas';
import { keyOf, type Timeline } from './timeline';

/** What is known of a schedule. */
export type Schedule = {
  /** The usernames of those who are on call now. */
  current: string[];
  timeline: Timeline;
};

type ScheduleRule = Rule & { recipient: { id: string } };

const MINUTES = { minutes: 1, hours: 60, days: 24 * 60 } as const;

const capitalize = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** Whether a rule notifies whoever is on call in a schedule. */
export function isOfSchedule(rule: Rule): rule is ScheduleRule {
  const { notifyType, recipient } = rule;
  return (
    recipient.type === 'schedule' &&
    Boolean(recipient.id) &&
    (notifyType ?? 'default') === 'default'
  );
}

/** Puts together who is notified at each level. Rules with the same delay are one level. */
export function toLevels(options: {
  rules: Rule[];
  schedules: ReadonlyMap<string, Schedule>;
  now: number;
}): OnCallLevel[] {
  const byDelay = new Map<number, Rule[]>();
  for (const rule of options.rules) {
    const { timeAmount, timeUnit } = rule.delay;
    const delay = timeAmount * MINUTES[timeUnit ?? 'minutes'];
    byDelay.set(delay, [...(byDelay.get(delay) ?? []), rule]);
  }
  return [...byDelay]
    .sort(([a], [b]) => a - b)
    .map(([, rules], index) => toLevel(index + 1, { ...options, rules }));
}

function toLevel(
  level: number,
  options: Parameters<typeof toLevels>[0],
): OnCallLevel {
  const { rules, schedules, now } = options;
  const people = new Map<string, OnCallPerson>();
  const shifts: OnCallShift[] = [];
  const add = (person: OnCallPerson) => {
    const key = keyOf(person.name);
    people.set(key, people.get(key) ?? person);
  };
  for (const rule of rules) {
    const schedule = isOfSchedule(rule)
      ? schedules.get(rule.recipient.id)
      : undefined;
    if (schedule) {
      schedule.current.forEach(name =>
        add(toPerson(name, { timeline: schedule.timeline, now })),
      );
      shifts.push(...schedule.timeline.shifts);
    } else {
      add(toRecipient(rule));
    }
  }
  return {
    level,
    people: [...people.values()],
    next: nextOnCall(shifts, { current: people, now }),
  };
}

/** Somebody who is on call in a schedule. Opsgenie's usernames are e-mail addresses. */
function toPerson(
  username: string,
  { timeline, now }: { timeline: Timeline; now: number },
): OnCallPerson {
  const end = endOfShift(timeline.shifts, { who: keyOf(username), now });
  return {
    ...toUser(username),
    until:
      // At the end of the timeline, shifts are cut off.
      end !== undefined && end < timeline.end
        ? new Date(end).toISOString()
        : undefined,
  };
}

function toUser(username: string): OnCallPerson {
  return {
    name: username,
    email: /^[^\s@]+@[^\s@]+$/.test(username) ? username : undefined,
  };
}

/** Who is notified by a rule whose people Handover does not look up. */
function toRecipient({ notifyType, recipient }: Rule): OnCallPerson {
  const { type, username } = recipient;
  const name = username || recipient.name || recipient.id || type;
  if (type === 'user') {
    return toUser(name);
  }
  const who = `${type} '${name}'`;
  switch (notifyType ?? 'default') {
    case 'default':
      return { name: capitalize(who) };
    case 'next':
      return { name: `Next in the ${who}` };
    case 'previous':
      return { name: `Previous in the ${who}` };
    case 'all':
      return { name: `Everybody in the ${who}` };
    default:
      return { name: `${capitalize(who)}: ${notifyType}` };
  }
}
