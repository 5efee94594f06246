import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  type UpstreamHandler,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import deployments from './__fixtures__/deployments.json';
import jobs from './__fixtures__/jobs.json';
import pipelines from './__fixtures__/pipelines.json';
import { GitLabProvider } from './GitLabProvider';

const SLUG = 'gitlab.com/project-slug';

function component(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', namespace: 'default', annotations },
  };
}

const orders = component({ [SLUG]: 'shop/backend/orders' });

/** As in `integrations.gitlab`. */
function integrationAt(url: string, more: JsonObject = {}) {
  return {
    host: new URL(url).host,
    baseUrl: url,
    apiBaseUrl: `${url}/api/v4`,
    ...more,
  };
}

function providerOf(...gitlab: JsonObject[]) {
  return GitLabProvider.fromConfig(
    new ConfigReader({ integrations: { gitlab } }),
  );
}

const start = useUpstreams();

type Lists = {
  pipelines?: object[];
  deployments?: object[];
  /** By the ids of their pipelines. */
  jobs?: Record<string, object[]>;
};

/** Pages as GitLab's offset-based pagination, https://docs.gitlab.com/api/rest/#pagination. */
function gitlabWith(lists: Lists): UpstreamHandler {
  return (request, response) => {
    const { pathname, searchParams } = new URL(
      request.url ?? '',
      'http://gitlab',
    );
    const [kind, pipelineId] = pathname.split('/').reverse();
    const list =
      kind === 'jobs'
        ? lists.jobs?.[pipelineId] ?? []
        : lists[kind as 'pipelines' | 'deployments'] ?? [];
    const page = Number(searchParams.get('page') ?? 1);
    const perPage = Number(searchParams.get('per_page') ?? 20);
    sendJson(response, list.slice((page - 1) * perPage, page * perPage), {
      headers: {
        'x-page': `${page}`,
        'x-per-page': `${perPage}`,
        'x-next-page': list.length > page * perPage ? `${page + 1}` : '',
      },
    });
  };
}

async function read(
  lists: Lists,
  options: Partial<Parameters<typeof fetchFrom>[1]> = {},
) {
  const upstream = await start(gitlabWith(lists));
  const data = await fetchFrom(providerOf(integrationAt(upstream.url)), {
    entity: orders,
    ...options,
  });
  return { ...data, requests: upstream.requests };
}

const [pipeline] = pipelines;
const [, job] = jobs;
const deployment = deployments.find(({ iid }) => iid === 1)!;

