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
import accepted from './__fixtures__/accepted.json';
import escalation from './__fixtures__/escalation.json';
import onCalls from './__fixtures__/onCalls.json';
import requestStatus from './__fixtures__/requestStatus.json';
import routingRules from './__fixtures__/routingRules.json';
import team from './__fixtures__/team.json';
import timeline from './__fixtures__/timeline.json';
import { OpsgenieProvider } from './OpsgenieProvider';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', annotations: { 'opsgenie.com/team': 'shop' } },
};
const target = {
  id: `escalation:${escalation.data.id}`,
  name: 'shop_escalation',
};

const start = useUpstreams();

/** What Opsgenie answers to everything but pages and their state. */
const answer: UpstreamHandler = (request, response) => {
  const { pathname } = new URL(request.url ?? '', 'http://opsgenie');
  const answers: [RegExp, object][] = [
    [/^\/v2\/teams\/shop$/, team],
    [/^\/v2\/teams\/shop\/routing-rules$/, routingRules],
    [/^\/v2\/escalations\//, escalation],
    [/\/on-calls$/, onCalls],
    [/\/timeline$/, timeline],
  ];
  const found = answers.find(([pattern]) => pattern.test(pathname))?.[1];
  sendJson(response, found ?? {}, { status: found ? 200 : 404 });
};

const providerOf = (url: string, apiKey: string | undefined = 'writes') =>
  OpsgenieProvider.create({
    apiKey: 'reads',
    apiBaseUrl: url,
    paging: { apiKey },
  });

/** An Opsgenie that says this of the request that creates an alert, or answers it with a status, one after the other. */
async function startOpsgenie(...states: (object | number)[]) {
  const posted: unknown[] = [];
  const upstream = await start(async (request, response) => {
    if (request.method === 'POST') {
      posted.push(await readJson(request));
      sendJson(response, accepted, { status: 202 });
    } else if (request.url?.startsWith('/v2/alerts/requests/')) {
      const state = states.shift() ?? 404;
      if (typeof state === 'number') {
        sendJson(response, {}, { status: state });
      } else {
        sendJson(response, state);
      }
    } else {
      answer(request, response);
    }
  });
  return { ...upstream, posted };
}

it('creates an alert for the responder of the default routing rule, and waits until it is there', async () => {
  const { url, posted, requests } = await startOpsgenie(
    { data: { ...requestStatus.data, alertId: '' } },
    requestStatus,
  );
  const provider = providerOf(url);
  await expect(fetchFrom(provider, { entity })).resolves.toMatchObject({
    canPage: target,
  });
  requests.length = 0;

  const message = `Checkout is down. ${'x'.repeat(200)}`;
  await expect(
    pageFrom(provider, { entity, target, message }),
  ).resolves.toEqual({
    id: requestStatus.data.alertId,
    url: team.data.links.web,
  });
  const paths = requests.map(({ path }) => path);
  expect(paths.slice(2)).toEqual([
    '/v2/alerts',
    `/v2/alerts/requests/${accepted.requestId}`,
    `/v2/alerts/requests/${accepted.requestId}`,
  ]);
  expect(requests[0].headers.authorization).toBe('GenieKey reads');
  expect(requests[2].headers.authorization).toBe('GenieKey writes');
  expect(posted).toEqual([
    {
      message: expect.stringMatching(/^orders: Checkout is down\. x{103}…$/),
      alias: 'f1b6a6de-6d1c-4c9a-9f0e-7a4f0a3f8a11',
      description: `${message}\n\nSent from Backstage by user:default/ann for component:default/orders.\nHandover: https://portal.example.com/handover`,
      responders: [{ type: 'escalation', id: escalation.data.id }],
      priority: 'P1',
      source: 'Backstage',
    },
  ]);
});

it('says that nobody was paged if Opsgenie creates no alert', async () => {
  const { url, posted } = await startOpsgenie({
    data: { isSuccess: false, status: 'No', alertId: '' },
  });
  await expect(
    pageFrom(providerOf(url), { entity, target, urgency: 'low' }),
  ).rejects.toBeInstanceOf(PageNotSentError);
  expect(posted).toMatchObject([{ priority: 'P3' }]);
});

it('does not say that nobody was paged if Opsgenie never confirms it', async () => {
  const { url, posted } = await startOpsgenie();
  const error = await pageFrom(providerOf(url), {
    entity,
    target,
    signal: AbortSignal.timeout(300),
  }).catch((reason: Error) => reason);
  expect(error).not.toBeInstanceOf(PageNotSentError);
  expect(posted).toHaveLength(1);
});

it('does not say that nobody was paged if the key cannot read alerts, and asks only once', async () => {
  const { url, requests } = await startOpsgenie(404, 403, requestStatus);
  const error = await pageFrom(providerOf(url), { entity, target }).catch(
    (reason: Error) => reason,
  );
  expect(error).not.toBeInstanceOf(PageNotSentError);
  expect(String(error)).toMatch(
    /Opsgenie answered 403 Forbidden when asked for the state of the alert: the credentials lack a permission$/,
  );
  expect(
    requests.filter(({ path }) => path?.startsWith('/v2/alerts/requests/')),
  ).toHaveLength(2);
});

it('pages nobody if the team notifies something else by now', async () => {
  const { url, posted } = await startOpsgenie();
  const other = { ...target, id: 'schedule:s1' };
  const error = await pageFrom(providerOf(url), {
    entity,
    target: other,
  }).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(PageNotSentError);
  expect(String(error)).toMatch(/no longer notifies 'shop_escalation'/);
  expect(posted).toEqual([]);
});

it('offers and sends nothing if paging is off', async () => {
  const { url, posted } = await startOpsgenie();
  const provider = OpsgenieProvider.create({ apiKey: 'k', apiBaseUrl: url });
  expect(await fetchFrom(provider, { entity })).not.toHaveProperty('canPage');
  await expect(pageFrom(provider, { entity, target })).rejects.toThrow(
    "set 'handover.opsgenie.paging.enabled'",
  );
  expect(posted).toEqual([]);
});

describeHostilePaging(({ url, secret }) => ({
  provider: providerOf(url, secret),
  entity,
  target,
  answer,
}));
