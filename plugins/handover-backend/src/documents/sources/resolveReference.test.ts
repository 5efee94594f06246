import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { resolveReference } from './resolveReference';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'gitlab.test',
          baseUrl: 'https://gitlab.test',
          apiBaseUrl: 'https://gitlab.test/api/v4',
        },
      ],
    },
  }),
);

const GITHUB = 'url:https://github.com/acme/orders/blob/main/svc/catalog.yaml';
const GITLAB =
  'url:https://gitlab.test/a/b/orders/-/blob/main/svc/catalog.yaml';
const DISK = 'file:/srv/catalog/svc/catalog-info.yaml';

describe('resolveReference', () => {
  it.each([
    [
      GITHUB,
      undefined,
      'https://github.com/acme/orders/tree/main/svc/handover.yaml',
    ],
    [
      GITHUB,
      './docs/h.yaml',
      'https://github.com/acme/orders/tree/main/svc/docs/h.yaml',
    ],
    [GITHUB, '../h.yaml', 'https://github.com/acme/orders/tree/main/h.yaml'],
    [GITHUB, '/h.yaml', 'https://github.com/acme/orders/tree/main/h.yaml'],
    [GITLAB, 'h.yaml', 'https://gitlab.test/a/b/orders/-/blob/main/svc/h.yaml'],
    [
      'url:https://files.test/x/c.yaml',
      'h.yaml',
      'https://files.test/x/h.yaml',
    ],
    [GITHUB, 'https://files.test/h.yaml', 'https://files.test/h.yaml'],
    [DISK, 'url:https://files.test/h.yaml', 'https://files.test/h.yaml'],
  ])('from %s, %s is %s', (entityLocation, annotation, url) => {
    expect(
      resolveReference({ entityLocation, annotation }, integrations),
    ).toEqual({ location: { type: 'url', url } });
  });

  it.each([
    [undefined, 'handover.yaml'],
    ['./docs/h.yaml', 'docs/h.yaml'],
    ['docs/../h.yaml', 'h.yaml'],
    ['..h.yaml', '..h.yaml'],
  ])('from a file, %s is %s in its folder', (annotation, path) => {
    expect(
      resolveReference({ entityLocation: DISK, annotation }, integrations),
    ).toEqual({ location: { type: 'file', folder: '/srv/catalog/svc', path } });
  });

  it.each([
    [DISK, '../other/h.yaml', 'leads outside the folder'],
    [DISK, '/etc/passwd', 'leads outside the folder'],
    [DISK, 'docs/../../h.yaml', 'leads outside the folder'],
    [DISK, '..', 'leads outside the folder'],
    [DISK, 'file:/etc/passwd', "'file:…' must be a path relative"],
    [GITHUB, 'file:/etc/passwd', "'file:…' must be a path relative"],
    [
      GITHUB,
      '../../../../../evil/repo/blob/main/h.yaml',
      'leads outside the repository',
    ],
    [GITHUB, '..%2f..%2f..%2f..%2fh.yaml', 'leads outside the repository'],
    [GITHUB, '..\\..\\..\\h.yaml', 'leads outside the repository'],
    [GITLAB, '../../../../../../evil/h.yaml', 'leads outside the repository'],
    [GITHUB, '', 'is empty'],
    [
      GITHUB,
      'https://ada:s3cret@files.test/h.yaml',
      'must not contain a user name or a password',
    ],
    [GITHUB, 'https://', 'malformed'],
    ['ldap:ou=teams', './h.yaml', "not from 'ldap:ou=teams'"],
    ['nonsense', './h.yaml', "not from 'nonsense'"],
  ])('from %s, %s is refused', (entityLocation, annotation, reason) => {
    const result = resolveReference(
      { entityLocation, annotation },
      integrations,
    );
    expect(result).toEqual({ problem: expect.stringContaining(reason) });
    expect(JSON.stringify(result)).not.toContain('s3cret');
  });
});
