import { decide } from '@backstage-handover/plugin-handover-common/gate';
import type {
  Calendar,
  Schedule,
} from '@backstage-handover/plugin-handover-common/gate';
import ICAL from 'ical.js';
import { datetime, rrulestr } from 'rrule';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/quantile';
import { toTable } from '../lib/table';

// How long one decision takes, that it does not depend on when a window began,
// and what the costliest documents cost. Rounds of the candidates alternate, so
// that a busy machine slows all of them; the medians are compared.

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

const LONDON = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/** What a gate on `ical.js` does: walk through the occurrences to the one at the instant. */
function iterate(start: string): (i: number) => unknown {
  ICAL.TimezoneService.register(
    new ICAL.Timezone(new ICAL.Component(ICAL.parse(LONDON))),
    ZONE,
  );
  const event = new ICAL.Event(
    new ICAL.Component(
      ICAL.parse(
        [
          'BEGIN:VEVENT',
          `DTSTART;TZID=${ZONE}:${start.replace(/[-:]/g, '')}00`,
          'DURATION:PT8H',
          `RRULE:${RULE}`,
          'END:VEVENT',
        ].join('\r\n'),
      ),
    ),
  );
  return i => {
    const at = instantOf(i) / 1000;
    const iterator = event.iterator();
    let active = false;
    for (
      let next = iterator.next();
      next && next.toUnixTime() <= at;
      next = iterator.next()
    ) {
      active = at < next.toUnixTime() + 8 * 3600;
    }
    return active;
  };
}

/** As many windows as a document may have. */
function largest(schedule: Schedule): (i: number) => unknown {
  const calendars: Calendar[] = [
    {
      id: 'component:default/orders',
      title: 'Orders',
      level: 'entity',
      version: '1',
      windows: Array.from({ length: 500 }, (_, index) => ({
        id: `window-${index}`,
        title: `Window ${index}`,
        effect: index % 2 ? ('deny' as const) : ('allow' as const),
        schedule,
      })),
    },
  ];
  return i =>
    decide({
      calendars,
      environment: 'production',
      at: new Date(instantOf(i)).toISOString(),
    });
}

const HALF_HOURS = `BYHOUR=${[...Array(24).keys()].join(',')};BYMINUTE=0,30`;
const largestDocuments: Candidate[] = [
  {
    name: 'decide(), 500 daily windows, never open',
    calls: 5,
    call: largest({
      start: '2006-10-16T09:00',
      duration: 'PT8H',
      rrule: 'FREQ=DAILY',
      timeZone: ZONE,
    }),
  },
  {
    name: 'decide(), 500 windows of 48 starts a day',
    calls: 5,
    call: largest({
      start: '2006-10-16T09:00',
      duration: 'PT1M',
      rrule: `FREQ=DAILY;${HALF_HOURS}`,
      timeZone: ZONE,
    }),
  },
  {
    name: 'decide(), 500 windows that toggle every two minutes',
    calls: 5,
    call: largest({ cron: '*/2 * * * *', duration: 'PT30S', timeZone: ZONE }),
  },
];

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
  {
    name: 'ical.js iterator, rule began a month ago',
    calls: 20,
    call: iterate('2026-10-19T09:00'),
  },
  {
    name: 'ical.js iterator, rule began 20 years ago',
    calls: 1,
    call: iterate('2006-10-16T09:00'),
  },
];

/** Microseconds of CPU time of one call: other processes do not count. */
function measure({ calls, call }: Candidate, round: number): number {
  const begun = process.cpuUsage();
  for (let i = 0; i < calls; i++) {
    call(round * calls + i);
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / calls;
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
  const all = [...candidates, ...largestDocuments];
  const times = [
    ...compare(candidates.slice(0, 2)),
    ...compare(candidates.slice(2, 4)),
    ...compare(candidates.slice(4)),
    ...compare(largestDocuments),
  ].map(median);
  const [month, years, rrule, , ical] = times;
  console.log(
    toTable([
      ['what', 'median µs of CPU a call'],
      ...all.map(({ name }, index) => [name, times[index].toFixed(1)]),
    ]),
  );
  const measured = {
    twentyYearsToOneMonth: Number((years / month).toFixed(2)),
    rruleToDecide: Math.round(rrule / month),
    icalToDecide: Math.round(ical / month),
    largestDocumentMs: Number(
      (Math.max(...times.slice(candidates.length)) / 1000).toFixed(1),
    ),
  };
  const limits = { twentyYearsToOneMonth: 1.2, largestDocumentMs: 50 };
  console.log(JSON.stringify({ measured, limits, machine: describeMachine() }));
  if (
    measured.twentyYearsToOneMonth > limits.twentyYearsToOneMonth ||
    measured.largestDocumentMs > limits.largestDocumentMs
  ) {
    process.exitCode = 1;
  }
}

main();
