import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { repositoryOf } from './repositoryOf';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: {
      integrations: {
        gitlab: [
          {
            host: 'git.acme.test',
            apiBaseUrl: 'https://git.acme.test/api/v4',
          },
        ],
      },
    },
  }),
);

const find = (annotations: Record<string, string>) =>
  repositoryOf(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders', annotations },
    },
    integrations,
  );
const at = (location: string) =>
  find({ 'backstage.io/source-location': location });

it.each([
  [
    'https://github.com/acme/orders/tree/main/',
    'github.com',
    'acme',
    'orders',
    '',
  ],
  ['https://github.com/acme/orders', 'github.com', 'acme', 'orders', ''],
  ['https://github.com/acme/orders.git/', 'github.com', 'acme', 'orders', ''],
  [
    'https://gitlab.com/acme/shop/orders/-/tree/main/api',
    'gitlab.com',
    'acme/shop',
    'orders',
    'api',
  ],
  [
    'https://github.com/acme/shop/tree/next%2F2/services/my%20orders/',
    'github.com',
    'acme',
    'shop',
    'services/my orders',
  ],
  [
    'https://github.com/acme/shop/blob/main/tree/catalog-info.yaml',
    'github.com',
    'acme',
    'shop',
    'tree',
  ],
  [
    'https://github.com/acme/shop/blob/main/catalog-info.yaml',
    'github.com',
    'acme',
    'shop',
    '',
  ],
  ['https://git.acme.test/a/b/', 'git.acme.test', 'a', 'b', ''],
])('finds the repository of %s', (url, host, owner, repo, path) => {
  expect(at(`url:${url}`)).toEqual({
    host: host === 'github.com' ? 'github' : 'gitlab',
    repoUrl: `${host}?${new URLSearchParams({ owner, repo })}`,
    sourceUrl: url,
    ...(path && { path }),
  });
});

it('finds a folder of the portal, which has no source location', () => {
  const file = 'file:/srv/services/orders/catalog-info.yaml';
  expect(find({ 'backstage.io/managed-by-location': file })).toEqual({
    host: 'local',
  });
  expect(at('file:/srv/services/orders/')).toEqual({ host: 'local' });
});

it.each([
  [{}, "Add the annotation 'backstage.io/source-location'"],
  [
    { 'backstage.io/source-location': 'url:https://dev.azure.com/acme/orders' },
    'The portal has no integration with GitHub or GitLab for https://dev.azure.com/acme/orders',
  ],
  [
    { 'backstage.io/source-location': 'url:https://github.com/acme/a/b/' },
    'names no repository of GitHub. Correct the annotation',
  ],
  [
    { 'backstage.io/source-location': 'url:https://gitlab.com/acme' },
    'names no repository of GitLab. Correct the annotation',
  ],
])('says what to change if there is none: %j', (annotations, message) => {
  expect(() => find(annotations)).toThrow(message);
});
