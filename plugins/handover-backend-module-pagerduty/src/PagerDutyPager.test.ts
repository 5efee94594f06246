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
import { ConfigReader } from '@backstage/config';
import createdIncident from './__fixtures__/createdIncident.json';
import escalationPolicy from './__fixtures__/escalationPolicy.json';
import onCalls from './__fixtures__/onCalls.json';
import service from './__fixtures__/service.json';
import { PagerDutyProvider } from './PagerDutyProvider';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    title: 'Orders',
    annotations: { 'pagerduty.com/service-id': 'PIJ90N7' },
  },
};
const target = { id: 'PT20YPA', name: 'Another Escalation Policy' };

const start = useUpstreams();

/** What PagerDuty answers to everything but pages. */
const answer: UpstreamHandler = (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://pd');
  const known: Record<string, object> = {
    '/services/PIJ90N7': service,
    '/escalation_policies/PT20YPA': escalationPolicy,
    '/oncalls': onCalls,
  };
  sendJson(response, known[pathname] ?? {}, {
    status: known[pathname] ? 200 : 404,
  });
};

const providerOf = (url: string, paging?: object) =>
  PagerDutyProvider.fromConfig(
    new ConfigReader({
      handover: {
        pagerDuty: { apiToken: 'reads', apiBaseUrl: url, paging } as never,
      },
    }),
  )!;
const pagingOf = (apiToken = 'writes') => ({
  enabled: true,
  apiToken,
  from: 'backstage@example.com',
});

async function startPagerDuty() {
  const posted: unknown[] = [];
  const upstream = await start(async (request, response) => {
    if (request.method === 'POST') {
      posted.push(await readJson(request));
      sendJson(response, createdIncident, { status: 201 });
    } else {
      answer(request, response);
    }
  });
  return { ...upstream, posted };
}

it('creates an incident that notifies the escalation policy of the service', async () => {
  const { url, posted, requests } = await startPagerDuty();
  const provider = providerOf(url, pagingOf());
  await expect(fetchFrom(provider, { entity })).resolves.toMatchObject({
    canPage: target,
  });
  requests.length = 0;

  const receipt = await pageFrom(provider, {
    entity,
    target,
    message: `Checkout is down.\n${'x'.repeat(300)}`,
  });
  expect(receipt).toEqual({
    id: 'PT4KHLK',
    url: 'https://subdomain.pagerduty.com/incidents/PT4KHLK',
  });
  expect(requests.map(({ path }) => path)).toEqual([
    '/services/PIJ90N7',
    '/incidents',
  ]);
  expect(requests[0].headers.authorization).toBe('Token token=reads');
  expect(requests[1].headers).toMatchObject({
    accept: 'application/vnd.pagerduty+json;version=2',
    authorization: 'Token token=writes',
    'content-type': 'application/json',
    from: 'backstage@example.com',
  });
  expect(posted).toEqual([
    {
      incident: {
        type: 'incident',
        title: expect.stringMatching(/^Orders: Checkout is down\. x{223}…$/),
        service: { id: 'PIJ90N7', type: 'service_reference' },
        urgency: 'high',
        incident_key: 'f1b6a6de-6d1c-4c9a-9f0e-7a4f0a3f8a11',
        body: {
          type: 'incident_body',
          details: `Checkout is down.\n${'x'.repeat(
            300,
          )}\n\nSent from Backstage by user:default/ann for component:default/orders.\nHandover: https://portal.example.com/handover`,
        },
        escalation_policy: {
          id: 'PT20YPA',
          type: 'escalation_policy_reference',
        },
      },
    },
  ]);
});

it('pages nobody if the service has another escalation policy by now', async () => {
  const { url, posted } = await startPagerDuty();
  const other = { ...target, id: 'POTHER' };
  const error = await pageFrom(providerOf(url, pagingOf()), {
    entity,
    target: other,
  }).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(PageNotSentError);
  expect(String(error)).toMatch(
    /no longer uses the escalation policy 'Another Escalation Policy'/,
  );
  expect(posted).toEqual([]);
});

it.each([
  ['not configured', undefined],
  ['off', { ...pagingOf(), enabled: false }],
])('offers and sends nothing if paging is %s', async (_what, paging) => {
  const { url, posted } = await startPagerDuty();
  const provider = providerOf(url, paging);
  expect(await fetchFrom(provider, { entity })).not.toHaveProperty('canPage');
  await expect(pageFrom(provider, { entity, target })).rejects.toThrow(
    "set 'handover.pagerDuty.paging.enabled'",
  );
  expect(posted).toEqual([]);
});

it('pages nobody if PagerDuty does not say which service it is', async () => {
  const { url } = await start((_request, response) =>
    sendJson(response, {}, { status: 500 }),
  );
  await expect(
    pageFrom(providerOf(url, pagingOf()), { entity, target }),
  ).rejects.toBeInstanceOf(PageNotSentError);
});

describeHostilePaging(({ url, secret }) => ({
  provider: providerOf(url, pagingOf(secret)),
  entity,
  target,
  answer,
}));