describe('GitLabProvider', () => {
  it('reads pipelines as runs', async () => {
    const { runs, requests } = await read(
      { pipelines },
      { since: new Date('2022-01-01T00:00:00Z') },
    );
    expect(runs).toEqual([
      {
        id: '485932863',
        provider: 'gitlab',
        pipeline: 'shop/backend/orders',
        status: 'succeeded',
        stages: [],
        commit: '12fc3a42080bb98ca520817bd4fe0ca33c0bb271',
        startedAt: '2022-03-07T09:34:57.476Z',
        finishedAt: '2022-03-07T09:41:36.267Z',
        url: 'https://gitlab.com/merico-dev/ee/charts/-/pipelines/485932863',
      },
      expect.objectContaining({ id: '485905167', status: 'failed' }),
      {
        id: '485814501',
        provider: 'gitlab',
        pipeline: 'shop/backend/orders',
        status: 'failed',
        stages: [],
        commit: '6a3346f8434cc65fbe3f7a80a0edec5b4014a733',
        branch: 'EE-7121',
        startedAt: '2022-03-07T06:35:28.111Z',
        finishedAt: '2022-03-07T06:35:28.111Z',
        url: 'https://gitlab.com/merico-dev/ee/charts/-/pipelines/485814501',
      },
      expect.objectContaining({ branch: 'renovate/jest-monorepo' }),
      {
        id: '457474837',
        provider: 'gitlab',
        pipeline: 'shop/backend/orders',
        status: 'running',
        stages: [],
        commit: 'b1b82852d48b516a18e56c5bab0ebf54b8f4ccfd',
        branch: 'renovate/pin-dependencies',
        startedAt: '2022-01-27T10:07:09.429Z',
        url: 'https://gitlab.com/merico-dev/ee/charts/-/pipelines/457474837',
      },
    ]);
    const project = '/api/v4/projects/shop%2Fbackend%2Forders';
    const since = 'updated_after=2022-01-01T00%3A00%3A00.000Z';
    expect(requests.map(({ path }) => path).sort()).toEqual([
      `${project}/deployments?page=1&per_page=100&${since}&order_by=updated_at&sort=desc`,
      ...pipelines
        .map(
          ({ id }) =>
            `${project}/pipelines/${id}/jobs?page=1&per_page=100&include_retried=true`,
        )
        .sort(),
      `${project}/pipelines?page=1&per_page=100&${since}&order_by=id&sort=desc`,
    ]);
  });

  it('reads the stages of a pipeline that was run again, once', async () => {
    const upstream = await start(
      gitlabWith({
        pipelines: [jobs[2].pipeline],
        jobs: { 21: jobs.filter(each => each.pipeline.id === 21) },
      }),
    );
    const provider = providerOf(integrationAt(upstream.url));
    const entity = component({ 'gitlab.com/project-id': '44' });
    const data = await fetchFrom(provider, { entity });
    expect(data.runs).toEqual([
      {
        id: '21',
        provider: 'gitlab',
        pipeline: 'merico/pip_test',
        status: 'failed',
        stages: [
          {
            name: 'test',
            status: 'failed',
            startedAt: '2022-07-25T14:59:29.276Z',
            finishedAt: '2022-07-25T14:59:34.282Z',
            url: 'https://gitlab.nddtf.com/merico/pip_test/-/jobs/96',
          },
        ],
        commit: '74df511f46a0a63e669987ad2a933404bf1b7c93',
        branch: 'master',
        actor: 'merico',
        startedAt: '2022-07-25T14:56:59.068Z',
        finishedAt: '2022-07-25T14:59:34.343Z',
        url: 'https://gitlab.nddtf.com/merico/pip_test/-/pipelines/21',
      },
    ]);
    expect(upstream.requests).toHaveLength(3);
    expect(upstream.requests[0].path).toContain('/projects/44/');
    expect(await fetchFrom(provider, { entity })).toEqual(data);
    expect(upstream.requests).toHaveLength(5);
  });

  it('asks again for the jobs of what goes on, or was run again', async () => {
    const lists = {
      pipelines: [{ ...pipeline, status: 'running' }],
      jobs: { [pipeline.id]: [{ ...job, status: 'running' }] },
    };
    const upstream = await start((request, response) =>
      gitlabWith(lists)(request, response),
    );
    const provider = providerOf(integrationAt(upstream.url));
    const stagesNow = async () => {
      const { runs } = await fetchFrom(provider, { entity: orders });
      return runs[0].stages.map(({ status }) => status);
    };
    expect(await stagesNow()).toEqual(['running']);
    lists.pipelines = [{ ...pipeline, status: 'failed' }];
    lists.jobs = { [pipeline.id]: [{ ...job, status: 'failed' }] };
    expect(await stagesNow()).toEqual(['failed']);
    lists.pipelines = [
      {
        ...pipeline,
        status: 'success',
        updated_at: '2022-03-08T00:00:00.000Z',
      },
    ];
    lists.jobs = { [pipeline.id]: [job] };
    expect(await stagesNow()).toEqual(['succeeded']);
  });

  it('reads deployments that started', async () => {
    const { deployments: found } = await read({ deployments });
    expect(found).toEqual([
      expect.objectContaining({
        id: '13436778',
        environment: 'staging',
        outcome: 'running',
        at: '2019-03-13T15:23:52.979Z',
      }),
      {
        id: '13436532',
        provider: 'gitlab',
        environment: 'production',
        commit: '35c3a3d82586fa0bcdb2a73b812081ece4e83429',
        mergedAt: '2019-03-13T14:55:17.000Z',
        actor: 'hackwaly',
        at: '2019-03-13T15:21:27.825Z',
        // It was stopped half way.
        outcome: 'failed',
        runId: '51667110',
        url: 'https://gitlab.com/merico-dev/ee/vdev.co/-/jobs/176979325',
      },
      {
        id: '13426753',
        provider: 'gitlab',
        environment: 'staging',
        commit: 'add237f6852e6108ee8e0246780a54ce909c6087',
        mergedAt: '2019-03-13T14:14:23.000Z',
        actor: 'hackwaly',
        at: '2019-03-13T14:17:47.640Z',
        outcome: 'succeeded',
        runId: '51653436',
        url: 'https://gitlab.com/merico-dev/ee/vdev.co/-/jobs/176919795',
      },
    ]);
  });

  it('takes times in UTC, tags as versions, and who started a manual job', async () => {
    const { deployable } = deployment;
    const { deployments: found } = await read({
      deployments: [
        {
          ...deployment,
          ref: 'v2.33.0',
          deployable: {
            ...deployable,
            tag: true,
            user: { username: 'ann' },
            commit: { committed_date: '2019-03-13T22:13:34.000+08:00' },
          },
        },
        // Told through the API, by something that is not a job.
        { ...deployment, id: 7, deployable: null },
      ],
    });
    expect(found).toEqual([
      {
        id: '7',
        provider: 'gitlab',
        environment: 'staging',
        commit: deployment.sha,
        actor: 'hackwaly',
        at: '2019-03-13T14:17:47.647Z',
        outcome: 'succeeded',
      },
      expect.objectContaining({
        artifact: { version: 'v2.33.0' },
        mergedAt: '2019-03-13T14:13:34.000Z',
        actor: 'ann',
      }),
    ]);
  });

  it.each([
    ['created', undefined, undefined],
    ['blocked', undefined, undefined],
    ['skipped', undefined, undefined],
    ['a_later_status', undefined, undefined],
    ['running', 'running', 'running'],
    ['success', 'succeeded', 'succeeded'],
    ['failed', 'failed', undefined],
    ['canceled', 'failed', undefined],
  ])(
    'a deployment that is %p is %p, without a start %p',
    async (status, outcome, notStarted) => {
      const outcomeOf = async (started_at: string | null) => {
        const { deployable } = deployment;
        const { deployments: found } = await read({
          deployments: [
            {
              ...deployment,
              status,
              deployable: { ...deployable, started_at },
            },
          ],
        });
        return found[0]?.outcome;
      };
      expect(await outcomeOf(deployment.deployable.started_at)).toBe(outcome);
      expect(await outcomeOf(null)).toBe(notStarted);
    },
  );

  it.each([
    ['available', 'success', 'succeeded'],
    ['stopping', 'success', 'removed'],
    ['stopped', 'success', 'removed'],
    ['stopped', 'failed', 'failed'],
    ['a_later_state', 'success', 'succeeded'],
    [undefined, 'success', 'succeeded'],
  ])(
    'in an environment that is %p, a deployment that is %p is %p',
    async (state, status, outcome) => {
      const { deployments: found } = await read({
        deployments: [
          {
            ...deployment,
            status,
            environment: { ...deployment.environment, state },
          },
        ],
      });
      expect(found[0].outcome).toBe(outcome);
    },
  );

  it.each([
    ['created', 'queued'],
    ['waiting_for_resource', 'queued'],
    ['waiting_for_callback', 'queued'],
    ['preparing', 'queued'],
    ['pending', 'queued'],
    ['scheduled', 'queued'],
    ['manual', 'queued'],
    ['running', 'running'],
    ['canceling', 'running'],
    ['a_later_status', 'running'],
    ['success', 'succeeded'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
    ['skipped', 'cancelled'],
  ])('a pipeline that is %p is %p', async (status, expected) => {
    const { runs } = await read({ pipelines: [{ ...pipeline, status }] });
    expect(runs[0].status).toBe(expected);
    expect('finishedAt' in runs[0]).toBe(
      ['succeeded', 'failed', 'cancelled'].includes(expected),
    );
  });

  it.each([
    ['succeeded', ['success', 'skipped']],
    ['succeeded', ['success', 'failed?', 'manual?']],
    ['failed', ['success', 'failed', 'canceled']],
    ['cancelled', ['success', 'canceled']],
    ['skipped', ['skipped', 'manual?']],
    ['running', ['success', 'running']],
    ['running', ['success', 'pending']],
    ['running', ['success', 'canceling']],
    ['queued', ['created', 'created']],
    ['queued', ['success', 'manual']],
    ['queued', ['success', 'scheduled']],
  ])('a stage is %s where its jobs are %j', async (expected, statuses) => {
    const { runs } = await read({
      pipelines: [pipeline],
      jobs: {
        [pipeline.id]: statuses
          .map((status, index) => ({
            ...job,
            id: index + 1,
            name: `job ${index}`,
            status: status.replace('?', ''),
            allow_failure: status.endsWith('?'),
            web_url: `https://gitlab.com/shop/-/jobs/${index}`,
            ...(!status.startsWith('success') && {
              started_at: null,
              finished_at: null,
            }),
          }))
          .reverse(),
      },
    });
    const [stage] = runs[0].stages;
    expect(stage.status).toBe(expected);
    expect(stage.url).toBe(
      expected === 'failed' ? 'https://gitlab.com/shop/-/jobs/1' : undefined,
    );
    expect(stage.finishedAt).toBe(
      ['running', 'queued', 'skipped'].includes(expected)
        ? undefined
        : job.finished_at,
    );
  });

  it('keeps the order of stages where jobs were run again, and tells tags from branches', async () => {
    const stageJob = (id: number, stage: string, status: string) => ({
      ...job,
      id,
      stage,
      name: stage,
      status,
      tag: true,
      user: { username: id < 4 ? 'ann' : 'ben' },
    });
    const { runs } = await read({
      pipelines: [{ ...pipeline, ref: 'v1', name: 'Release v1' }],
      jobs: {
        [pipeline.id]: [
          stageJob(4, 'build', 'success'),
          stageJob(3, 'deploy', 'created'),
          stageJob(2, 'test', 'success'),
          stageJob(1, 'build', 'failed'),
        ],
      },
    });
    expect(runs[0]).toMatchObject({
      pipeline: 'Release v1',
      actor: 'ann',
      stages: [
        { name: 'build', status: 'succeeded' },
        { name: 'test' },
        { name: 'deploy' },
      ],
    });
    expect(runs[0]).not.toHaveProperty('branch');
  });

  it('follows pages as far as they are wanted', async () => {
    const many = {
      pipelines: Array.from({ length: 230 }, (_, index) => ({
        ...pipeline,
        id: 1000 - index,
      })),
      deployments: Array.from({ length: 150 }, (_, index) => ({
        ...deployment,
        id: 1000 - index,
        status: index < 20 ? 'blocked' : 'success',
      })),
    };
    const all = await read(many, { limit: 250 });
    expect(all.runs).toHaveLength(230);
    expect(all.deployments).toHaveLength(130);
    expect(all.runs[0].id).toBe('1000');
    expect(all.requests.length).toBeLessThanOrEqual(12);

    const some = await read(many, { limit: 100 });
    expect(some.runs).toHaveLength(100);
    expect(some.deployments).toHaveLength(100);

    const limited = await read(
      { pipelines: many.pipelines.slice(0, 6) },
      { limit: 5 },
    );
    expect(limited.runs).toHaveLength(5);
  });

  it('sends few requests, whatever GitLab has', async () => {
    const endless: UpstreamHandler = (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://gitlab');
      const item = { pipelines: pipeline, deployments: deployment, jobs: job }[
        pathname.split('/').at(-1) as 'jobs'
      ];
      sendJson(
        response,
        Array.from({ length: 100 }, (_, id) => ({ ...item, id: id + 1 })),
        { headers: { 'x-next-page': '2' } },
      );
    };
    const upstream = await start(endless);
    const provider = providerOf(integrationAt(upstream.url));
    const { runs } = await fetchFrom(provider, { entity: orders });
    expect(upstream.requests).toHaveLength(12);
    expect(runs).toHaveLength(100);
    expect(runs[0].stages).toEqual([]);
    await fetchFrom(provider, { entity: orders, limit: 500 });
    expect(upstream.requests).toHaveLength(24);
  });

  describe('with several instances', () => {
    async function twoInstances() {
      const [first, second] = await Promise.all(
        [deployments.slice(0, 0), [deployment]].map(each =>
          start(gitlabWith({ deployments: each })),
        ),
      );
      const provider = providerOf(
        integrationAt(first.url, { token: 'token-of-first' }),
        integrationAt(second.url, { token: 'token-of-second' }),
      );
      return { first, second, provider };
    }

    it('asks the one that is named, with its own credentials', async () => {
      const { first, second, provider } = await twoInstances();
      const { deployments: found } = await fetchFrom(provider, {
        entity: component({
          [SLUG]: 'shop/orders',
          'gitlab.com/instance': new URL(second.url).host,
        }),
      });
      expect(found).toHaveLength(1);
      expect(first.requests).toEqual([]);
      expect(second.requests[0].headers.authorization).toBe(
        'Bearer token-of-second',
      );
    });

    it('asks the one that the entity is from, or else the first', async () => {
      const { first, second, provider } = await twoInstances();
      const ask = (annotations: Record<string, string>) =>
        fetchFrom(provider, {
          entity: component({ [SLUG]: 'shop/orders', ...annotations }),
        });
      const file = `${second.url}/shop/orders/-/blob/main/catalog-info.yaml`;
      await ask({
        'backstage.io/source-location': 'url:https://github.com/shop/orders/',
        'backstage.io/managed-by-location': `url:${file}`,
      });
      expect(second.requests).toHaveLength(2);
      await ask({ 'backstage.io/source-location': `url:${file}` });
      expect(second.requests).toHaveLength(4);
      expect(first.requests).toEqual([]);
      await ask({ 'backstage.io/managed-by-location': 'file:/catalog.yaml' });
      expect(second.requests).toHaveLength(4);
      expect(first.requests).toHaveLength(2);
      expect(first.requests[0].headers.authorization).toBe(
        'Bearer token-of-first',
      );
    });
  });

  it('is asked without credentials where there are none', async () => {
    const { requests } = await read({});
    expect(requests[0].headers.authorization).toBeUndefined();
  });

  it('applies to entities that name a project', () => {
    const provider = providerOf();
    expect(provider.appliesTo(orders)).toBe(true);
    expect(
      provider.appliesTo(component({ 'gitlab.com/project-id': '1' })),
    ).toBe(true);
    expect(
      provider.appliesTo(component({ 'gitlab.com/instance': 'gitlab.com' })),
    ).toBe(false);
    expect(provider.appliesTo(component({ [SLUG]: ' ' }))).toBe(false);
  });

  it.each([
    [SLUG, 'orders', /project-slug' must be a path such as 'group\/project'/],
    [SLUG, 'shop/..', /must be a path/],
    [SLUG, '../../../users', /must be a path/],
    [SLUG, 'shop//orders', /must be a path/],
    [SLUG, 'shop/orders?sudo=root', /must be a path/],
    ['gitlab.com/project-id', '1/../2', /project-id' must be a number/],
    ['gitlab.com/project-id', '0', /must be a number/],
  ])('does not ask for %s: %s', async (annotation, value, message) => {
    await expect(
      fetchFrom(providerOf(), { entity: component({ [annotation]: value }) }),
    ).rejects.toThrow(message);
  });

  it('does not ask for a path that is too long', async () => {
    const error = await fetchFrom(providerOf(), {
      entity: component({ [SLUG]: `shop/${'o'.repeat(300)}` }),
    }).catch(reason => reason);
    expect(error.message).toMatch(/must be a path/);
    expect(error.message.length).toBeLessThan(300);
  });

  it('asks no GitLab that Backstage does not know', async () => {
    await expect(
      fetchFrom(providerOf(), {
        entity: component({
          [SLUG]: 'shop/orders',
          'gitlab.com/instance': 'evil.example.com',
        }),
      }),
    ).rejects.toThrow(
      "GitLab: the annotation 'gitlab.com/instance' must be the 'host' of an integration in 'integrations.gitlab', not 'evil.example.com'",
    );
  });

  it('says what it may not see', async () => {
    const { url } = await start((request, response) =>
      request.url?.includes('/deployments')
        ? sendJson(response, { message: '403 Forbidden' }, { status: 403 })
        : gitlabWith({ pipelines })(request, response),
    );
    await expect(
      fetchFrom(providerOf(integrationAt(url)), { entity: orders }),
    ).rejects.toThrow(
      `GitLab answered 403 Forbidden when asked for deployments of the project 'shop/backend/orders' on ${
        new URL(url).host
      }: its credentials lack a permission`,
    );
  });

  it('leaves nothing under way when a request fails', async () => {
    const left = new Promise<void>(resolve => {
      start((request, response) => {
        if (request.url?.includes('/deployments')) {
          sendJson(response, {}, { status: 500 });
        } else {
          response.on('close', resolve);
        }
      }).then(({ url }) =>
        fetchFrom(providerOf(integrationAt(url)), { entity: orders }).catch(
          () => undefined,
        ),
      );
    });
    await expect(left).resolves.toBeUndefined();
  });

  it('waits until the time that GitLab names', async () => {
    const reset = Math.floor(Date.now() / 1000) + 90;
    const { url } = await start((_request, response) =>
      response
        .writeHead(429, {
          'content-type': 'text/plain',
          'ratelimit-limit': '600',
          'ratelimit-remaining': '0',
          'ratelimit-reset': `${reset}`,
        })
        .end('Retry later\n'),
    );
    const error = await fetchFrom(providerOf(integrationAt(url)), {
      entity: orders,
    }).catch(reason => reason);
    expect(error).toBeInstanceOf(RateLimitedError);
    expect(error.retryAt.getTime()).toBe(reset * 1000);
  });

  it('says that an answer broke off', async () => {
    const { url } = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('[');
      setTimeout(() => response.destroy(), 50);
    });
    await expect(
      fetchFrom(providerOf(integrationAt(url)), { entity: orders }),
    ).rejects.toThrow('GitLab broke off its answer');
  });

  it('follows a project that was moved', async () => {
    const upstream = await start((request, response) => {
      const url = request.url ?? '';
      return url.includes('shop%2Fbackend%2Forders')
        ? response
            .writeHead(301, {
              location: url.replace('shop%2Fbackend%2Forders', '44'),
            })
            .end()
        : gitlabWith({ deployments: [deployment] })(request, response);
    });
    const data = await fetchFrom(
      providerOf(integrationAt(upstream.url, { token: 'token' })),
      { entity: orders },
    );
    expect(data.deployments).toHaveLength(1);
    expect(upstream.requests.at(-1)?.headers.authorization).toBe(
      'Bearer token',
    );
  });

  it('sends people to no address that is not one', async () => {
    const { runs, deployments: found } = await read({
      pipelines: [{ ...pipeline, web_url: 'ftp://gitlab.com/shop' }],
      jobs: { [pipeline.id]: [{ ...job, web_url: '/-/jobs/1' }] },
      deployments: [
        {
          ...deployment,
          deployable: { ...deployment.deployable, web_url: 'data:text/html,' },
        },
      ],
    });
    expect(runs[0]).not.toHaveProperty('url');
    expect(runs[0].stages[0]).not.toHaveProperty('url');
    expect(found[0]).not.toHaveProperty('url');
  });

  describeHostileUpstream(({ url, secret }) => ({
    provider: providerOf(integrationAt(url, { token: secret })),
    entity: orders,
  }));
});
