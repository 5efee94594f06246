import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  type UpstreamHandler,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import freestyle from './__fixtures__/freestyle.json';
import multibranch from './__fixtures__/multibranch.json';
import recordedStages from './__fixtures__/stages.json';
import { JenkinsProvider } from './JenkinsProvider';

function component(jobs: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      annotations: { 'jenkins.io/job-full-name': jobs },
    },
  };
}

function providerOf(jenkins: JsonObject, handover: JsonObject = {}) {
  return JenkinsProvider.fromConfig(
    new ConfigReader({ jenkins, handover: { jenkins: handover } }),
  );
}

const jenkinsThat = useUpstreams();

/** Answers as the recorded Jenkins did: stages where they were recorded. */
const recorded: UpstreamHandler = (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://jenkins');
  const stages = Object.entries(recordedStages).find(
    ([id]) =>
      `/job/${id.replace('#', '/').replace(/\//g, '/job/')}/wfapi/describe` ===
      pathname.replace(/\/(\d+)\/wfapi/, '/job/$1/wfapi'),
  );
  if (pathname === '/job/github_org/job/devlake-jenkins/api/json') {
    sendJson(response, multibranch);
  } else if (pathname === '/job/devlake/api/json') {
    sendJson(response, freestyle);
  } else if (stages) {
    sendJson(response, stages[1]);
  } else {
    response.writeHead(404, { 'content-type': 'text/html' }).end('Not found');
  }
};

