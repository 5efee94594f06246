import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { eventually } from '../__testUtils__/eventually';
import {
  as,
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';
import { createTestDatabases } from '../documents/__testUtils__/databases';
import { handoverYaml } from '../documents/__testUtils__/documents';
import { type Page, startHost, type TestHost } from './__testUtils__/startHost';

jest.setTimeout(120_000);

const ada = as('user:default/ada');

const SCORECARD = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  scope: { kind: 'component' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: [
    {
      id: 'links-work',
      title: 'Links work',
      level: 'bronze',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition: 'size(links.dead) == 0',
    },
  ],
};

const yamlWith = (...urls: string[]) =>
  `${handoverYaml('Takes orders')}architecture:
  links:
${urls.map(url => `    - { title: Page, url: '${url}' }`).join('\n')}
`;

const to =
  (location: string): Page =>
  (_, response) =>
    response.writeHead(302, { Location: location }).end();

const pagesOf = (wiki: TestHost, other: TestHost): Record<string, Page> => ({
  '/no-head': ({ method }, response) =>
    response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/moved': to('/no-head'),
  '/moved-away': to('/gone'),
  '/elsewhere': to(other.url('/')),
  '/credentials': to(`http://ada:s3cret@${wiki.host}/`),
  '/round': to('/round'),
  '/private': 403,
});

describe('links of handovers', () => {
  const databases = createTestDatabases();
  let knex: Knex;
  let wiki: TestHost;
  let backend: Awaited<ReturnType<typeof startHandoverBackend>>;
  let scheduler: ReturnType<typeof mockServices.scheduler>;

  const start = async (links: object, names = ['orders', 'billing']) => {
    scheduler = mockServices.scheduler();
    backend = await startHandoverBackend({
      entities: names.map(name => component(name)),
      database: { knex },
      config: {
        handover: {
          links,
          scorecards: { definitions: [SCORECARD], frequency: '1s' },
        },
      } as never,
      extra: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
  };
  const checking = (...hosts: TestHost[]) => ({
    hosts: hosts.map(({ host }) => host),
    interval: '1s',
    pause: { milliseconds: 0 },
    timeout: { milliseconds: 300 },
  });
  const write = async (name: string, yaml: string, match: object) => {
    const { status } = await backend.put(
      `/documents/component/default/${name}`,
      yaml,
      { ...match, ...ada },
    );
    expect([200, 201]).toContain(status);
  };
  const create = (name: string, ...urls: string[]) =>
    write(name, yamlWith(...urls), { 'If-None-Match': '*' });
  const checkOf = async (name: string) => {
    const path = `/scorecards/results/component/default/${name}`;
    const { body } = await backend.get(path, ada);
    const { outcome, facts } = body.items[0].result.checks[0];
    return [outcome, facts[0].value ?? facts[0].missing];
  };
  /** Runs tasks as the scheduler does again and again, if they are scheduled. */
  const run = async (...ids: string[]) => {
    const scheduled = await scheduler.getScheduledTasks();
    for (const { id } of scheduled.filter(each => ids.includes(each.id))) {
      await scheduler.triggerTask(id);
    }
  };
  /** What is stored of the links to a host: path, state, and why. */
  const answers = async () => {
    const rows = await knex('links').orderBy('url');
    return ({ url: urlOf }: TestHost) =>
      rows
        .filter(({ url }) => url.startsWith(urlOf('/')))
        .map(({ url, state, status, reason }) =>
          [url.slice(urlOf('').length), state, status ?? reason].join(' '),
        );
  };
  const become = (name: string, outcome: string, fact: unknown) =>
    eventually(async () => {
      await run('handover-links', 'handover-scorecards-evaluation');
      expect(await checkOf(name)).toEqual([outcome, fact]);
    });

  beforeEach(async () => {
    wiki = await startHost({ '/': 200 });
  });
  afterEach(async () => {
    await backend.stop();
    await wiki.stop();
    await knex.destroy();
  });

  it.each(databases.eachSupportedId())(
    'fail a check while they are dead, and leave it open while nobody knows (%s)',
    async databaseId => {
      knex = await databases.init(databaseId);
      wiki.pages['/broken'] = 500;
      await start(checking(wiki));
      await run('handover-entities-follow-catalog');
      await become('billing', 'unknown', 'there is no handover');
      const [gone, broken] = ['/gone', '/broken'].map(wiki.url);
      await create('orders', wiki.url('/'), `${gone}#top`);
      await create('billing', wiki.url('/'), broken);
      await become('orders', 'fail', [gone]);
      await become('billing', 'unknown', '1 of 2 links have no certain answer');

      wiki.pages['/gone'] = 200;
      await become('orders', 'pass', []);
      wiki.pages['/gone'] = 410;
      await become('orders', 'fail', [gone]);

      // Without the link, the check passes, and nobody asks for it any more.
      await write('billing', yamlWith(wiki.url('/')), { 'If-Match': '"1"' });
      await become('billing', 'pass', []);
      await eventually(async () => {
        await run('handover-links');
        expect(await knex('links').orderBy('url').pluck('url')).toEqual([
          wiki.url('/'),
          gone,
        ]);
      });
      expect(
        await knex('queue_items').where('topic', 'links').pluck('key'),
      ).toHaveLength(2);
    },
  );

  it('are not asked for unless hosts are configured', async () => {
    knex = await databases.init('SQLITE_3');
    await start({});
    await create('orders', wiki.url('/gone'));
    await become(
      'orders',
      'unknown',
      'links are not checked: handover.links.hosts is not configured',
    );
    expect(wiki.requests).toEqual([]);
    expect(await knex('link_documents').pluck('entity_ref')).toEqual([]);
  });

  it('are forgotten with their service, and asked for no more once their host is not listed', async () => {
    knex = await databases.init('SQLITE_3');
    await start(checking(wiki));
    await create('orders', wiki.url('/gone'));
    await create('billing', wiki.url('/'), wiki.url('/missing'));
    await become('orders', 'fail', [wiki.url('/gone')]);
    await become('billing', 'fail', [wiki.url('/missing')]);
    await backend.stop();
    wiki.requests.length = 0;

    await start({ ...checking(), hosts: ['wiki.example.com'] }, ['billing']);
    await run('handover-entities-follow-catalog');
    expect(await knex('link_documents').pluck('entity_ref')).toEqual([
      'component:default/billing',
    ]);
    expect(await knex('link_uses').distinct().pluck('entity_ref')).toEqual([
      'component:default/billing',
    ]);
    await become('billing', 'pass', []);
    await eventually(async () => {
      await run('handover-links');
      expect(await knex('links').pluck('url')).toEqual([]);
    });
    expect(wiki.requests).toEqual([]);
  });

  it('are asked for politely, and believed only if the answer is certain', async () => {
    knex = await databases.init('SQLITE_3');
    const other = await startHost({ '/': 200 });
    const slow = await startHost({ '/': () => {} });
    const busy = await startHost({
      '/': (_, response) =>
        response.writeHead(429, { 'Retry-After': '7200' }).end(),
    });
    Object.assign(wiki.pages, pagesOf(wiki, other));
    try {
      await start({ ...checking(wiki, slow, busy), interval: '1h' });
      const paths = ['/', '/gone', ...Object.keys(wiki.pages).slice(1)];
      await create(
        'orders',
        ...paths.map(wiki.url),
        ...[slow, busy].map(host => host.url('/')),
        other.url('/'),
      );
      await eventually(async () =>
        expect(await knex('links').whereNull('state').pluck('url')).toEqual([]),
      );
      const found = await answers();
      expect(found(wiki)).toEqual([
        '/ alive 200',
        `/credentials unknown '${wiki.host}' is not in handover.links.hosts`,
        `/elsewhere unknown '${other.host}' is not in handover.links.hosts`,
        '/gone dead 404',
        '/moved alive 200',
        '/moved-away dead 404',
        '/no-head alive 200',
        '/private unknown 403',
        '/round unknown more than 5 redirects',
      ]);
      expect(found(slow)).toEqual([
        `/ unknown no answer from '${slow.host}' (timeout)`,
      ]);
      expect(found(busy)).toEqual(['/ unknown 429']);
      expect(found(other)).toEqual([]);
      expect(other.requests).toEqual([]);
      expect(wiki.asked('/')).toEqual(['HEAD']);
      expect(wiki.asked('/round')).toHaveLength(6);
      expect(busy.asked('/')).toEqual(['HEAD']);
      expect(wiki.mostOpen()).toBe(1);
      expect(wiki.requests[0].headers).toMatchObject({
        'user-agent': 'Backstage-Handover-Link-Check/1.0',
      });
      const { next_due_at: due } = await knex('queue_items')
        .where({ topic: 'links', key: busy.url('/') })
        .first();
      expect(due).toBeGreaterThan(Date.now() + 7_100_000);
    } finally {
      await Promise.all([other, slow, busy].map(host => host.stop()));
    }
  });
});
