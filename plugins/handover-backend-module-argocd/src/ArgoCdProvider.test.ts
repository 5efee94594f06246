import {
  describeHostileUpstream,
  fetchFrom,
  sendJson,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { RateLimitedError } from '@backstage-handover/plugin-handover-node';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import failed from './__fixtures__/failed.json';
import guestbook from './__fixtures__/guestbook.json';
import sidecars from './__fixtures__/sidecars.json';
import sources from './__fixtures__/sources.json';
import { ArgoCdProvider } from './ArgoCdProvider';

const UID = guestbook.metadata.uid;
const COMMIT = '6bed858de32a0e876ec49dad1a2e3c5840d3fb07';

function component(annotations: Record<string, string>, name = 'orders') {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations },
  };
}

const named = (name: string, more: Record<string, string> = {}) =>
  component({ 'argocd/app-name': name, ...more });

const selected = (selector: string, more: Record<string, string> = {}) =>
  component({ 'argocd/app-selector': selector, ...more });

function configOf(...instances: JsonObject[]) {
  return new ConfigReader({
    argocd: { appLocatorMethods: [{ type: 'config', instances }] },
  });
}

const providerOf = (...urls: string[]) =>
  ArgoCdProvider.fromConfig(
    configOf(
      ...urls.map((url, index) => ({
        name: `argo${index + 1}`,
        url,
        token: `token${index + 1}`,
      })),
    ),
  );

const argoCdThat = useUpstreams();

type Recorded = { metadata: { name: string } };

/** Answers with these as Argo CD does, which denies those that do not exist. */
const argoCdWith = (...applications: Recorded[]) =>
  argoCdThat((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://argocd');
    const found = applications.find(
      ({ metadata }) => pathname === `/api/v1/applications/${metadata.name}`,
    );
    if (pathname === '/api/v1/applications') {
      sendJson(response, {
        metadata: { resourceVersion: '7277391' },
        // An empty list of Go.
        items: applications.length > 0 ? applications : null,
      });
    } else if (found) {
      sendJson(response, found);
    } else {
      sendJson(
        response,
        { error: 'permission denied', code: 7, message: 'permission denied' },
        { status: 403 },
      );
    }
  });

/** A recorded application with something else in its status. */
function withStatus(
  status: Record<string, unknown>,
  application: typeof guestbook = guestbook,
) {
  return { ...application, status: { ...application.status, ...status } };
}

function withOperation(operation: Record<string, unknown>) {
  return withStatus({
    operationState: {
      ...guestbook.status.operationState,
      startedAt: '2021-01-07T09:00:00Z',
      finishedAt: '2021-01-07T09:00:10Z',
      ...operation,
    },
  });
}

async function read(application: Recorded, entity = named('guestbook')) {
  const { url } = await argoCdWith(application);
  return fetchFrom(providerOf(url), { entity });
}