describe('JenkinsProvider', () => {
  it('reads the branches of a multibranch project, with their stages', async () => {
    const { url, requests } = await jenkinsThat(recorded);
    const provider = providerOf({
      baseUrl: `${url}/`,
      username: 'handover',
      apiKey: 'key',
    });
    const entity = component('github_org/devlake-jenkins');
    expect(provider.appliesTo(entity)).toBe(true);

    const data = await fetchFrom(provider, { entity });
    expect(data.runs.map(({ id, status }) => [id, status])).toEqual([
      ['github_org/devlake-jenkins/main#4', 'succeeded'],
      ['github_org/devlake-jenkins/PR-2#1', 'cancelled'],
      ['github_org/devlake-jenkins/main#2', 'succeeded'],
      ['github_org/devlake-jenkins/feature-1#3', 'succeeded'],
    ]);
    expect(data.runs[2]).toEqual({
      id: 'github_org/devlake-jenkins/main#2',
      provider: 'jenkins',
      pipeline: 'github_org/devlake-jenkins',
      status: 'succeeded',
      branch: 'main',
      commit: 'f521ff9c806e74b9100c8fc87d07ac504f828f93',
      startedAt: '2024-03-24T10:48:21.765Z',
      finishedAt: '2024-03-24T10:48:57.025Z',
      url: `${url}/job/github_org/job/devlake-jenkins/job/main/2/`,
      stages: [
        {
          name: 'Declarative: Checkout SCM',
          status: 'succeeded',
          startedAt: '2024-03-24T10:48:22.838Z',
          finishedAt: '2024-03-24T10:48:25.137Z',
        },
        expect.objectContaining({ name: 'checkout' }),
        expect.objectContaining({ name: 'build' }),
        expect.objectContaining({ name: 'test' }),
        expect.objectContaining({ name: 'deploy', status: 'succeeded' }),
      ],
    });
    expect(data.runs[1].stages.map(({ status }) => status)).toEqual([
      'succeeded',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    // A stage that says not where to is no deployment.
    expect(data.deployments).toEqual([]);
    for (const { headers } of requests) {
      expect(headers.authorization).toBe(
        `Basic ${Buffer.from('handover:key').toString('base64')}`,
      );
    }

    // Stages of builds that are over are not asked for again.
    const before = requests.length;
    expect(await fetchFrom(provider, { entity })).toEqual(data);
    expect(requests.length - before).toBe(1);
  });

  it('reads a plain job, which has no stages', async () => {
    const { url, requests } = await jenkinsThat(recorded);
    const provider = providerOf({ baseUrl: url });
    const { runs } = await fetchFrom(provider, {
      entity: component('devlake'),
    });
    expect(runs).toEqual([
      {
        id: 'devlake#31',
        provider: 'jenkins',
        pipeline: 'devlake',
        status: 'succeeded',
        stages: [],
        commit: '0f886c74949c3ee7e489188911c7dc0c1d547418',
        branch: 'main',
        actor: '思码逸',
        startedAt: '2022-04-15T12:00:49.161Z',
        finishedAt: '2022-04-15T12:00:50.748Z',
        url: `${url}/job/devlake/31/`,
      },
      {
        id: 'devlake#27',
        provider: 'jenkins',
        pipeline: 'devlake',
        // It has a result, and is still at what comes after.
        status: 'running',
        stages: [],
        actor: '思码逸',
        startedAt: '2022-04-15T10:06:17.939Z',
        url: `${url}/job/devlake/27/`,
      },
    ]);
    expect(requests).toHaveLength(1);
    expect(requests[0].headers.authorization).toBeUndefined();
  });

  it('reads the jobs in a folder, as far as they are wanted', async () => {
    const { url, requests } = await jenkinsThat((request, response) => {
      if (request.url?.includes('wfapi')) {
        response.writeHead(404).end();
      } else {
        sendJson(response, {
          _class: 'com.cloudbees.hudson.plugins.folder.Folder',
          name: 'org',
          fullName: 'org',
          jobs: [multibranch, freestyle],
        });
      }
    });
    const provider = providerOf({ baseUrl: url });
    const entity = component('org');
    const all = await fetchFrom(provider, { entity });
    expect(all.runs.map(({ pipeline }) => pipeline)).toEqual([
      'github_org/devlake-jenkins',
      'github_org/devlake-jenkins',
      'github_org/devlake-jenkins',
      'github_org/devlake-jenkins',
      'devlake',
      'devlake',
    ]);
    expect(all.runs[0]).toMatchObject({ branch: 'main', stages: [] });
    const tree = new URL(requests[0].path, url).searchParams.get('tree');
    expect(tree).toContain('{0,100},jobs[name,fullName,');

    const some = await fetchFrom(provider, {
      entity,
      since: new Date('2023-01-01T00:00:00Z'),
      limit: 3,
    });
    expect(some.runs).toHaveLength(3);
    const recent = await fetchFrom(provider, {
      entity,
      since: new Date('2024-03-24T10:50:00Z'),
    });
    expect(recent.runs).toHaveLength(2);
  });

  it('knows branches with a slash, and where people look at a build', async () => {
    const [build] = freestyle.allBuilds;
    const { url } = await jenkinsThat((_request, response) =>
      sendJson(response, {
        ...multibranch,
        jobs: [
          {
            _class: 'org.jenkinsci.plugins.workflow.job.WorkflowJob',
            name: 'feature%2Fvat',
            fullName: 'orders/feature%2Fvat',
            allBuilds: [
              { ...build, url: 'https://ci.example.com/31/' },
              // eslint-disable-next-line no-script-url
              { ...build, number: 30, url: 'javascript:alert(1)' },
            ],
          },
        ],
      }),
    );
    const { runs } = await fetchFrom(providerOf({ baseUrl: url }), {
      entity: component('orders'),
    });
    expect(runs).toMatchObject([
      { branch: 'feature/vat', url: 'https://ci.example.com/31/' },
      { url: `${url}/job/orders/job/feature%252Fvat/30/` },
    ]);
  });

  it('knows the commit of the job’s own repository, whatever is checked out first', async () => {
    const [feature] = multibranch.jobs;
    const [build] = feature.allBuilds;
    const library = {
      _class: 'hudson.plugins.git.util.BuildData',
      lastBuiltRevision: {
        SHA1: '1'.repeat(40),
        branch: [{ name: 'refs/remotes/origin/v3' }],
      },
      remoteUrls: ['https://git.example.com/ci/pipeline-library.git'],
    };
    const { url, requests } = await jenkinsThat((request, response) =>
      sendJson(
        response,
        request.url?.includes('wfapi')
          ? { stages: [] }
          : {
              ...multibranch,
              jobs: [
                {
                  ...feature,
                  allBuilds: [
                    { ...build, actions: [library, ...build.actions] },
                  ],
                },
              ],
            },
      ),
    );
    const { runs } = await fetchFrom(providerOf({ baseUrl: url }), {
      entity: component('orders'),
    });
    expect(runs).toMatchObject([
      { commit: '3ff14f4a781018e6e800ded3a5ac95fa2f9bb26f' },
    ]);
    expect(requests[0].path).toContain('remoteUrls');
  });

  it('leaves out the stages that Jenkins fails to tell', async () => {
    const { url } = await jenkinsThat((request, response) => {
      if (request.url?.includes('/main/4/wfapi')) {
        response.writeHead(500).end();
      } else {
        recorded(request, response);
      }
    });
    const { runs } = await fetchFrom(providerOf({ baseUrl: url }), {
      entity: component('github_org/devlake-jenkins'),
    });
    expect(runs.map(({ stages }) => stages.length)).toEqual([0, 5, 5, 0]);
  });

  it('reads stages again until a build is over, and of another build of that number', async () => {
    const [, , pullRequest] = multibranch.jobs;
    const [build] = pullRequest.allBuilds;
    let present = { ...build, building: true, result: null as string | null };
    const newer = Array.from({ length: 9 }, (_, index) => ({
      ...build,
      number: 10 + index,
      timestamp: build.timestamp + (1 + index) * 1_000,
    }));
    let builds: object[] = [present];
    let stage = { name: 'Deploy to staging', status: 'IN_PROGRESS' };
    const { url } = await jenkinsThat((request, response) =>
      sendJson(
        response,
        request.url?.includes('wfapi')
          ? {
              stages: [
                {
                  id: '1',
                  ...stage,
                  startTimeMillis: build.timestamp,
                  durationMillis: 60_000,
                },
              ],
            }
          : {
              ...multibranch,
              jobs: [{ ...pullRequest, allBuilds: builds }],
            },
      ),
    );
    const provider = providerOf({ baseUrl: url });
    const read = async () => {
      const { deployments } = await fetchFrom(provider, {
        entity: component('orders'),
      });
      return deployments.find(({ id }) => id.includes('PR-2#1/'))?.outcome;
    };
    await expect(read()).resolves.toBe('running');

    // Others came since, and it has ended.
    present = { ...present, building: false, result: 'ABORTED' };
    builds = [...newer, present];
    stage = { ...stage, status: 'ABORTED' };
    await expect(read()).resolves.toBe('failed');

    // The branch was made anew.
    builds = [
      { ...present, result: 'SUCCESS', timestamp: present.timestamp + 60_000 },
    ];
    stage = { ...stage, status: 'SUCCESS' };
    await expect(read()).resolves.toBe('succeeded');
  });

  it.each([
    ['SUCCESS', false, 'succeeded'],
    ['UNSTABLE', false, 'failed'],
    ['FAILURE', false, 'failed'],
    ['ABORTED', false, 'cancelled'],
    ['NOT_BUILT', false, 'cancelled'],
    ['A_LATER_RESULT', false, 'failed'],
    [null, true, 'running'],
    [null, false, 'running'],
  ])('a build with %p is %p building: %s', async (result, building, status) => {
    const { url } = await jenkinsThat((_request, response) =>
      sendJson(response, {
        ...freestyle,
        allBuilds: [{ ...freestyle.allBuilds[0], result, building }],
      }),
    );
    const { runs } = await fetchFrom(providerOf({ baseUrl: url }), {
      entity: component('devlake'),
    });
    expect(runs[0].status).toBe(status);
    expect('finishedAt' in runs[0]).toBe(status !== 'running');
  });

  describe('deployments', () => {
    const stage = (name: string, status: string, durationMillis = 60_000) => ({
      id: name,
      name,
      status,
      startTimeMillis: Date.parse('2024-03-24T10:50:00Z'),
      durationMillis,
    });
    const stages = [
      stage('Build', 'SUCCESS'),
      stage('Deploy to develop', 'SUCCESS'),
      stage('deploy to Staging ', 'FAILED'),
      stage('Deploy to beta', 'SUCCESS', 12),
      stage('Deploy to stable', 'NOT_EXECUTED'),
      stage('Deploy to europe', 'IN_PROGRESS'),
      stage('Deploy to asia', 'PAUSED_PENDING_INPUT'),
      { ...stage('Deploy to africa', 'ABORTED'), pauseDurationMillis: 59_900 },
    ];
    const deploying: UpstreamHandler = (request, response) =>
      sendJson(
        response,
        request.url?.includes('wfapi')
          ? { stages }
          : { ...multibranch, jobs: multibranch.jobs.slice(0, 1) },
      );

    it('are the stages that say where to, if they did anything', async () => {
      const { url } = await jenkinsThat(deploying);
      const { deployments } = await fetchFrom(providerOf({ baseUrl: url }), {
        entity: component('orders'),
      });
      const runId = 'github_org/devlake-jenkins/feature-1#3';
      expect(deployments).toEqual([
        {
          id: `${runId}/develop`,
          provider: 'jenkins',
          environment: 'develop',
          commit: '3ff14f4a781018e6e800ded3a5ac95fa2f9bb26f',
          at: '2024-03-24T10:51:00.000Z',
          outcome: 'succeeded',
          runId,
          url: `${url}/job/github_org/job/devlake-jenkins/job/feature-1/3/`,
        },
        expect.objectContaining({ environment: 'Staging', outcome: 'failed' }),
        expect.objectContaining({
          environment: 'europe',
          outcome: 'running',
          at: '2024-03-24T10:50:00.000Z',
        }),
      ]);
    });

    it('are named as the company names its stages, or none', async () => {
      const { url } = await jenkinsThat(deploying);
      const environments = async (deployStage: string) => {
        const { deployments } = await fetchFrom(
          providerOf({ baseUrl: url }, { deployStage }),
          { entity: component('orders') },
        );
        return deployments.map(({ environment }) => environment);
      };
      expect(await environments('^(?<environment>build)$')).toEqual(['Build']);
      expect(await environments('none')).toEqual([]);
    });
  });

  it('asks the instance that the annotation names', async () => {
    const { url } = await jenkinsThat(recorded);
    const other = await jenkinsThat(recorded);
    const provider = providerOf({
      instances: [
        { name: 'default', baseUrl: other.url },
        { name: 'shop', baseUrl: url },
      ],
    });
    const { runs } = await fetchFrom(provider, {
      entity: component('shop:devlake'),
    });
    expect(runs[0].id).toBe('shop:devlake#31');
    expect(other.requests).toEqual([]);
    await expect(
      fetchFrom(provider, { entity: component('bank:devlake') }),
    ).rejects.toThrow("There is no Jenkins instance 'bank'");
  });

  it.each(['shop:', 'orders/../credentials', 'a//b', '.'])(
    'does not ask for %p',
    async jobs => {
      const { url, requests } = await jenkinsThat(recorded);
      await expect(
        fetchFrom(providerOf({ baseUrl: url }), { entity: component(jobs) }),
      ).rejects.toThrow("must name jobs as 'folder/job'");
      expect(requests).toEqual([]);
    },
  );

  it.each<[string, JsonObject, JsonObject, string]>([
    ['no URL', { instances: [{ name: 'a' }] }, {}, "instances[0].baseUrl'"],
    ['another scheme', { baseUrl: 'ftp://ci' }, {}, 'must begin with https://'],
    [
      'credentials in the URL',
      { baseUrl: 'https://handover:key@ci.example.com' },
      {},
      'must have no credentials',
    ],
    [
      'two of a name',
      {
        baseUrl: 'https://a.example.com',
        instances: [{ name: 'default', baseUrl: 'https://b.example.com' }],
      },
      {},
      "two Jenkins instances 'default'",
    ],
    ['half a pattern', {}, { deployStage: '(' }, 'Invalid regular expression'],
    [
      'a pattern without group',
      {},
      { deployStage: 'x' },
      "group 'environment'",
    ],
  ])('refuses a configuration with %s', (_what, jenkins, handover, message) => {
    expect(() => providerOf(jenkins, handover)).toThrow(message);
  });

  it('applies to entities with a job only', () => {
    const provider = providerOf({ baseUrl: 'https://ci.example.com' });
    expect(provider.appliesTo(component('orders'))).toBe(true);
    expect(provider.appliesTo(component(' '))).toBe(false);
  });

  describeHostileUpstream(({ url, secret }) => ({
    provider: providerOf({
      baseUrl: url,
      username: 'handover',
      apiKey: secret,
    }),
    entity: component('devlake'),
  }));
});
