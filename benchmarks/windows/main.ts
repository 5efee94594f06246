import { decide } from '@backstage-handover/plugin-handover-common/gate';
import type { Calendar } from '@backstage-handover/plugin-handover-common/gate';
import { datetime, rrulestr } from 'rrule';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/quantile';
import { toTable } from '../lib/table';

// How long one decision takes, and that it does not depend on when a window
// began. Rounds of the candidates alternate, so that a busy machine slows all
// of them; the medians are compared.

const ROUNDS = 24;
/** Rounds that fill tables and let the runtime compile. */
const WARM_UP = 4;
const NOW = Date.UTC(2026, 10, 20, 10);
const RULE = 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
const ZONE = 'Europe/London';

type Candidate = { name: string; calls: number; call: (i: number) => unknown };

/** Instants of the coming week, minute by minute. */
const instantOf = (i: number) => NOW + ((i * 7919) % 10_080) * 60_000;

function decision(start: string): (i: number) => unknown {
  const calendars: Calendar[] = [
    {
      id: 'component:default/orders',
      title: 'Orders',
      level: 'entity',
      version: '1',
      windows: [
        {
          id: 'office-hours',
          title: 'Office hours',
          effect: 'allow',
          schedule: { start, duration: 'PT8H', rrule: RULE, timeZone: ZONE },
        },
      ],
    },
  ];
  return i =>
    decide({
      calendars,
      environment: 'production',
      at: new Date(instantOf(i)).toISOString(),
    });
}

/** What a gate on `rrule` does: is there an occurrence that began within its duration? */
function between(year: number, month: number): (i: number) => unknown {
  const rule = rrulestr(`RRULE:${RULE}`, {
    dtstart: datetime(year, month, 2, 9, 0),
    tzid: ZONE,
    // The cache holds answers for ranges asked before, and each instant is new.
    cache: false,
  });
  return i => {
    const at = instantOf(i);
    return rule.between(new Date(at - 8 * 3_600_000), new Date(at), true);
  };
}

const candidates: Candidate[] = [
  {
    name: 'decide(), window began a month ago',
    calls: 5000,
    call: decision('2026-10-19T09:00'),
  },
  {
    name: 'decide(), window began 20 years ago',
    calls: 5000,
    call: decision('2006-10-16T09:00'),
  },
  {
    name: 'rrule between(), rule began a month ago',
    calls: 3,
    call: between(2026, 10),
  },
  {
    name: 'rrule between(), rule began 20 years ago',
    calls: 1,
    call: between(2006, 10),
  },
];

/** Microseconds of one call. */
function measure({ calls, call }: Candidate, round: number): number {
  const begun = process.hrtime.bigint();
  for (let i = 0; i < calls; i++) {
    call(round * calls + i);
  }
  return Number(process.hrtime.bigint() - begun) / 1000 / calls;
}

/** Times of each candidate; they take turns to go first. */
function compare(pair: Candidate[]): number[][] {
  const times = pair.map((): number[] => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (let turn = 0; turn < pair.length; turn++) {
      const index = (turn + round) % pair.length;
      const time = measure(pair[index], round);
      if (round >= WARM_UP) {
        times[index].push(time);
      }
    }
  }
  return times;
}

function main() {
  // Apart from each other: what runs after `rrule` pays for its garbage.
  const times = [
    ...compare(candidates.slice(0, 2)),
    ...compare(candidates.slice(2)),
  ];
  const [month, years, , rrule] = times.map(median);
  console.log(
    toTable([
      ['what', 'median µs a call'],
      ...candidates.map(({ name }, index) => [
        name,
        median(times[index]).toFixed(1),
      ]),
    ]),
  );
  const ratios = {
    twentyYearsToOneMonth: Number((years / month).toFixed(2)),
    rruleToDecide: Math.round(rrule / years),
  };
  const limits = { twentyYearsToOneMonth: 1.2, rruleToDecide: 100 };
  console.log(JSON.stringify({ ratios, limits, machine: describeMachine() }));
  const passed =
    ratios.twentyYearsToOneMonth <= limits.twentyYearsToOneMonth &&
    ratios.rruleToDecide >= limits.rruleToDecide;
  if (!passed) {
    process.exitCode = 1;
  }
}

main();
