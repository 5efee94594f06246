/** Somebody of examples/org.yaml, as PagerDuty knows them. */
type User = { id: string; name: string; email: string };

const user = (id: string, name: string): User => ({
  id,
  name,
  email: `${name.toLocaleLowerCase('en-US').replace(' ', '.')}@example.com`,
});

const VIKRAM = user('PVIKRAM', 'Vikram Iyer');
const LENA = user('PLENAF', 'Lena Fischer');
const ASHA = user('PASHAR', 'Asha Rao');
export const MARIA = user('PMARIA', 'Maria Santos');

/** Who is notified on one level, one after another. A single person is always on call. */
type Level = readonly User[];

export type Policy = { id: string; name: string; levels: readonly Level[] };

const ORDERS: Policy = {
  id: 'PORDERS',
  name: 'Order services',
  levels: [[VIKRAM, LENA], [ASHA]],
};
const PAYMENTS: Policy = {
  id: 'PPAYMNT',
  name: 'Payments',
  levels: [[MARIA], [LENA, VIKRAM]],
};

export const POLICIES: readonly Policy[] = [ORDERS, PAYMENTS];

/** The policy of each service, by the ids in the annotations of the examples. */
export const POLICY_OF_SERVICE: ReadonlyMap<string, Policy> = new Map([
  ['PORDSVC', ORDERS],
  ['PPAYSVC', PAYMENTS],
]);

const HOUR_MS = 3_600_000;
const SHIFT_MS = 12 * HOUR_MS;

/** Shifts change at 08:00 and 20:00 UTC. */
const FIRST_CHANGE_MS = 8 * HOUR_MS;

export type Shift = { level: number; user: User; start?: Date; end?: Date };

/** The shifts of a policy that overlap a time, which may be a single moment. */
export function shiftsOf(policy: Policy, since: Date, until: Date): Shift[] {
  return policy.levels.flatMap((people, index): Shift[] => {
    const level = index + 1;
    if (people.length === 1) {
      return [{ level, user: people[0] }];
    }
    const numberAt = (time: Date) =>
      Math.floor((time.getTime() - FIRST_CHANGE_MS) / SHIFT_MS);
    const first = numberAt(since);
    return Array.from(
      { length: numberAt(until) - first + 1 },
      (_, offset): Shift => {
        const number = first + offset;
        const startMs = number * SHIFT_MS + FIRST_CHANGE_MS;
        return {
          level,
          user: people.at(number % people.length)!,
          start: new Date(startMs),
          end: new Date(startMs + SHIFT_MS),
        };
      },
    );
  });
}
