import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { generateKeyPairSync } from 'node:crypto';
import deployment from './__fixtures__/deployment.json';
import event from './__fixtures__/deployment-status-event.json';
import antsJobs from './__fixtures__/jobs-ants.json';
import jobs from './__fixtures__/jobs-719643947.json';
import runActionRequired from './__fixtures__/run-action-required.json';
import runSecondAttempt from './__fixtures__/run-second-attempt.json';
import runs from './__fixtures__/runs.json';
import secondaryLimit from './__fixtures__/secondary-limit.json';
import statuses from './__fixtures__/statuses-315601644.json';
import { type GithubContent, startGithub } from './__testUtils__/startGithub';
import { GithubActionsProvider } from './GithubActionsProvider';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(each => each.close()));
});

async function github(content: Partial<GithubContent> = {}) {
  const started = await startGithub(content);
  open.push(started);
  return started;
}

function entity(annotations: Record<string, string> = {}): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'orders',
      annotations: { 'github.com/project-slug': 'shop/orders', ...annotations },
    },
  };
}

type Integration = {
  host: string;
  apiBaseUrl?: string;
  token?: string;
  apps?: { [key: string]: string | number }[];
};

function withIntegrations(...integrations: Integration[]) {
  return GithubActionsProvider.fromConfig(
    new ConfigReader({ integrations: { github: integrations } }),
  );
}

function providerOf(url: string, token = 'a-token') {
  return withIntegrations({
    host: 'ghe.example.com',
    apiBaseUrl: `${url}/api/v3`,
    token,
  });
}

const pathsOf = (requests: { path: string }[]) =>
  requests.map(({ path }) => decodeURIComponent(path)).sort();

