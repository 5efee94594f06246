/** A version of a service on its way through the environments. Hours count before the demonstration began. */
export type Release = {
  version: string;
  /** When its change was merged. */
  mergedAgo: number;
  /** How far it came, and when. */
  deployedAgo: { environment: string; hours: number }[];
  /** When the last environment went back to the version before, and it was well again. */
  rolledBackAgo?: number;
};

/** How a service is released. */
export type ReleasedService = {
  /** As in the catalog, in the default namespace. */
  name: string;
  /** Folder of its jobs. */
  team: string;
  /** The environments, in the order of promotion. */
  path: readonly string[];
  /** All releases of the last three months, the oldest first. */
  releases: Release[];
};

const DAY = 24;

/** What is released to a path: when it was merged, in days before, and how it fared. */
type Merged = [version: string, daysAgo: number, fate?: 'stays' | 'fails'];

/**
 * Releases that went all the way, but for those that were not good enough for
 * the last environment.
 *
 * @param way - hours from the merge to each environment
 */
function released(
  path: readonly string[],
  way: readonly number[],
  merged: readonly Merged[],
): Release[] {
  return merged.map(([version, days, fate]): Release => {
    const mergedAgo = days * DAY;
    const reached = fate === 'stays' ? path.slice(0, -1) : path;
    return {
      version,
      mergedAgo,
      deployedAgo: reached.map((environment, index) => ({
        environment,
        hours: mergedAgo - way[index],
      })),
      ...(fate === 'fails'
        ? { rolledBackAgo: mergedAgo - way[way.length - 1] - 0.7 }
        : {}),
    };
  });
}

/** Each environment and the hours before the demonstration began. */
function deployedAgo(hours: Record<string, number>): Release['deployedAgo'] {
  return Object.entries(hours).map(([environment, ago]) => ({
    environment,
    hours: ago,
  }));
}

/** Its last release is the one that crashes in the demonstration's clusters. */
function orderProcessing(): ReleasedService {
  const path = ['development', 'qa', 'staging', 'production'];
  return {
    name: 'order-processing',
    team: 'orders',
    path,
    releases: [
      ...released(
        path,
        [0.2, 5, 26, 50],
        [
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
        ],
      ),
      {
        version: '2.33.0',
        mergedAgo: 2.2 * DAY,
        deployedAgo: deployedAgo({
          development: 2.2 * DAY - 0.2,
          qa: 2 * DAY,
          staging: 1.1 * DAY,
          production: 52 / 60,
        }),
      },
      {
        version: '2.34.0',
        mergedAgo: 5,
        deployedAgo: deployedAgo({ development: 4.8, qa: 1.5 }),
      },
    ],
  };
}

/** Five environments, of which each has another version today. */
function fulfilmentDispatch(): ReleasedService {
  const path = ['develop', 'integration', 'staging', 'beta', 'stable'];
  return {
    name: 'fulfilment-dispatch',
    team: 'fulfilment',
    path,
    releases: [
      ...released(
        path,
        [0.1, 2, 20, 44, 96],
        [
          ['4.4.0', 86],
          ['4.4.1', 79, 'stays'],
          ['4.5.0', 68],
          ['4.5.1', 57, 'fails'],
          ['4.6.0', 45],
          ['4.6.1', 33, 'stays'],
          ['4.7.0', 16],
        ],
      ),
      {
        version: '4.8.0',
        mergedAgo: 4 * DAY,
        deployedAgo: deployedAgo({
          develop: 4 * DAY - 0.1,
          integration: 4 * DAY - 2,
          staging: 3 * DAY,
          beta: 20,
        }),
      },
      {
        version: '4.8.1',
        mergedAgo: 2 * DAY,
        deployedAgo: deployedAgo({
          develop: 2 * DAY - 0.1,
          integration: 2 * DAY - 2,
          staging: 22,
        }),
      },
      {
        version: '4.9.0',
        mergedAgo: 26,
        deployedAgo: deployedAgo({ develop: 25.9, integration: 24 }),
      },
      {
        version: '4.9.1',
        mergedAgo: 3,
        deployedAgo: deployedAgo({ develop: 2.9 }),
      },
    ],
  };
}

/** The services that pipelines tell of. */
export function releasedServices(): ReleasedService[] {
  return [orderProcessing(), fulfilmentDispatch()];
}
