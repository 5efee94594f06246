import { apiVersionOf, type Resource, RESOURCES } from './resources';

const METRICS = { group: 'metrics.k8s.io', version: 'v1beta1' };
const AUTHORIZATION = { group: 'authorization.k8s.io', version: 'v1' };

/** Groups with a name, each with its one version. */
const GROUPS = [
  ...new Map(
    [...RESOURCES.filter(each => each.group), METRICS, AUTHORIZATION].map(
      ({ group, version }) => [group, version],
    ),
  ),
];

export const VERSION = {
  major: '1',
  minor: '34',
  gitVersion: 'v1.34.0-demo',
  gitCommit: '',
  gitTreeState: 'clean',
  buildDate: '2026-11-21T00:00:00Z',
  goVersion: '',
  compiler: '',
  platform: 'linux/amd64',
};

export const API_VERSIONS = {
  kind: 'APIVersions',
  versions: ['v1'],
  serverAddressByClientCIDRs: [],
};

export const API_GROUPS = {
  kind: 'APIGroupList',
  apiVersion: 'v1',
  groups: GROUPS.map(([name, version]) => {
    const groupVersion = { groupVersion: `${name}/${version}`, version };
    return { name, versions: [groupVersion], preferredVersion: groupVersion };
  }),
};

/** What a version of a group holds; undefined where there is no such version. */
export function resourceList(group: string, version: string) {
  const resources = [
    ...RESOURCES.filter(
      each => each.group === group && each.version === version,
    ).flatMap(toResources),
    // Listed, so that a request for them gets 'forbidden' instead of 'unknown'.
    ...(group === '' && version === 'v1'
      ? [
          {
            name: 'secrets',
            singularName: 'secret',
            namespaced: true,
            kind: 'Secret',
            verbs: ['get', 'list'],
          },
        ]
      : []),
    ...(group === METRICS.group && version === METRICS.version
      ? [
          {
            name: 'pods',
            singularName: '',
            namespaced: true,
            kind: 'PodMetrics',
            verbs: ['get', 'list'],
          },
        ]
      : []),
    ...(group === AUTHORIZATION.group && version === AUTHORIZATION.version
      ? [
          {
            name: 'selfsubjectaccessreviews',
            singularName: '',
            namespaced: false,
            kind: 'SelfSubjectAccessReview',
            verbs: ['create'],
          },
        ]
      : []),
  ];
  return resources.length === 0
    ? undefined
    : {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion: apiVersionOf({ group, version }),
        resources,
      };
}

function toResources({
  plural,
  kind,
  namespaced,
  shortNames,
  categories,
}: Resource) {
  const shared = { singularName: kind.toLowerCase(), namespaced, kind };
  return [
    {
      name: plural,
      ...shared,
      verbs: ['get', 'list', 'watch'],
      ...(shortNames ? { shortNames } : {}),
      ...(categories ? { categories } : {}),
    },
    ...(kind === 'Pod'
      ? [{ ...shared, name: 'pods/log', singularName: '', verbs: ['get'] }]
      : []),
  ];
}
