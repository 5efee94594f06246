import {
  describeHostilePaging,
  fetchFrom,
  pageFrom,
  readJson,
  sendJson,
  type UpstreamHandler,
  useUpstreams,
} from '@backstage-handover/plugin-handover-node/testUtils';
import { PageNotSentError } from '@backstage-handover/plugin-handover-node';
import chain from './__fixtures__/chain.json';
import schedule from './__fixtures__/schedule.json';
import shifts from './__fixtures__/shifts.json';
import steps from './__fixtures__/steps.json';
import user from './__fixtures__/user.json';
import { GrafanaOnCallProvider } from './GrafanaOnCallProvider';

const entityWith = (key: string, value: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { [`handover.dev/grafana-oncall-${key}`]: value },
  },
});
const entity = entityWith('escalation-chain', chain.id);
const bySchedule = entityWith('schedule', schedule.id);
const target = { id: chain.id, name: chain.name };

const start = useUpstreams();

/** What Grafana OnCall answers to everything but alerts. */
const answer: UpstreamHandler = (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://oncall');
  const answers: [RegExp, object][] = [
    [/\/escalation_chains\//, chain],
    [/\/escalation_policies\//, steps],
    [/\/final_shifts$/, shifts],
    [/\/schedules\//, schedule],
    [/\/users\//, user],
  ];
  const found = answers.find(([pattern]) => pattern.test(pathname))?.[1];
  sendJson(response, found ?? {}, { status: found ? 200 : 404 });
};

const providerOf = (
  url: string,
  path = '/integrations/v1/formatted_webhook/k/',
) =>
  GrafanaOnCallProvider.create({
    apiUrl: url,
    apiToken: 'token',
    integrations: new Map([[chain.id, `${url}${path}`]]),
  });

async function startOnCall() {
  const posted: unknown[] = [];
  const upstream = await start(async (request, response) => {
    if (request.method === 'POST') {
      posted.push(await readJson(request));
      sendJson(response, 'Ok.');
    } else {
      answer(request, response);
    }
  });
  return { ...upstream, posted };
}

it('sends an alert to the integration of the escalation chain', async () => {
  const { url, posted, requests } = await startOnCall();
  const provider = providerOf(url);
  await expect(fetchFrom(provider, { entity })).resolves.toMatchObject({
    canPage: target,
  });
  requests.length = 0;

  await expect(pageFrom(provider, { entity, target })).resolves.toEqual({});
  expect(requests.map(({ path }) => path)).toEqual([
    '/integrations/v1/formatted_webhook/k/',
  ]);
  // The URL is the secret. The token of the API is for the API alone.
  expect(requests[0].headers).not.toHaveProperty('authorization');
  expect(posted).toEqual([
    {
      alert_uid: 'f1b6a6de-6d1c-4c9a-9f0e-7a4f0a3f8a11',
      title: 'orders: Checkout is down.',
      state: 'alerting',
      link_to_upstream_details: 'https://portal.example.com/handover',
      message:
        'Checkout is down.\n\nSent from Backstage by user:default/ann for component:default/orders.\nHandover: https://portal.example.com/handover',
    },
  ]);
});

it.each([
  ['a schedule alone', bySchedule, target],
  [
    'an escalation chain without an integration',
    entityWith('escalation-chain', 'FOTHER'),
    { ...target, id: 'FOTHER' },
  ],
  [
    'another escalation chain by now',
    entityWith('escalation-chain', 'FOTHER'),
    target,
  ],
])('pages nobody for %s', async (_what, other, goal) => {
  const { url, posted } = await startOnCall();
  const provider = providerOf(url);
  expect(await fetchFrom(provider, { entity: other })).not.toHaveProperty(
    'canPage',
  );
  await expect(
    pageFrom(provider, { entity: other, target: goal }),
  ).rejects.toBeInstanceOf(PageNotSentError);
  expect(posted).toEqual([]);
});

describeHostilePaging(({ url, secret }) => ({
  provider: providerOf(url, `/integrations/v1/formatted_webhook/${secret}/`),
  entity,
  target,
  answer,
}));
