/** A version of the service on its way through the environments. Hours count before the demonstration began. */
export type Release = {
  version: string;
  /** When its change was merged. */
  mergedAgo: number;
  /** How far it came, and when. */
  deployedAgo: { environment: string; hours: number }[];
  /** When production went back to the version before, and it was well again. */
  rolledBackAgo?: number;
};

const DAY = 24;

/** The environments of order processing, in the order of promotion. */
const PATH = ['development', 'qa', 'staging', 'production'] as const;

/** Hours from merge to each of them. */
const WAY = [0.2, 5, 26, 50];

/** When versions were merged, in days before, and how they fared; as the clusters have it. */
const MERGED: [version: string, daysAgo: number, fate?: 'stays' | 'fails'][] = [
  ['2.26.0', 88],
  ['2.26.1', 81],
  ['2.27.0', 74, 'fails'],
  ['2.27.1', 71],
  ['2.28.0', 63],
  ['2.28.1', 60, 'stays'],
  ['2.29.0', 55],
  ['2.30.0', 48, 'fails'],
  ['2.30.1', 46],
  ['2.31.4', 36],
  ['2.31.5', 30, 'stays'],
  ['2.32.0', 15],
  ['2.32.1', 8],
  ['2.32.2', 6, 'stays'],
];

/** What was released to production while the demonstration's clusters watched. */
const LAST: Release = {
  version: '2.33.0',
  mergedAgo: 2.2 * DAY,
  deployedAgo: [
    { environment: 'development', hours: 2.2 * DAY - 0.2 },
    { environment: 'qa', hours: 2 * DAY },
    { environment: 'staging', hours: 1.1 * DAY },
    { environment: 'production', hours: 52 / 60 },
  ],
};

/** In development since this morning. */
const NEXT: Release = {
  version: '2.34.0',
  mergedAgo: 5,
  deployedAgo: [
    { environment: 'development', hours: 4.8 },
    { environment: 'qa', hours: 1.5 },
  ],
};

/** All releases of the last three months, the oldest first. */
export function releases(): Release[] {
  return [
    ...MERGED.map(([version, days, fate]): Release => {
      const mergedAgo = days * DAY;
      // What stays was not good enough for production.
      const reached = fate === 'stays' ? PATH.slice(0, -1) : PATH;
      const deployedAgo = reached.map((environment, index) => ({
        environment,
        hours: mergedAgo - WAY[index],
      }));
      return {
        version,
        mergedAgo,
        deployedAgo,
        ...(fate === 'fails' ? { rolledBackAgo: mergedAgo - 50.7 } : {}),
      };
    }),
    LAST,
    NEXT,
  ];
}
