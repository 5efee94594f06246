import { createMockDirectory } from '@backstage/backend-test-utils';
import github from '@backstage/plugin-scaffolder-backend-module-github';
import gitlab from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { parse } from 'yaml';
import { startCodeHost } from './__testUtils__/codeHost';
import { eventually } from './__testUtils__/eventually';
import { answers, startPortal } from './__testUtils__/portal';

jest.setTimeout(120_000);

const folder = createMockDirectory();
const repositories = createMockDirectory();

it.each([
  ['github', github, 'github.com/project-slug'],
  ['gitlab', gitlab, 'gitlab.com/project-slug'],
])(
  'publishes a new service to %s, from where the catalog reads it',
  async (host, module, annotation) => {
    const codeHost = await startCodeHost(repositories.path);
    const portal = await startPortal(folder.path, {
      features: [module],
      config: {
        backend: { reading: { allow: [{ host: codeHost.host }] } },
        integrations: {
          [host]: [
            {
              host: codeHost.host,
              token: 'not-a-real-one',
              apiBaseUrl: `http://${codeHost.host}/api${
                host === 'gitlab' ? '/v4' : ''
              }`,
              ...(host === 'gitlab'
                ? { baseUrl: `http://${codeHost.host}` }
                : {}),
            },
          ],
        },
      },
    });
    const name = `published-to-${host}`;
    const task = await portal.run(
      answers(name, {
        host,
        repoUrl: `${codeHost.host}?owner=acme&repo=${name}`,
      }),
    );
    expect(task.log).toContain('Run completed with status: completed');
    expect(await codeHost.read(name, 'handover.yaml')).toContain(
      'Works out what a parcel costs',
    );
    const { metadata } = parse(await codeHost.read(name, 'catalog-info.yaml'));
    expect(metadata.annotations[annotation]).toBe(`acme/${name}`);
    expect(
      await eventually(() => portal.entity('component', name)),
    ).toMatchObject({ metadata: { name } });
    await portal.stop();
    codeHost.stop();
  },
);
