import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { commitAll } from './git';
import { seedServices } from './seedServices';
import { eventually } from './__testUtils__/eventually';
import { answers, startPortal } from './__testUtils__/portal';

jest.setTimeout(180_000);

const EXAMPLES = path.resolve(__dirname, '../../../../examples');
const TEMPLATE = path.join(EXAMPLES, 'templates/service-with-handover');

const folder = createMockDirectory();
const read = (...names: string[]) =>
  readFile(path.join(folder.path, ...names), 'utf8');
const services = async () => (await readdir(folder.path)).sort();

/** Whether the scaffolder has told one of its running actions to stop. */
function watchScaffolderAborts() {
  const { abort: real } = AbortController.prototype;
  let isTold = false;
  const abort = jest
    .spyOn(AbortController.prototype, 'abort')
    .mockImplementation(function told(this: AbortController, reason) {
      isTold ||= /plugin-scaffolder-backend\W/.test(new Error().stack ?? '');
      real.call(this, reason);
    });
  return { abort, isToldToStop: () => isTold };
}

let portal: Awaited<ReturnType<typeof startPortal>>;

beforeAll(async () => {
  portal = await startPortal(folder.path, {
    localServices: { seed: [path.join(EXAMPLES, 'services/storefront-web')] },
  });
});

afterAll(() => portal?.stop());

it('refuses a name that is taken, and changes nothing of it', async () => {
  const first = await portal.run(answers('first'));
  expect(first.log).toContain('Run completed with status: completed');
  const before = await read('first', 'README.md');

  const second = await portal.run(
    answers('first', { purpose: 'Another one.' }),
  );
  expect(second.status).toBe('failed');
  expect(second.log).toContain(
    "The catalog already has 'component:default/first'. Choose another name",
  );
  expect(await read('first', 'README.md')).toBe(before);

  // Where the catalog has not read it yet, the folder decides.
  folder.addContent({ 'unread/README.md': 'Somebody is here' });
  const third = await portal.run(answers('unread'));
  expect(third.log).toContain(
    "There is already a service 'unread' in the folder. Choose another name",
  );
  expect(await readdir(path.join(folder.path, 'unread'))).toEqual([
    'README.md',
  ]);
});

it('lets one of two that run at the same time have the name', async () => {
  const tasks = await Promise.all(
    [1, 2].map(() => portal.run(answers('wanted'))),
  );
  expect(tasks.map(({ status }) => status).sort()).toEqual([
    'completed',
    'failed',
  ]);
  expect((await services()).filter(name => name.includes('wanted'))).toEqual([
    'wanted',
  ]);
});

it.each([
  '../outside',
  '/etc/outside',
  'UPPER',
  'with.dots',
  'ünïcødé',
  '-begins',
  'ends-',
  'double--hyphen',
  'a'.repeat(51),
  "x'; touch y",
  '${{ secrets.x }}',
])('refuses the name %p before anything runs', async name => {
  const before = await services();
  const { status, body } = await portal.start(answers(name));
  expect(status).toBe(400);
  expect(JSON.stringify(body)).toContain('name');
  expect(await services()).toEqual(before);
});

it('refuses an answer of 1 MB', async () => {
  const { status } = await portal.start(
    answers('large', { purpose: 'x'.repeat(1024 * 1024) }),
  );
  expect(status).toBe(400);
  expect(await services()).not.toContain('large');
});

it('takes what is written as text, wherever it is put', async () => {
  const hostile =
    '"}, "scripts": {"preinstall": "id"}, "x": "\n---\nkind: Group\n# <script>alert(1)</script> ${{ 7*7 }} {{ 7*7 }} {% raw %} `id` $(id)';
  const task = await portal.run(
    answers('hostile', { purpose: hostile, users: hostile, impact: hostile }),
  );
  expect(task.log).toContain('Run completed with status: completed');

  const manifest = JSON.parse(await read('hostile', 'package.json'));
  expect(manifest.description).toBe(hostile);
  expect(Object.keys(manifest.scripts)).toEqual(['build', 'start', 'test']);
  const entity = parse(await read('hostile', 'catalog-info.yaml'));
  expect(entity.metadata.description).toBe(hostile);
  const document = parse(await read('hostile', 'handover.yaml'));
  expect(document.overview).toMatchObject({
    purpose: hostile,
    users: [hostile],
    impact: hostile,
  });
});

