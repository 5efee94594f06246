import type {
  NextOnCall,
  OnCallData,
  OnCallLevel,
  OnCallPerson,
} from '@backstage-handover/plugin-handover-common';
import { webUrl } from '@backstage-handover/plugin-handover-node';
import type { EscalationPolicy, Shift } from './schemas';

const nameOf = ({ id, name, summary }: Shift['user']) => name || summary || id;

const startTime = ({ start }: Shift) => (start ? Date.parse(start) : -Infinity);

const endTime = ({ end }: Shift) => (end ? Date.parse(end) : Infinity);

/** Puts together who is on call on each level of a policy. */
export function toOnCall(options: {
  policy: EscalationPolicy;
  /** Those of now. */
  current: Shift[];
  /** Those of now and of the time to come. Undefined if some are not known. */
  upcoming: Shift[] | undefined;
  now: Date;
  isPageable: boolean;
}): OnCallData {
  const { policy, current, upcoming, now, isPageable } = options;
  const name = policy.name || policy.summary || policy.id;
  const levels = Math.max(
    policy.escalation_rules.length,
    // If the policy was changed between the requests.
    ...current.map(({ escalation_level }) => escalation_level),
  );
  return {
    ...(isPageable && { canPage: { id: policy.id, name } }),
    escalationPolicy: {
      name,
      url: webUrl(policy.html_url),
    },
    levels: Array.from({ length: levels }, (_, index) => {
      const of = (shifts: Shift[]) =>
        shifts.filter(({ escalation_level }) => escalation_level === index + 1);
      return toLevel(index + 1, {
        current: of(current),
        upcoming: upcoming && of(upcoming),
        now: now.getTime(),
      });
    }),
  };
}

function toLevel(
  level: number,
  shifts: { current: Shift[]; upcoming: Shift[] | undefined; now: number },
): OnCallLevel {
  const { current, upcoming, now } = shifts;
  const people = new Map<string, Shift[]>();
  for (const shift of current) {
    people.set(shift.user.id, [...(people.get(shift.user.id) ?? []), shift]);
  }
  return {
    level,
    people: [...people.values()].map(own => toPerson(own, upcoming ?? [])),
    next: upcoming && nextOf(upcoming, { current: people, now }),
  };
}

/** The person of these shifts, which are all of one person. */
function toPerson(own: Shift[], upcoming: Shift[]): OnCallPerson {
  const [{ user }] = own;
  const until = endOf(
    own,
    upcoming.filter(shift => shift.user.id === user.id),
  );
  return {
    name: nameOf(user),
    email: user.email ?? undefined,
    url: webUrl(user.html_url),
    until: until === Infinity ? undefined : new Date(until).toISOString(),
  };
}

/** When a person is off call: shifts that follow each other are one. */
function endOf(own: Shift[], later: Shift[]): number {
  let end = Math.max(...own.map(endTime));
  const sorted = [...later].sort((a, b) => startTime(a) - startTime(b));
  for (const shift of sorted) {
    if (startTime(shift) <= end) {
      end = Math.max(end, endTime(shift));
    }
  }
  return end;
}

/** The first who is not on call now. */
function nextOf(
  upcoming: Shift[],
  options: { current: ReadonlyMap<string, unknown>; now: number },
): NextOnCall | undefined {
  const { current, now } = options;
  const [next] = upcoming
    .filter(shift => startTime(shift) > now && !current.has(shift.user.id))
    .sort((a, b) => startTime(a) - startTime(b));
  return (
    next && {
      name: nameOf(next.user),
      from: new Date(startTime(next)).toISOString(),
    }
  );
}
