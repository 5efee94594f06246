import { type ReleasedService, releasedServices } from '../events/releases';

/** The services that the demonstration's Jenkins builds, including some without reported deployments. */
export function builtServices(): ReleasedService[] {
  return [
    ...releasedServices(),
    built('payments', 'payments-gateway', ['7.3.1', '7.4.0', '7.5.0']),
    built('storefront', 'storefront-web', ['11.1.0', '11.2.0', '11.2.1']),
  ];
}

function built(
  team: string,
  name: string,
  versions: string[],
): ReleasedService {
  return {
    name,
    team,
    path: [],
    releases: versions.map((version, index) => ({
      version,
      mergedAgo: (versions.length - index) * 9 * 24 + 5,
      deployedAgo: [],
    })),
  };
}