it('shows in a dry run what it would make, and makes nothing', async () => {
  const template = await portal.entity('template', 'service-with-handover');
  const directoryContents = await Promise.all(
    [
      'skeleton/README.md',
      'overlay/kustomization.yaml',
      'todo/handover-todo.md',
    ].map(async name => ({
      path: name,
      base64Content: await readFile(path.join(TEMPLATE, name), 'base64'),
    })),
  );
  const before = await services();
  const { status, body } = await portal.post('dry-run', {
    template,
    values: answers('only-tried'),
    secrets: {},
    directoryContents,
  });
  expect(status).toBe(200);
  const written = body.directoryContents.map(
    (file: { path: string }) => file.path,
  );
  expect(written).toEqual(
    expect.arrayContaining([
      'README.md',
      'handover.yaml',
      'docs/handover-todo.md',
      'k8s/overlays/production/kustomization.yaml',
    ]),
  );
  expect(await services()).toEqual(before);
});

it('leaves nothing half made in the way of a second run after it was cancelled', async () => {
  // Held in the middle until the scaffolder has passed the word on.
  const fs = jest.requireActual('node:fs/promises');
  const real = fs.cp;
  let copying: () => void = () => {};
  const begun = new Promise<void>(resolve => {
    copying = resolve;
  });
  let release: () => void = () => {};
  const held = new Promise<void>(resolve => {
    release = resolve;
  });
  const cp = jest.spyOn(fs, 'cp').mockImplementationOnce(async (...args) => {
    copying();
    await held;
    return real(...args);
  });

  const { abort, isToldToStop } = watchScaffolderAborts();

  const { body } = await portal.start(answers('cancelled'));
  await begun;
  await portal.post(`tasks/${body.id}/cancel`, {});
  await eventually(() => isToldToStop() || undefined);
  release();
  cp.mockRestore();
  abort.mockRestore();
  expect((await portal.ended(body.id)).status).not.toBe('completed');
  await eventually(async () =>
    (await services()).some(name => name.includes('cancelled'))
      ? undefined
      : true,
  );
  await eventually(
    async () =>
      (await portal.entity('component', 'cancelled')) === undefined ||
      undefined,
  );
  const again = await portal.run(answers('cancelled'));
  expect(again.log).toContain('Run completed with status: completed');
});

it('says what is wrong where nothing can be written, and publishes when it can', async () => {
  const publish = async () => portal.run(answers('no-space'));
  const copying = jest
    .spyOn(jest.requireActual('node:fs/promises'), 'cp')
    .mockRejectedValueOnce(
      Object.assign(new Error('ENOSPC: no space left on device'), {
        code: 'ENOSPC',
      }),
    );
  const failed = await publish();
  copying.mockRestore();
  expect(failed.status).toBe('failed');
  expect(failed.log).toContain('ENOSPC: no space left on device');
  expect((await services()).filter(name => name.includes('no-space'))).toEqual(
    [],
  );
  expect((await publish()).status).toBe('completed');
});

it.each(['mkdir', 'cp', 'rename'] as const)(
  'leaves the name free when it is ended in the middle, at %s',
  async call => {
    const name = `ended-at-${call}`;
    const ended = jest
      .spyOn(jest.requireActual('node:fs/promises'), call)
      .mockRejectedValueOnce(new Error('The process was ended'));
    const first = await portal.run(answers(name));
    ended.mockRestore();
    expect(first.status).toBe('failed');
    expect((await services()).filter(each => each.includes(name))).toEqual([]);

    // A process that is killed cannot clear up: what it left is in nobody's way.
    folder.addContent({ [`.unfinished-${name}-0a1b2c3d/README.md`]: 'Half' });
    expect((await portal.run(answers(name))).status).toBe('completed');
  },
);