describe('GithubActionsProvider', () => {
  describe('applies', () => {
    const provider = withIntegrations();

    it('to what names a repository', () => {
      expect(provider.appliesTo(entity())).toBe(true);
    });

    it.each(['', ' '])('not to the annotation %p', slug => {
      expect(
        provider.appliesTo(entity({ 'github.com/project-slug': slug })),
      ).toBe(false);
    });

    it('not to what lacks the annotation', () => {
      expect(
        provider.appliesTo({ ...entity(), metadata: { name: 'orders' } }),
      ).toBe(false);
    });

    it.each([
      'orders',
      'shop/',
      '/orders',
      'shop/orders/more',
      '../orders',
      'shop/..',
      'shop/orders?x=1',
      'https://github.com/shop/orders',
    ])("and says that '%s' is no repository", async slug => {
      await expect(
        fetchFrom(provider, {
          entity: entity({ 'github.com/project-slug': slug }),
        }),
      ).rejects.toThrow(
        "GitHub Actions cannot be read: the annotation 'github.com/project-slug' must be 'owner/repository', not '",
      );
    });
  });

  describe('reads runs', () => {
    it('with their jobs as stages, as GitHub Enterprise Server told them in 2021', async () => {
      const { url } = await github({
        runs: runs.workflow_runs,
        jobs: { 719643947: jobs.jobs },
      });
      await expect(
        fetchFrom(providerOf(url), { entity: entity() }),
      ).resolves.toEqual({
        runs: [
          {
            id: '719643947',
            provider: 'github-actions',
            pipeline: 'Multi jobs workflow',
            status: 'succeeded',
            stages: [
              {
                name: 'job2',
                status: 'succeeded',
                startedAt: '2021-04-05T15:42:56.000Z',
                finishedAt: '2021-04-05T15:42:57.000Z',
                url: 'https://github.com/hub4j-test-org/GHWorkflowRunTest/runs/2270858576',
              },
              {
                name: 'job1',
                status: 'succeeded',
                startedAt: '2021-04-05T15:42:57.000Z',
                finishedAt: '2021-04-05T15:42:59.000Z',
                url: 'https://github.com/hub4j-test-org/GHWorkflowRunTest/runs/2270858630',
              },
            ],
            commit: 'c7bd3b8db871bbde8629275631ea645622ae89d7',
            branch: 'main',
            startedAt: '2021-04-05T15:42:47.000Z',
            finishedAt: '2021-04-05T15:43:07.000Z',
            url: 'https://github.com/hub4j-test-org/GHWorkflowRunTest/actions/runs/719643947',
          },
          {
            id: '719641767',
            provider: 'github-actions',
            pipeline: 'Multi jobs workflow',
            status: 'succeeded',
            stages: [],
            commit: 'c7bd3b8db871bbde8629275631ea645622ae89d7',
            branch: 'main',
            startedAt: '2021-04-05T15:41:54.000Z',
            finishedAt: '2021-04-05T15:42:11.000Z',
            url: 'https://github.com/hub4j-test-org/GHWorkflowRunTest/actions/runs/719641767',
          },
        ],
        deployments: [],
      });
    });

    it('by when their latest attempt began, with who began it, and branches of forks with their owner', async () => {
      const first = {
        ...runSecondAttempt,
        id: 1,
        created_at: '2022-06-26T10:00:00Z',
        run_started_at: '2022-06-26T10:00:00Z',
      };
      const { url } = await github({
        // By when they were created, as GitHub has it.
        runs: [runActionRequired, first, runSecondAttempt],
      });
      const found = await fetchFrom(providerOf(url), { entity: entity() });
      expect(found.runs.map(({ id }) => id)).toEqual([
        '2874767916',
        '2559400712',
        '1',
      ]);
      expect(found.runs.slice(0, 2)).toEqual([
        {
          id: '2874767916',
          provider: 'github-actions',
          pipeline: 'Slow workflow',
          // It waits until somebody allows it.
          status: 'queued',
          stages: [],
          commit: 'b49a973e2a387787b8b3ef1212b848a1ec4f7b9a',
          branch: 'holly-cummins:main',
          actor: 'holly-cummins',
          startedAt: '2022-08-17T10:55:36.000Z',
          url: 'https://github.com/hub4j-test-org/GHWorkflowRunTest/actions/runs/2874767916',
        },
        {
          id: '2559400712',
          provider: 'github-actions',
          pipeline: 'CodeQL',
          status: 'succeeded',
          stages: [],
          commit: '5dd23ddff8621e6ae36eb24b20d4c4a06dd73dc9',
          branch: 'zqkgo:Fix_rm_redundancy_code',
          actor: 'panjf2000',
          startedAt: '2022-06-26T12:35:50.000Z',
          finishedAt: '2022-06-26T12:36:58.000Z',
          url: 'https://github.com/panjf2000/ants/actions/runs/2559400712',
        },
      ]);
    });

    it.each([
      ['queued', null, 'queued', 'queued'],
      ['requested', null, 'queued', 'queued'],
      ['waiting', null, 'queued', 'queued'],
      ['pending', null, 'queued', 'queued'],
      ['in_progress', null, 'running', 'running'],
      ['completed', 'success', 'succeeded', 'succeeded'],
      ['completed', 'neutral', 'succeeded', 'succeeded'],
      ['completed', 'failure', 'failed', 'failed'],
      ['completed', 'timed_out', 'failed', 'failed'],
      ['completed', 'startup_failure', 'failed', 'failed'],
      ['completed', 'cancelled', 'cancelled', 'cancelled'],
      ['completed', 'stale', 'cancelled', 'cancelled'],
      ['completed', 'skipped', 'cancelled', 'skipped'],
      ['completed', 'action_required', 'queued', 'queued'],
      ['completed', 'of_a_later_version', 'failed', 'failed'],
      ['completed', 'constructor', 'failed', 'failed'],
      ['completed', null, 'failed', 'failed'],
      ['of_a_later_version', null, 'queued', 'queued'],
    ])(
      'that are %s, with the conclusion %s, as %s, and such jobs as %s',
      async (status, conclusion, asRun, asStage) => {
        const { url } = await github({
          runs: [{ ...runSecondAttempt, status, conclusion }],
          jobs: { 2559400712: [{ ...antsJobs[0], status, conclusion }] },
        });
        const { runs: found } = await fetchFrom(providerOf(url), {
          entity: entity(),
        });
        expect(found).toEqual([expect.objectContaining({ status: asRun })]);
        expect(found[0].stages).toEqual([
          expect.objectContaining({ name: 'deployubuntu', status: asStage }),
        ]);
        const ended = ['succeeded', 'failed', 'cancelled'];
        expect('finishedAt' in found[0]).toBe(ended.includes(asRun));
        expect('finishedAt' in found[0].stages[0]).toBe(
          ended.includes(asStage),
        );
        expect('startedAt' in found[0].stages[0]).toBe(
          [...ended, 'running'].includes(asStage),
        );
      },
    );

    it('asks the jobs of eight runs, and once where a run is over', async () => {
      const over = Array.from({ length: 9 }, (_, index) => ({
        ...runSecondAttempt,
        id: 100 - index,
        run_attempt: 1,
      }));
      const running = { ...over[0], id: 101, status: 'in_progress' };
      const { url, content, requests } = await github({
        runs: [running, ...over],
        jobs: { 100: antsJobs, 101: [antsJobs[1]] },
      });
      const provider = providerOf(url);
      const first = await fetchFrom(provider, { entity: entity() });
      const jobsPaths = () =>
        pathsOf(requests).filter(path => path.includes('/jobs'));
      expect(jobsPaths()).toHaveLength(8);

      requests.length = 0;
      await expect(fetchFrom(provider, { entity: entity() })).resolves.toEqual(
        first,
      );
      expect(jobsPaths()).toEqual([
        '/api/v3/repos/shop/orders/actions/runs/101/jobs?per_page=100',
      ]);

      // One is attempted again, and new ones move what is known out of the eight.
      requests.length = 0;
      content.runs = [
        ...Array.from({ length: 7 }, (_, index) => ({
          ...over[0],
          id: 200 + index,
          run_started_at: '2022-06-27T00:00:00Z',
        })),
        { ...over[0], run_attempt: 2, run_started_at: '2022-06-26T20:00:00Z' },
        ...over.slice(1),
      ];
      content.jobs[100] = [antsJobs[1]];
      const again = await fetchFrom(provider, { entity: entity() });
      expect(again.runs.find(({ id }) => id === '100')?.stages).toEqual([
        {
          name: 'Golangci-Lint',
          status: 'failed',
          startedAt: '2021-02-18T07:02:05.000Z',
          finishedAt: '2021-02-18T07:02:19.000Z',
          url: 'https://github.com/panjf2000/ants/runs/1924932263?check_suite_focus=true',
        },
      ]);
      expect(jobsPaths()).toHaveLength(8);
    });

    it('without the stages of one that GitHub fails to tell', async () => {
      const { url } = await github({
        runs: runs.workflow_runs,
        jobs: { 719641767: jobs.jobs },
        instead: (path, response) => {
          const fails = path.includes('719643947/jobs');
          if (fails) {
            sendJson(response, { message: 'oh' }, { status: 502 });
          }
          return fails;
        },
      });
      const { runs: found } = await fetchFrom(providerOf(url), {
        entity: entity(),
      });
      expect(found.map(({ stages }) => stages.length)).toEqual([0, 2]);
    });
  });

  describe('reads deployments', () => {
    it('with what their statuses tell', async () => {
      const { url } = await github({
        deployments: [event.deployment, deployment],
        statuses: {
          [event.deployment.id]: [event.deployment_status],
          [deployment.id]: statuses,
        },
      });
      await expect(
        fetchFrom(providerOf(url), { entity: entity() }),
      ).resolves.toEqual({
        runs: [],
        deployments: [
          {
            id: '145988746',
            provider: 'github-actions',
            environment: 'github-pages',
            commit: 'f95f852bd8fca8fcc58a9a2d6c842781e32a215e',
            actor: 'github-pages[bot]',
            at: '2022-01-03T01:28:40.000Z',
            outcome: 'running',
            url: 'https://github.com/CorsixTH/CorsixTH/runs/4687056418?check_suite_focus=true',
          },
          {
            id: '315601644',
            provider: 'github-actions',
            environment: 'production',
            commit: '3ca6395616e9decaba9f350f59eb5b007462e2e7',
            actor: 'bitwiseman',
            at: '2021-01-23T05:30:54.000Z',
            outcome: 'running',
            url: 'http://www.github.com/logurl',
          },
        ],
      });
    });

    const status = (state: string, minute: number, more: object = {}) => ({
      ...statuses[0],
      state,
      created_at: `2021-01-23T06:0${minute}:00Z`,
      ...more,
    });

    async function readOne(
      its: object[],
      change: object = {},
    ): Promise<object | undefined> {
      const { url } = await github({
        deployments: [{ ...deployment, ...change }],
        statuses: { [deployment.id]: its },
      });
      const found = await fetchFrom(providerOf(url), { entity: entity() });
      return found.deployments[0];
    }

    it.each([
      [['success'], 'succeeded', 0],
      [['failure'], 'failed', 0],
      [['error'], 'failed', 0],
      [['in_progress'], 'running', 0],
      [['queued'], 'running', 0],
      [['pending'], 'running', 0],
      [['success', 'in_progress', 'queued', 'waiting'], 'succeeded', 0],
      // It was torn down: nothing has come since.
      [['inactive', 'success', 'in_progress'], 'removed', 1],
      [['inactive', 'failure', 'in_progress'], 'failed', 1],
      // It never got there.
      [['inactive', 'in_progress'], 'failed', 0],
    ])('with the statuses %p as %s', async (states, outcome, decisive) => {
      // The latest first.
      const its = states.map((state, index) => status(state, 9 - index));
      expect(await readOne(its)).toMatchObject({
        outcome,
        at: `2021-01-23T06:0${9 - decisive}:00.000Z`,
      });
    });

    it('with when their commit was made, where a run tells it', async () => {
      const { url } = await github({
        runs: runs.workflow_runs.map((run, index) => ({
          ...run,
          head_commit:
            index === 0
              ? { id: deployment.sha, timestamp: '2021-01-22T23:19:13-07:00' }
              : null,
        })),
        deployments: [event.deployment, deployment],
        statuses: {
          [event.deployment.id]: [event.deployment_status],
          [deployment.id]: statuses,
        },
      });
      const found = await fetchFrom(providerOf(url), { entity: entity() });
      expect(found.deployments.map(({ mergedAt }) => mergedAt)).toEqual([
        undefined,
        '2021-01-23T06:19:13.000Z',
      ]);
    });

    it('are replaced, or else torn down, where they are inactive', async () => {
      const at = (minute: number) => `2021-01-23T05:0${minute}:00Z`;
      const outcomes = async (
        ...its: [environment: string, states: string[], more?: object][]
      ) => {
        // The first is the latest.
        const { url } = await github({
          deployments: its.map(([environment, , more], index) => ({
            ...deployment,
            id: 9 - index,
            environment,
            created_at: at(9 - index),
            ...more,
          })),
          statuses: Object.fromEntries(
            its.map(([, states], index) => [
              9 - index,
              states.map((state, age) => status(state, 9 - age)),
            ]),
          ),
        });
        const found = await fetchFrom(providerOf(url), { entity: entity() });
        return found.deployments
          .sort((a, b) => Number(b.id) - Number(a.id))
          .map(({ outcome }) => outcome);
      };
      const ended = ['inactive', 'success'];
      expect(
        await outcomes(['staging', ['success']], ['staging', ended]),
      ).toEqual(['succeeded', 'succeeded']);
      // The latest was torn down, the one before it replaced.
      expect(await outcomes(['staging', ended], ['staging', ended])).toEqual([
        'removed',
        'succeeded',
      ]);
      // A failure replaces nothing, and neither does another environment.
      expect(
        await outcomes(
          ['staging', ['failure']],
          ['production', ['success']],
          ['staging', ended],
        ),
      ).toEqual(['failed', 'succeeded', 'removed']);
      // Review apps of two branches share the name of their environment.
      const review = { transient_environment: true };
      expect(
        await outcomes(
          ['review', ['success'], review],
          ['review', ended, review],
        ),
      ).toEqual(['succeeded', 'removed']);
    });

    it('that are nothing but inactive are as of when they were created', async () => {
      expect(await readOne([status('inactive', 5)])).toMatchObject({
        outcome: 'removed',
        at: '2021-01-23T05:30:54.000Z',
      });
    });

    it.each([
      ['wait to be allowed', [status('waiting', 0)]],
      ['were never allowed', [status('inactive', 1), status('waiting', 0)]],
      ['have no status yet', []],
      ['have one of a later version', [status('flying', 0)]],
      ['have one that is a trap', [status('constructor', 0)]],
    ])('but not those that %s', async (_what, its) => {
      expect(await readOne(its)).toBeUndefined();
    });

    it.each([
      [
        'the run of the job that it names',
        {
          log_url: 'https://ghe.example.com/shop/orders/actions/runs/77/job/8',
        },
        {
          runId: '77',
          url: 'https://ghe.example.com/shop/orders/actions/runs/77/job/8',
        },
      ],
      [
        'the run in the former field',
        {
          log_url: '',
          target_url: 'https://ghe.example.com/shop/orders/actions/runs/77',
        },
        {
          runId: '77',
          url: 'https://ghe.example.com/shop/orders/actions/runs/77',
        },
      ],
      [
        'no run of another GitHub',
        { log_url: 'https://github.com/shop/orders/actions/runs/77' },
        { url: 'https://github.com/shop/orders/actions/runs/77' },
      ],
      [
        'no address that is not of the web',
        {
          // eslint-disable-next-line no-script-url
          log_url: 'javascript:alert(1)',
          target_url: 'file:///etc/passwd',
        },
        {},
      ],
    ])('with %s', async (_what, urls, expected) => {
      const found = await readOne([status('success', 0, urls)]);
      expect(found).toEqual({
        id: '315601644',
        provider: 'github-actions',
        environment: 'production',
        commit: '3ca6395616e9decaba9f350f59eb5b007462e2e7',
        actor: 'bitwiseman',
        at: '2021-01-23T06:00:00.000Z',
        outcome: 'succeeded',
        ...expected,
      });
    });

    it.each([
      ['refs/tags/orders@7', 'orders@7'],
      ['v2.33.0', 'v2.33.0'],
      ['2.33.0-rc.1+5', '2.33.0-rc.1+5'],
      ['2.33', undefined],
      ['main', undefined],
      ['release/2.33.0', undefined],
    ])("from the ref '%s' the version %p", async (ref, version) => {
      const found = await readOne([status('success', 0)], { ref });
      expect(found).toMatchObject({ commit: deployment.sha });
      expect((found as { artifact?: unknown }).artifact).toEqual(
        version && { version },
      );
    });

    it('asks the statuses of twenty at once, the newest first, and of what is over once', async () => {
      const count = 25;
      const { url, content, requests } = await github({
        deployments: Array.from({ length: count }, (_, index) => ({
          ...deployment,
          id: count - index,
          created_at: new Date(Date.now() - index * 60_000).toISOString(),
        })),
      });
      for (let id = 1; id <= count; id++) {
        content.statuses[id] = [
          status(id === count ? 'in_progress' : 'success', 0, {
            created_at: `2021-01-23T07:${10 + id}:00Z`,
          }),
        ];
      }
      const provider = providerOf(url);
      const fetch = async () => {
        requests.length = 0;
        const found = await fetchFrom(provider, { entity: entity() });
        return {
          ids: found.deployments.map(({ id }) => Number(id)),
          asked: pathsOf(requests)
            .flatMap(path => /deployments\/(\d+)\//.exec(path)?.[1] ?? [])
            .map(Number)
            .sort((a, b) => b - a),
        };
      };
      const from = (last: number, first: number) =>
        Array.from({ length: last - first + 1 }, (_, index) => last - index);

      await expect(fetch()).resolves.toEqual({
        ids: from(25, 6),
        asked: from(25, 6),
      });
      await expect(fetch()).resolves.toEqual({
        ids: from(25, 1),
        asked: [25, ...from(5, 1)],
      });
      content.statuses[25] = [
        status('success', 0, { created_at: '2021-01-23T08:00:00Z' }),
      ];
      await expect(fetch()).resolves.toMatchObject({ asked: [25] });
      await expect(fetch()).resolves.toMatchObject({ asked: [] });
      // Something else takes its place.
      content.deployments[3] = {
        ...content.deployments[3],
        updated_at: '2021-01-24T00:00:00Z',
      };
      await expect(fetch()).resolves.toMatchObject({ asked: [22] });
      await expect(fetch()).resolves.toMatchObject({ asked: [] });
    });

    it('asks those that never end only when they change', async () => {
      const { url, content, requests } = await github({
        deployments: [deployment],
        statuses: { [deployment.id]: statuses },
      });
      const provider = providerOf(url);
      await fetchFrom(provider, { entity: entity() });
      requests.length = 0;
      await expect(
        fetchFrom(provider, { entity: entity() }),
      ).resolves.toMatchObject({ deployments: [{ outcome: 'running' }] });
      expect(requests).toHaveLength(2);

      content.deployments = [
        { ...deployment, updated_at: '2021-01-23T06:00:00Z' },
      ];
      content.statuses[deployment.id] = [status('success', 0), ...statuses];
      await expect(
        fetchFrom(provider, { entity: entity() }),
      ).resolves.toMatchObject({ deployments: [{ outcome: 'succeeded' }] });
    });

    it('leaves requests for new ones where many go on', async () => {
      const { url, content, requests } = await github({
        deployments: Array.from({ length: 20 }, (_, index) => ({
          ...deployment,
          id: 40 - index,
          created_at: new Date().toISOString(),
        })),
      });
      for (let id = 1; id <= 40; id++) {
        content.statuses[id] = [status(id > 20 ? 'pending' : 'success', 0)];
      }
      const provider = providerOf(url);
      await fetchFrom(provider, { entity: entity() });
      content.deployments.push(
        ...Array.from({ length: 20 }, (_, index) => ({
          ...deployment,
          id: 20 - index,
        })),
      );
      requests.length = 0;
      const found = await fetchFrom(provider, { entity: entity() });
      expect(found.deployments).toHaveLength(30);
      expect(requests).toHaveLength(2 + 20);
    });
  });

  describe('reads no more than is asked for', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        ...runSecondAttempt,
        id: count - index,
      }));

    it.each([
      [100, 100, ['page=1&per_page=100']],
      [101, 100, ['page=1&per_page=100']],
      [7, 5, ['page=1&per_page=5']],
      [250, 150, ['page=1&per_page=100', 'page=2&per_page=100']],
      [150, 150, ['page=1&per_page=100', 'page=2&per_page=100']],
      [120, 500, ['page=1&per_page=100', 'page=2&per_page=100']],
    ])('of %d runs with a limit of %d', async (count, limit, pages) => {
      const { url, requests } = await github({ runs: many(count) });
      const found = await fetchFrom(providerOf(url), {
        entity: entity(),
        limit,
      });
      expect(found.runs).toHaveLength(Math.min(count, limit));
      expect(new Set(found.runs.map(({ id }) => id)).size).toBe(
        found.runs.length,
      );
      expect(
        pathsOf(requests).filter(path => path.includes('actions/runs?')),
      ).toEqual(
        pages.map(
          page =>
            `/api/v3/repos/shop/orders/actions/runs?${page}&created=>=1970-01-01T00:00:00Z&exclude_pull_requests=true`,
        ),
      );
    });

    it.each([
      [130, 110, 2],
      [130, 200, 2],
    ])('of %d deployments with a limit of %d', async (count, limit, pages) => {
      const all = Array.from({ length: count }, (_, index) => ({
        ...deployment,
        id: count - index,
      }));
      const { url, requests } = await github({
        deployments: all,
        statuses: Object.fromEntries(all.map(({ id }) => [id, statuses])),
      });
      const provider = providerOf(url);
      let found = await fetchFrom(provider, { entity: entity(), limit });
      expect(
        pathsOf(requests).filter(path => path.includes('deployments?')),
      ).toHaveLength(pages);
      for (let times = 0; times < 12; times++) {
        found = await fetchFrom(provider, { entity: entity(), limit });
      }
      expect(found.deployments).toHaveLength(Math.min(count, limit));
    });

    it('nor older than that', async () => {
      const { url, requests } = await github({
        runs: [
          runActionRequired,
          { ...runSecondAttempt, created_at: '2021-12-31T23:59:59Z' },
        ],
        deployments: [event.deployment, deployment],
        statuses: { [event.deployment.id]: [event.deployment_status] },
      });
      const found = await fetchFrom(providerOf(url), {
        entity: entity(),
        since: new Date('2022-01-01T00:00:00.123Z'),
      });
      expect(found.runs.map(({ id }) => id)).toEqual(['2874767916']);
      expect(found.deployments.map(({ id }) => id)).toEqual(['145988746']);
      expect(pathsOf(requests)).toContain(
        '/api/v3/repos/shop/orders/actions/runs?page=1&per_page=100&created=>=2022-01-01T00:00:00Z&exclude_pull_requests=true',
      );
    });

    it('of pages that go on with the same for ever', async () => {
      const { url, requests } = await github({
        instead: (path, response) => {
          const isList = path.endsWith('/actions/runs');
          if (isList) {
            sendJson(response, runs, {
              headers: { link: '<http://localhost/>; rel="next"' },
            });
          }
          return isList;
        },
      });
      const found = await fetchFrom(providerOf(url), { entity: entity() });
      expect(found.runs).toHaveLength(2);
      expect(requests.length).toBeLessThan(10);
    });
  });

  describe('asks', () => {
    const gheOf = (host: string, url: string, token: string) => ({
      host,
      apiBaseUrl: `${url}/api/v3`,
      token,
    });

    it.each([
      ['source', 'backstage.io/source-location'],
      ['managed-by', 'backstage.io/managed-by-location'],
    ])('the GitHub of the %s location', async (_what, annotation) => {
      const [one, two] = [await github(), await github()];
      const provider = withIntegrations(
        gheOf('one.example.com', one.url, 'token-of-one'),
        gheOf('two.example.com', two.url, 'token-of-two'),
      );
      await fetchFrom(provider, {
        entity: entity({
          [annotation]: 'url:https://two.example.com/shop/orders/tree/main/',
        }),
      });
      expect(one.requests).toEqual([]);
      expect(two.requests.map(({ headers }) => headers.authorization)).toEqual([
        'token token-of-two',
        'token token-of-two',
      ]);
    });

    it.each<Record<string, string>>([
      {},
      { 'backstage.io/source-location': 'file:/orders' },
      { 'backstage.io/source-location': 'nothing' },
      { 'backstage.io/source-location': 'url:https://gitlab.com/shop/orders' },
    ])('the first one for an entity with %p', async annotations => {
      const [one, two] = [await github(), await github()];
      const provider = withIntegrations(
        gheOf('one.example.com', one.url, 'token-of-one'),
        gheOf('two.example.com', two.url, 'token-of-two'),
      );
      await fetchFrom(provider, { entity: entity(annotations) });
      expect(two.requests).toEqual([]);
      expect(one.requests[0].headers).toMatchObject({
        authorization: 'token token-of-one',
        'user-agent': expect.stringContaining('backstage-handover'),
      });
    });

    it('without a token where there is none', async () => {
      const { url, requests } = await github();
      await fetchFrom(
        withIntegrations({
          host: 'ghe.example.com',
          apiBaseUrl: `${url}/api/v3`,
        }),
        { entity: entity() },
      );
      expect(requests).toHaveLength(2);
      expect(requests[0].headers).not.toHaveProperty('authorization');
    });

    it('says that an integration lacks the address of its API', async () => {
      await expect(
        fetchFrom(withIntegrations({ host: 'ghe.example.com', token: 't' }), {
          entity: entity(),
        }),
      ).rejects.toThrow(
        "GitHub Actions cannot be read: the GitHub integration of 'ghe.example.com' has no 'apiBaseUrl'",
      );
    });

    describe('as a GitHub App', () => {
      const { privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
        publicKeyEncoding: { type: 'spki', format: 'pem' },
      });

      const asApp = (url: string) =>
        withIntegrations({
          host: 'ghe.example.com',
          apiBaseUrl: `${url}/api/v3`,
          apps: [
            {
              appId: 1,
              clientId: 'id',
              clientSecret: 'secret',
              webhookSecret: 'secret',
              privateKey,
            },
          ],
        });

      /** Answers what is asked about the App, which two have installed. */
      const answerApp: GithubContent['instead'] = (path, response) => {
        if (path === '/api/v3/app/installations') {
          sendJson(response, [
            { id: 5, account: { login: 'shop' } },
            { id: 6, account: { login: 'bank' } },
          ]);
          return true;
        }
        const [, id] =
          /^\/api\/v3\/app\/installations\/(\d)\/access_tokens$/.exec(path) ??
          [];
        if (id) {
          sendJson(
            response,
            {
              token: `of-installation-${id}`,
              expires_at: '2999-01-01T00:00:00Z',
              repository_selection: 'all',
            },
            { status: 201 },
          );
        }
        return Boolean(id);
      };

      it('with the token of its installation', async () => {
        const { url, requests } = await github({ instead: answerApp });
        await fetchFrom(asApp(url), { entity: entity() });
        expect(
          requests
            .filter(({ path }) => path.includes('/repos/'))
            .map(({ headers }) => headers.authorization),
        ).toEqual(['token of-installation-5', 'token of-installation-5']);
      });

      it('which is limited by installation', async () => {
        const { url, requests } = await github({
          instead: (path, response) => {
            const isLimited = path.startsWith('/api/v3/repos/shop/');
            if (isLimited) {
              sendJson(response, secondaryLimit, { status: 403 });
            }
            return isLimited || answerApp(path, response);
          },
        });
        const provider = asApp(url);
        const ask = (slug: string) =>
          fetchFrom(provider, {
            entity: entity({ 'github.com/project-slug': slug }),
          }).catch((reason: unknown) => reason);
        const error = await ask('shop/orders');
        expect(error).toBeInstanceOf(RateLimitedError);
        requests.length = 0;
        expect(await ask('shop/payments')).toBe(error);
        expect(requests).toEqual([]);
        expect(await ask('bank/payments')).toEqual({
          runs: [],
          deployments: [],
        });
      });

      it.each([
        [
          401,
          /^GitHub Actions answered 401 Unauthorized when asked for a token of the GitHub App for 'shop': check the credentials$/,
        ],
        [500, /^GitHub Actions answered 500 Internal Server Error/],
        [429, /^GitHub Actions has reached its rate limit$/],
      ])('says that it was answered %d', async (status, message) => {
        const { url } = await github({
          instead: (_path, response) => {
            sendJson(response, { message: 'no' }, { status });
            return true;
          },
        });
        const error = await fetchFrom(asApp(url), { entity: entity() }).catch(
          (reason: unknown) => reason,
        );
        expect(error).toMatchObject({
          message: expect.stringMatching(message),
        });
        expect(error).not.toHaveProperty('status');
      });

      it('says what Backstage says', async () => {
        const { url } = await github({
          instead: (_path, response) => {
            sendJson(response, [
              { id: 5, account: { login: 'shop' }, suspended_by: {} },
            ]);
            return true;
          },
        });
        await expect(
          fetchFrom(asApp(url), { entity: entity() }),
        ).rejects.toThrow(
          'GitHub Actions cannot be read: The GitHub application for shop is suspended',
        );
      });
    });
  });

  it('follows a repository that was renamed', async () => {
    const { url } = await github({
      runs: runs.workflow_runs,
      instead: (path, response) => {
        const isOldName = path.startsWith('/api/v3/repos/shop/orders/');
        if (isOldName) {
          response
            .writeHead(301, {
              location: path.replace('repos/shop/orders', 'repositories/1000'),
            })
            .end('{"message":"Moved Permanently"}');
        }
        return isOldName;
      },
    });
    const found = await fetchFrom(providerOf(url), { entity: entity() });
    expect(found.runs).toHaveLength(2);
  });

  describe('leaves GitHub alone', () => {
    async function limitedBy(
      headers: Record<string, string>,
      body: unknown = { message: 'API rate limit exceeded' },
      status = 403,
    ) {
      const upstream = await github({
        instead: (_path, response) => {
          sendJson(response, body, { status, headers });
          return true;
        },
      });
      const provider = providerOf(upstream.url);
      const ask = (slug = 'shop/orders') =>
        fetchFrom(provider, {
          entity: entity({ 'github.com/project-slug': slug }),
        }).catch((reason: unknown) => reason);
      return { ...upstream, ask };
    }

    const secondsOf = (error: unknown) =>
      ((error as RateLimitedError).retryAt.getTime() - Date.now()) / 1000;

    it('until it allows more', async () => {
      const reset = Math.round(Date.now() / 1000) + 600;
      const { ask, requests } = await limitedBy({
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(reset),
      });
      const error = await ask();
      expect(error).toBeInstanceOf(RateLimitedError);
      expect((error as RateLimitedError).retryAt.getTime()).toBe(reset * 1000);

      // Nor is it asked about what others own: the token is the same.
      requests.length = 0;
      expect(await ask('shop/payments')).toBe(error);
      expect(await ask('bank/payments')).toBe(error);
      expect(requests).toEqual([]);
    });

    it('and asks another one meanwhile', async () => {
      const limited = await github({
        instead: (_path, response) => {
          sendJson(response, secondaryLimit, { status: 403 });
          return true;
        },
      });
      const other = await github({ runs: runs.workflow_runs });
      const provider = withIntegrations(
        ...[limited, other].map(({ url }, index) => ({
          host: `ghe-${index}.example.com`,
          apiBaseUrl: `${url}/api/v3`,
          token: 'a-token',
        })),
      );
      await expect(
        fetchFrom(provider, { entity: entity() }),
      ).rejects.toBeInstanceOf(RateLimitedError);
      const found = await fetchFrom(provider, {
        entity: entity({
          'backstage.io/source-location': 'url:https://ghe-1.example.com/shop/',
        }),
      });
      expect(found.runs).toHaveLength(2);
    });

    it.each([403, 429])(
      'for a minute where a secondary limit answers %d without a time',
      async status => {
        const { ask } = await limitedBy(
          {
            'x-ratelimit-remaining': '21',
            'x-ratelimit-reset': String(Math.round(Date.now() / 1000) + 3000),
          },
          secondaryLimit,
          status,
        );
        const error = await ask();
        expect(error).toBeInstanceOf(RateLimitedError);
        expect(secondsOf(error)).toBeGreaterThan(55);
        expect(secondsOf(error)).toBeLessThanOrEqual(60);
      },
    );

    it('for as long as a secondary limit says', async () => {
      const { ask } = await limitedBy({ 'retry-after': '90' }, secondaryLimit);
      expect(secondsOf(await ask())).toBeGreaterThan(85);
    });

    it('when it says so amid jobs', async () => {
      const { url } = await github({
        runs: runs.workflow_runs,
        instead: (path, response) => {
          const isJobs = path.endsWith('/jobs');
          if (isJobs) {
            sendJson(response, secondaryLimit, { status: 403 });
          }
          return isJobs;
        },
      });
      await expect(
        fetchFrom(providerOf(url), { entity: entity() }),
      ).rejects.toBeInstanceOf(RateLimitedError);
    });
  });

  it('says what a lacking permission is for', async () => {
    const { url } = await github({
      instead: (path, response) => {
        const isDeployments = path.endsWith('/deployments');
        if (isDeployments) {
          sendJson(
            response,
            { message: 'Resource not accessible by integration' },
            { status: 403, headers: { 'x-ratelimit-remaining': '4999' } },
          );
        }
        return isDeployments;
      },
    });
    await expect(
      fetchFrom(providerOf(url), { entity: entity() }),
    ).rejects.toThrow(
      "GitHub Actions answered 403 Forbidden when asked for the deployments of 'shop/orders': the credentials lack a permission",
    );
  });

  it('does not tell a token that cannot be sent', async () => {
    const { url } = await github();
    const error = await fetchFrom(providerOf(url, 'a\u0000secret'), {
      entity: entity(),
    }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      message: 'GitHub Actions cannot be reached',
    });
  });

  describeHostileUpstream(({ url, secret }) => ({
    provider: withIntegrations({
      host: 'ghe.example.com',
      apiBaseUrl: url,
      token: secret,
    }),
    entity: entity(),
  }));
});