describe('ArgoCdProvider', () => {
  it('reads the application of that name', async () => {
    const { url, requests } = await argoCdWith(guestbook);
    const provider = providerOf(`${url}/`);
    const entity = named('guestbook', {
      'argocd/app-namespace': 'argocd',
      'argocd/project-name': 'default',
    });
    expect(provider.appliesTo(entity)).toBe(true);
    const address = `${url}/applications/argocd/guestbook`;
    await expect(fetchFrom(provider, { entity })).resolves.toEqual({
      runs: [
        {
          id: `${UID}/2020-11-18T16:47:02.000Z`,
          provider: 'argocd',
          pipeline: 'guestbook',
          status: 'succeeded',
          stages: [
            { name: 'Synced', status: 'succeeded' },
            { name: 'Healthy', status: 'succeeded' },
          ],
          commit: COMMIT,
          startedAt: '2020-11-18T16:47:02.000Z',
          finishedAt: '2020-11-18T16:47:04.000Z',
          url: address,
        },
      ],
      deployments: [
        {
          id: `${UID}/2020-11-18T16:47:02.000Z`,
          provider: 'argocd',
          environment: 'default',
          artifact: { name: 'ks-guestbook-demo', version: '0.2' },
          at: '2020-11-18T16:47:04.000Z',
          outcome: 'succeeded',
          runId: `${UID}/2020-11-18T16:47:02.000Z`,
          url: address,
        },
      ],
    });
    expect(requests).toEqual([
      {
        path: '/api/v1/applications/guestbook?appNamespace=argocd&project=default',
        headers: expect.objectContaining({
          accept: 'application/json',
          authorization: 'Bearer token1',
        }),
      },
    ]);
  });

  const labelled = component(
    { 'argocd/app-selector': 'app in (a, b),tier!=x' },
    'backstage20220408139',
  );

  it('reads the runs of applications with some labels, in one request', async () => {
    const { url, requests } = await argoCdWith(sidecars, sources, guestbook);
    const { runs } = await fetchFrom(providerOf(url), { entity: labelled });
    expect(requests.map(({ path }) => path)).toEqual([
      '/api/v1/applications?selector=app+in+%28a%2C+b%29%2Ctier%21%3Dx',
    ]);
    expect(
      runs.map(({ pipeline, stages, actor, commit }) => [
        pipeline,
        stages.map(({ name, status }) => `${name} ${status}`).join(),
        actor,
        commit?.slice(0, 7),
      ]),
    ).toEqual([
      // Of several sources none is the one whose commit it is.
      ['demo', 'OutOfSync queued,Healthy succeeded', 'admin', undefined],
      [
        'backstage20220408139-nonprod',
        'Synced succeeded,Healthy succeeded',
        undefined,
        '38554e1',
      ],
      [
        'backstage20220408139-nonprod',
        'Synced succeeded',
        undefined,
        '38554e1',
      ],
      [
        'guestbook',
        'Synced succeeded,Healthy succeeded',
        undefined,
        COMMIT.slice(0, 7),
      ],
    ]);
  });

  it('reads the deployments of applications with some labels', async () => {
    const { url } = await argoCdWith(sidecars, sources, guestbook);
    const { deployments } = await fetchFrom(providerOf(url), {
      entity: labelled,
    });
    expect(
      deployments.map(({ environment, artifact, at }) => [
        environment,
        artifact,
        at,
      ]),
    ).toEqual([
      // Two images, neither named like the entity or the application.
      ['demo', undefined, '2025-02-20T16:40:32.000Z'],
      [
        'testnamespace',
        { name: 'backstage20220408139', version: '0.0.1' },
        '2022-04-12T13:28:46.000Z',
      ],
      ['testnamespace', undefined, '2022-04-08T17:40:49.000Z'],
      [
        'default',
        { name: 'ks-guestbook-demo', version: '0.2' },
        '2020-11-18T16:47:04.000Z',
      ],
    ]);
  });

  it('reads a sync that failed', async () => {
    const { runs, deployments } = await read(
      failed,
      named('bluecopa-dcd-gitsensor-bcopa-dcd'),
    );
    const id = '0bca7666-f262-4ac2-8ba9-3a43bfa326fe/2022-10-31T08:47:08.000Z';
    const commit = 'd4482964ef6179da5bcd8e2ce6db58411e312e94';
    const url = expect.stringMatching(
      /\/applications\/devtroncd\/bluecopa-dcd-gitsensor-bcopa-dcd$/,
    );
    expect(runs).toEqual([
      {
        id,
        provider: 'argocd',
        pipeline: 'bluecopa-dcd-gitsensor-bcopa-dcd',
        status: 'failed',
        stages: [
          { name: 'OutOfSync', status: 'queued' },
          { name: 'Healthy', status: 'succeeded' },
        ],
        commit,
        actor: 'admin',
        startedAt: '2022-10-31T08:47:08.000Z',
        finishedAt: '2022-10-31T08:47:15.000Z',
        url,
      },
    ]);
    expect(deployments).toEqual([
      {
        id,
        provider: 'argocd',
        environment: 'devtroncd',
        commit,
        actor: 'admin',
        at: '2022-10-31T08:47:15.000Z',
        outcome: 'failed',
        runId: id,
        url,
      },
    ]);
  });

  it.each([
    ['Running', '', 'running', 'running'],
    ['Terminating', '', 'running', 'running'],
    ['Failed', 'one or more objects failed to apply', 'failed', 'failed'],
    ['Failed', 'Operation terminated', 'cancelled', 'failed'],
    ['Error', 'Operation termination had errors', 'cancelled', 'failed'],
    ['Error', 'ComparisonError', 'failed', 'failed'],
    // With a limit of 0 there is no history.
    ['Succeeded', '', 'succeeded', 'succeeded'],
  ])(
    'reads a sync that is %s (%s)',
    async (phase, message, status, outcome) => {
      const { runs, deployments } = await read(
        withOperation({ phase, message }),
      );
      const id = `${UID}/2021-01-07T09:00:00.000Z`;
      const isOver = status !== 'running';
      expect(runs.map(each => [each.id, each.status])).toEqual([
        [id, status],
        [`${UID}/2020-11-18T16:47:02.000Z`, 'succeeded'],
      ]);
      expect(runs[0].finishedAt).toBe(
        isOver ? '2021-01-07T09:00:10.000Z' : undefined,
      );
      expect(
        deployments.map(each => [each.id, each.outcome, each.runId]),
      ).toEqual([
        [id, outcome, id],
        [
          `${UID}/2020-11-18T16:47:02.000Z`,
          'succeeded',
          `${UID}/2020-11-18T16:47:02.000Z`,
        ],
      ]);
      expect(deployments[0].at).toBe(
        isOver ? '2021-01-07T09:00:10.000Z' : '2021-01-07T09:00:00.000Z',
      );
    },
  );

  it('keeps the id of a deployment from its beginning into the history', async () => {
    const begun = { startedAt: '2021-01-07T09:00:00Z' };
    const running = await read(withOperation({ phase: 'Running', ...begun }));
    const over = await read({
      ...withOperation(begun),
      status: {
        ...withOperation(begun).status,
        history: [
          ...guestbook.status.history,
          {
            ...guestbook.status.history[0],
            id: 1,
            deployStartedAt: '2021-01-07T09:00:00Z',
            deployedAt: '2021-01-07T09:00:10Z',
          },
        ],
      },
    } as Recorded);
    expect(over.deployments.map(({ id }) => id)).toEqual(
      running.deployments.map(({ id }) => id),
    );
    expect(over.runs.map(({ id }) => id)).toEqual(
      running.runs.map(({ id }) => id),
    );
    expect(over.deployments.map(({ outcome }) => outcome)).toEqual([
      'succeeded',
      'succeeded',
    ]);
  });

  it.each([
    ['a rehearsal', { dryRun: true }],
    ['a part', { resources: [{ kind: 'Deployment', name: 'guestbook-ui' }] }],
  ])('counts the sync of %s as a run only', async (_what, sync) => {
    const { runs, deployments } = await read(
      withOperation({
        phase: 'Failed',
        operation: { sync, initiatedBy: { automated: true } },
      }),
    );
    expect(runs.map(({ status, actor }) => [status, actor])).toEqual([
      ['failed', 'automated sync policy'],
      ['succeeded', undefined],
    ]);
    expect(deployments.map(({ outcome }) => outcome)).toEqual(['succeeded']);
  });

  it.each([
    ['Synced', 'Healthy', ['succeeded', 'succeeded']],
    ['OutOfSync', 'Progressing', ['queued', 'running']],
    ['Unknown', 'Degraded', ['skipped', 'failed']],
    ['Synced', 'Suspended', ['succeeded', 'queued']],
    ['Synced', 'Missing', ['succeeded', 'queued']],
    ['Synced', 'Unknown', ['succeeded', 'skipped']],
    ['', 'Sunny', []],
    ['constructor', 'toString', []],
  ])('shows %s and %s as they are now', async (sync, health, statuses) => {
    const { runs } = await read(
      withStatus({ sync: { status: sync }, health: { status: health } }),
    );
    expect(runs[0].stages).toEqual(
      [sync, health]
        .slice(0, statuses.length)
        .map((name, index) => ({ name, status: statuses[index] })),
    );
  });

  it.each(['Sleeping', 'constructor'])(
    'leaves out a sync that is %s',
    async phase => {
      const { runs, deployments } = await read(withOperation({ phase }));
      expect(runs).toHaveLength(1);
      expect(deployments).toHaveLength(1);
    },
  );

  it('tells once of a sync that ends just now', async () => {
    const [entry] = guestbook.status.history;
    const { runs, deployments } = await read(
      withOperation({ phase: 'Running', startedAt: entry.deployStartedAt }),
    );
    expect(runs.map(({ status }) => status)).toEqual(['running']);
    expect(deployments.map(({ outcome }) => outcome)).toEqual(['succeeded']);
  });

  it('reads an application that was never synced', async () => {
    await expect(
      read({
        ...guestbook,
        status: {
          sync: { status: '', comparedTo: { source: { repoURL: '' } } },
          health: {},
          summary: {},
        },
      } as Recorded),
    ).resolves.toEqual({ runs: [], deployments: [] });
  });

  it.each([
    ['environment', { environment: 'prod', env: 'x' }, 'prod'],
    [
      'env',
      { env: 'staging', 'app.kubernetes.io/environment': 'x' },
      'staging',
    ],
    [
      'app.kubernetes.io/environment',
      { 'app.kubernetes.io/environment': 'qa' },
      'qa',
    ],
    ['none', { app: 'orders', env: '' }, 'default'],
  ])('takes the environment of the label %s', async (_label, labels, name) => {
    const { deployments } = await read({
      ...guestbook,
      metadata: { ...guestbook.metadata, labels },
    } as Recorded);
    expect(deployments[0].environment).toBe(name);
  });

  it('names the cluster where there is no namespace', async () => {
    const to = (destination: object) =>
      read({
        ...guestbook,
        spec: { ...guestbook.spec, destination },
      } as Recorded);
    const cluster = await to({ name: 'in-cluster' });
    expect(cluster.deployments[0].environment).toBe('in-cluster');
    const nowhere = await to({ server: 'https://kubernetes.default.svc' });
    expect(nowhere.deployments).toEqual([]);
    expect(nowhere.runs).toHaveLength(1);
  });

  describe('says what was deployed', () => {
    const DIGEST = `sha256:${'624da9315869bc978810c235b60cf8c2'.repeat(2)}`;
    const artifactOf = async (status: Record<string, unknown>) =>
      (await read(withStatus(status))).deployments[0].artifact;

    it.each([
      [['orders'], { name: 'orders' }],
      [['host:5000/shop/orders'], { name: 'orders' }],
      [['host:5000/shop/orders:1.2'], { name: 'orders', version: '1.2' }],
      [
        [`quay.io/shop/orders:1.2@${DIGEST}`, 'envoy:1'],
        { name: 'orders', version: '1.2', digest: DIGEST },
      ],
      [[`quay.io/shop/other@${DIGEST}`], { name: 'other', digest: DIGEST }],
      [[`quay.io/shop/other:3@md5:abc`], { name: 'other', version: '3' }],
      [['guestbook:1', 'envoy:1'], { name: 'guestbook', version: '1' }],
      // One after the other is put there.
      [['orders:1', 'orders:2'], undefined],
      [['payments:1', 'envoy:1'], undefined],
      [[], undefined],
    ])('from the images %j', async (images, artifact) => {
      expect(await artifactOf({ summary: { images } })).toEqual(artifact);
    });

    it.each([
      ['it is replaced', { health: { status: 'Progressing' } }],
      ['it is not known how it is', { health: { status: 'Unknown' } }],
      ['nobody looked since', { reconciledAt: '2020-11-18T16:47:04Z' }],
      ['nobody ever looked', { reconciledAt: null }],
    ])('not from its images while %s', async (_why, status) => {
      expect(await artifactOf(status)).toBeUndefined();
    });

    it.each(['Running', 'Failed'])(
      'not from what a later sync that is %s may have put there',
      async phase => {
        const { deployments } = await read(withOperation({ phase }));
        expect(deployments.map(({ artifact }) => artifact)).toEqual([
          undefined,
          undefined,
        ]);
      },
    );

    it('from its images also after a part was repaired', async () => {
      const { deployments } = await read(
        withOperation({
          operation: {
            sync: { revision: COMMIT, resources: [{ kind: 'Service' }] },
            initiatedBy: { automated: true },
          },
        }),
      );
      expect(deployments.map(({ artifact }) => artifact?.version)).toEqual([
        '0.2',
      ]);
    });

    it('and which image it was for the latest only, instead of a commit of manifests', async () => {
      const { deployments } = await read(
        withStatus({
          operationState: undefined,
          history: [
            ...guestbook.status.history,
            {
              ...guestbook.status.history[0],
              id: 1,
              deployStartedAt: '2021-01-06T09:00:00Z',
              deployedAt: '2021-01-06T09:00:10Z',
            },
          ],
          summary: { images: ['gcr.io/heptio-images/ks-guestbook-demo:0.3'] },
        }),
      );
      expect(
        deployments.map(({ artifact, commit }) => [artifact?.version, commit]),
      ).toEqual([
        ['0.3', undefined],
        [undefined, COMMIT],
      ]);
    });

    it('from the version of a chart', async () => {
      const synced = {
        revision: '0.2.0',
        source: { repoURL: 'https://charts.example.com', chart: 'jenkins' },
      };
      const chart = { name: 'jenkins', version: '0.2.0' };
      const { runs, deployments } = await read(
        withStatus({
          summary: {},
          history: [{ ...guestbook.status.history[0], ...synced }],
          operationState: {
            ...guestbook.status.operationState,
            phase: 'Failed',
            startedAt: '2021-01-07T09:00:00Z',
            syncResult: { ...synced, revision: '0.3.0' },
          },
        }),
      );
      expect(deployments.map(({ artifact }) => artifact)).toEqual([
        { ...chart, version: '0.3.0' },
        chart,
      ]);
      for (const each of [...runs, ...deployments]) {
        expect(each).not.toHaveProperty('commit');
      }
    });

    it('from an image and not from its chart, also while two of it run', async () => {
      const { deployments } = await read(
        withStatus({
          health: { status: 'Progressing' },
          summary: { images: ['shop/orders:2.33.0', 'shop/orders:2.34.0'] },
          operationState: null,
          history: [
            {
              ...guestbook.status.history[0],
              revision: '0.2.0',
              source: { repoURL: 'https://charts.example.com', chart: 'web' },
            },
          ],
        }),
      );
      // What is stored of it stays.
      expect(deployments[0]).not.toHaveProperty('artifact');
    });

    it('from a chart with its values beside it', async () => {
      const { deployments } = await read(
        withStatus({
          summary: {},
          operationState: null,
          history: [
            {
              ...sources.status.history[0],
              sources: [
                { repoURL: 'oci://ghcr.io/charts', chart: 'service' },
                { repoURL: 'https://github.com/shop/values', ref: 'values' },
              ],
              revisions: ['2.6.2', COMMIT],
            },
          ],
        }),
      );
      expect(deployments[0]).toMatchObject({
        artifact: { name: 'service', version: '2.6.2' },
        commit: COMMIT,
      });
    });
  });

  it('takes no revision for a commit that is none', async () => {
    const { deployments } = await read(
      withStatus({
        operationState: null,
        history: [{ ...guestbook.status.history[0], revision: 'v1.2.3' }],
      }),
    );
    expect(deployments[0]).not.toHaveProperty('commit');
  });

  describe('with much to tell', () => {
    const history = Array.from({ length: 10 }, (_, index) => ({
      ...guestbook.status.history[0],
      id: index,
      deployStartedAt: `2021-01-0${index}T09:00:00Z`,
      deployedAt: `2021-01-0${index}T09:00:10Z`,
    })).slice(1);
    const application = withStatus({ history, operationState: null });

    it('tells the latest', async () => {
      const { url } = await argoCdWith(application);
      const data = await fetchFrom(providerOf(url), {
        entity: named('guestbook'),
        limit: 2,
      });
      expect(data.runs.map(({ startedAt }) => startedAt)).toEqual([
        '2021-01-09T09:00:00.000Z',
        '2021-01-08T09:00:00.000Z',
      ]);
      expect(data.deployments.map(({ at }) => at)).toEqual([
        '2021-01-09T09:00:10.000Z',
        '2021-01-08T09:00:10.000Z',
      ]);
    });

    it('tells nothing that ended before', async () => {
      const { url } = await argoCdWith(application);
      const data = await fetchFrom(providerOf(url), {
        entity: named('guestbook'),
        since: new Date('2021-01-08T09:00:10Z'),
        limit: 2,
      });
      expect(data).toMatchObject({
        runs: [{}, { finishedAt: '2021-01-08T09:00:10.000Z' }],
        deployments: [{}, { at: '2021-01-08T09:00:10.000Z' }],
      });
    });

    it('tells what runs since before', async () => {
      const { url } = await argoCdWith(withOperation({ phase: 'Running' }));
      const data = await fetchFrom(providerOf(url), {
        entity: named('guestbook'),
        since: new Date('2022-01-01T00:00:00Z'),
      });
      expect(data).toMatchObject({
        runs: [{ status: 'running' }],
        deployments: [{ outcome: 'running' }],
      });
      expect(data.runs).toHaveLength(1);
      expect(data.deployments).toHaveLength(1);
    });
  });

  describe('with several instances', () => {
    const other = {
      ...guestbook,
      metadata: { ...guestbook.metadata, uid: 'another' },
    };

    it('asks all of them, each with its token', async () => {
      const ones = [
        await argoCdWith(guestbook),
        await argoCdWith(),
        await argoCdWith(other),
      ];
      const logger = mockServices.logger.mock();
      const { runs } = await fetchFrom(
        providerOf(...ones.map(({ url }) => url)),
        { entity: named('guestbook'), logger },
      );
      expect(runs.map(({ id, url }) => [id.split('/')[0], url])).toEqual([
        [UID, `${ones[0].url}/applications/argocd/guestbook`],
        ['another', `${ones[2].url}/applications/argocd/guestbook`],
      ]);
      expect(
        ones.map(({ requests }) =>
          requests.map(({ headers }) => headers.authorization),
        ),
      ).toEqual([['Bearer token1'], ['Bearer token2'], ['Bearer token3']]);
      // One that has not the application has not failed.
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('asks only those that are named', async () => {
      const ones = [
        await argoCdWith(guestbook),
        await argoCdWith(guestbook),
        await argoCdWith(other),
      ];
      const provider = providerOf(...ones.map(({ url }) => url));
      const { runs } = await fetchFrom(provider, {
        entity: named('guestbook', { 'argocd/instance-name': 'argo3, argo1' }),
      });
      expect(runs).toHaveLength(2);
      expect(ones.map(({ requests }) => requests.length)).toEqual([1, 0, 1]);
      await expect(
        fetchFrom(provider, {
          entity: named('guestbook', { 'argocd/instance-name': 'argo9' }),
        }),
      ).rejects.toThrow(
        "There is no Argo CD instance 'argo9' in the configuration at 'argocd.appLocatorMethods'",
      );
    });

    it('tells what the others know when one fails', async () => {
      const good = await argoCdWith(guestbook);
      const bad = await argoCdThat((_request, response) =>
        sendJson(response, { error: 'token1' }, { status: 500 }),
      );
      const logger = mockServices.logger.mock();
      const { runs } = await fetchFrom(providerOf(bad.url, good.url), {
        entity: selected('app=orders'),
        logger,
      });
      expect(runs).toHaveLength(1);
      expect(logger.warn.mock.calls).toEqual([
        [
          "What is known of 'component:default/orders' lacks an instance: Argo CD 'argo1' answered 500 Internal Server Error when asked for the applications with 'app=orders'",
        ],
      ]);
    });

    it('leaves one alone that limits requests, and asks the others', async () => {
      const good = await argoCdWith(guestbook);
      const limiting = await argoCdThat((_request, response) =>
        sendJson(
          response,
          {},
          { status: 429, headers: { 'retry-after': '600' } },
        ),
      );
      const provider = providerOf(limiting.url, good.url);
      for (const _time of [1, 2]) {
        const { runs } = await fetchFrom(provider, {
          entity: selected('app=orders'),
        });
        expect(runs).toHaveLength(1);
      }
      expect(good.requests).toHaveLength(2);
      expect(limiting.requests).toHaveLength(1);
    });

    it('fails when one fails and no other has the application', async () => {
      const empty = await argoCdWith();
      const bad = await argoCdThat((_request, response) =>
        sendJson(response, {}, { status: 401 }),
      );
      for (const entity of [named('guestbook'), selected('app=orders')]) {
        await expect(
          fetchFrom(providerOf(empty.url, bad.url), { entity }),
        ).rejects.toThrow(/^Argo CD 'argo2' answered 401 .*credentials$/);
      }
    });

    it('says what failed where all fail', async () => {
      const [broken, limited] = [
        await argoCdThat((_request, response) =>
          sendJson(response, {}, { status: 502 }),
        ),
        await argoCdThat((_request, response) =>
          sendJson(response, {}, { status: 429 }),
        ),
      ];
      const ask = (...urls: string[]) =>
        fetchFrom(providerOf(...urls), { entity: named('guestbook') });
      await expect(ask(broken.url, broken.url)).rejects.toThrow(
        /'argo1' answered 502 .*; Argo CD 'argo2' answered 502/,
      );
      await expect(ask(limited.url, broken.url)).rejects.toThrow(
        /^Argo CD 'argo2' answered 502/,
      );
      await expect(ask(limited.url, limited.url)).rejects.toBeInstanceOf(
        RateLimitedError,
      );
    });

    it('has nothing to tell of labels that nothing has', async () => {
      const ones = [await argoCdWith(), await argoCdWith()];
      await expect(
        fetchFrom(providerOf(...ones.map(({ url }) => url)), {
          entity: selected('app=orders'),
        }),
      ).resolves.toEqual({ runs: [], deployments: [] });
    });

    it('says that no instance has the application', async () => {
      const ones = [await argoCdWith(), await argoCdWith(sidecars)];
      await expect(
        fetchFrom(providerOf(...ones.map(({ url }) => url)), {
          entity: named('guestbook'),
        }),
      ).rejects.toThrow(
        /'argo1' answered 403 .* the application 'guestbook': its credentials lack a permission, or there is no such application; Argo CD 'argo2'/,
      );
    });

    it.each([
      ['Argo CD', { code: 5, error: 'not found', message: 'not found' }, 0],
      ['a proxy', '<html>Not here</html>', 1],
    ])('knows that it was %s who said no', async (_who, body, warnings) => {
      const good = await argoCdWith(guestbook);
      const no = await argoCdThat((_request, response) =>
        sendJson(response, body, { status: 404 }),
      );
      const logger = mockServices.logger.mock();
      await fetchFrom(providerOf(good.url, no.url), {
        entity: named('guestbook'),
        logger,
      });
      expect(logger.warn).toHaveBeenCalledTimes(warnings);
    });

    it('asks a few at a time', async () => {
      let asking = 0;
      let most = 0;
      const { url } = await argoCdThat((_request, response) => {
        asking++;
        most = Math.max(most, asking);
        setTimeout(() => {
          asking--;
          sendJson(response, guestbook);
        }, 20);
      });
      const provider = providerOf(...Array.from({ length: 10 }, () => url));
      await fetchFrom(provider, { entity: named('guestbook') });
      expect(most).toBe(4);
    });
  });

  it('says that an answer broke off', async () => {
    const { url } = await argoCdThat((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(
      fetchFrom(providerOf(url), { entity: named('guestbook') }),
    ).rejects.toThrow(/^Argo CD .*broke off/);
  });

  it.each([
    [{ 'argocd/app-name': 'orders/../../x' }, /'argocd\/app-name'/],
    [{ 'argocd/app-name': 'a'.repeat(254) }, /'argocd\/app-name'/],
    [
      { 'argocd/app-name': 'orders', 'argocd/app-namespace': 'A b' },
      /'argocd\/app-namespace'/,
    ],
    [
      { 'argocd/app-name': 'orders', 'argocd/project-name': 'a&b' },
      /'argocd\/project-name'/,
    ],
    [{ 'argocd/app-selector': 'app=orders&x=1' }, /'argocd\/app-selector'/],
    [
      { 'argocd/app-name': 'orders', 'argocd/app-selector': 'app=orders' },
      /has both annotations/,
    ],
  ])('refuses the annotations %j', async (annotations, message) => {
    const { url, requests } = await argoCdWith(guestbook);
    const provider = providerOf(url);
    const entity = component(annotations as Record<string, string>);
    expect(provider.appliesTo(entity)).toBe(true);
    await expect(fetchFrom(provider, { entity })).rejects.toThrow(message);
    expect(requests).toEqual([]);
  });

  it('does not apply without an annotation', () => {
    const provider = providerOf('https://argocd.example.com');
    expect(provider.appliesTo(component({}))).toBe(false);
    expect(provider.appliesTo(named(' '))).toBe(false);
    expect(provider.appliesTo(selected('app=orders'))).toBe(true);
  });

  it('names an instance without a token when the application may be there', async () => {
    const { url } = await argoCdWith();
    const provider = ArgoCdProvider.fromConfig(
      configOf(
        { name: 'a', url, token: 'token1' },
        { name: 'b', url, username: 'u', password: 'hidden' },
      ),
    );
    await expect(
      fetchFrom(provider, { entity: named('orders') }),
    ).rejects.toThrow(/no such application.*'b' has no token/);
    await expect(
      fetchFrom(provider, {
        entity: named('orders', { 'argocd/instance-name': 'b' }),
      }),
    ).rejects.toThrow(/^The Argo CD instance 'b' has no token/);
  });

  it.each([
    [
      [{ name: 'a', url: 'ftp://a', token: 'hidden' }],
      /URL of the Argo CD instance 'a'.*http/,
    ],
    [[{ name: 'a', url: 'https://u:hidden@a', token: 't' }], /no credentials/],
    [
      [{ name: 'a', url: 'https://a', token: 'hid\nden' }],
      /token of the Argo CD instance 'a'/,
    ],
    [
      [{ name: 'a,b', url: 'https://a', token: 'hidden' }],
      /name of the Argo CD instance 'a,b'/,
    ],
    [
      [
        { name: 'a', url: 'https://a', token: 'hidden' },
        { name: 'a', url: 'https://b', token: 'hidden' },
      ],
      /two Argo CD instances 'a'/,
    ],
    [
      [{ name: 'a', token: 'hidden' }],
      /argocd\.appLocatorMethods\[0\]\.instances\[0\]\.url/,
    ],
  ])('refuses the instances %j', (instances, message) => {
    const create = () => ArgoCdProvider.fromConfig(configOf(...instances));
    expect(create).toThrow(message);
    expect(create).not.toThrow(/hidden|hid/);
  });

  describe.each([
    ['by its name', named('orders')],
    ['by labels', selected('app=orders')],
  ])('of an application %s', (_how, entity) => {
    describeHostileUpstream(({ url, secret }) => ({
      provider: ArgoCdProvider.fromConfig(
        configOf({ name: 'argo1', url, token: secret }),
      ),
      entity,
    }));
  });
});