it('shows the annotations of the host that it is published to', async () => {
  const template = await portal.entity('template', 'service-with-handover');
  const [skeleton, overlay, todo] = [
    'skeleton/catalog-info.yaml',
    'overlay/kustomization.yaml',
    'todo/handover-todo.md',
  ];
  const directoryContents = await Promise.all(
    [skeleton, overlay, todo].map(async name => ({
      path: name,
      base64Content: await readFile(path.join(TEMPLATE, name), 'base64'),
    })),
  );
  const { body } = await portal.post('dry-run', {
    // The steps after it need the host itself.
    template: {
      ...template,
      spec: {
        ...template.spec,
        steps: template.spec.steps.slice(0, 6),
        output: {},
      },
    },
    values: answers('parcel-prices-2', {
      host: 'github',
      repoUrl: 'github.com?owner=acme&repo=parcel-prices-2',
    }),
    secrets: {},
    directoryContents,
  });
  const file = body.directoryContents.find(
    (each: { path: string }) => each.path === 'catalog-info.yaml',
  );
  const { metadata } = parse(
    Buffer.from(file.base64Content, 'base64').toString('utf8'),
  );
  expect(metadata.annotations).toEqual({
    'handover.dev/ref': './handover.yaml',
    'backstage.io/kubernetes-id': 'parcel-prices-2',
    'backstage.io/techdocs-ref': 'dir:.',
    'jenkins.io/job-full-name': 'services/parcel-prices-2',
    'github.com/project-slug': 'acme/parcel-prices-2',
  });
});

it('drafts a handover for a service that has none, and never over one that is there', async () => {
  folder.addContent({
    'plain/catalog-info.yaml': [
      'apiVersion: backstage.io/v1alpha1',
      'kind: Component',
      'metadata: { name: plain }',
      'spec: { type: service, lifecycle: production, owner: platform-team }',
      '',
    ].join('\n'),
    'plain/README.md': '# Plain\n\nSends every customer a birthday card.\n',
  });
  await commitAll(path.join(folder.path, 'plain'), 'As it was');
  await eventually(() => portal.entity('component', 'plain'));
  const values = { entityRef: 'component:default/plain' };

  const task = await portal.run(values, 'handover-for-a-service');
  expect(task.log).toContain('Run completed with status: completed');
  const text = await read('plain', 'handover.yaml');
  expect(parse(text).overview.purpose).toBe(
    'Sends every customer a birthday card.',
  );
  expect(text).toContain('# from README.md:3');

  const again = await portal.run(values, 'handover-for-a-service');
  expect(again.status).toBe('failed');
  expect(again.log).toContain(
    "'plain' already has a file 'handover.yaml'. It is not overwritten",
  );
  // Users read the log.
  expect(again.log).not.toMatch(/\n\s+at /);
  expect(await read('plain', 'handover.yaml')).toBe(text);
});

it('drafts a handover for the example service, which is there from the start', async () => {
  await eventually(() => portal.entity('component', 'storefront-web'));
  const values = { entityRef: 'component:default/storefront-web' };
  const task = await portal.run(values, 'handover-for-a-service');
  expect(task.log).toContain('Run completed with status: completed');
  const { overview, environments, rollback } = parse(
    await read('storefront-web', 'handover.yaml'),
  );
  expect(overview.purpose).toMatch(/^The web shop that customers see/);
  expect(environments.items).toMatchObject([
    { name: 'staging' },
    { name: 'production' },
  ]);
  expect(rollback.steps[0].command).toBe(
    'kubectl -n storefront rollout undo deployment/storefront-web',
  );
  // What it has been given since is kept when the portal starts again.
  await seedServices({
    folder: folder.path,
    seed: [path.join(EXAMPLES, 'services/storefront-web')],
    logger: mockServices.logger.mock(),
  });
  expect(await readdir(path.join(folder.path, 'storefront-web'))).toContain(
    'handover.yaml',
  );
});
