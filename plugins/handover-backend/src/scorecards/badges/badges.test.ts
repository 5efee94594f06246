import { mockServices } from '@backstage/backend-test-utils';
import { createHandoverConditionalDecision, handoverConditions } from '../..';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { handoverDocumentReadPermission } from '@backstage-handover/plugin-handover-common';
import { eventually } from '../../__testUtils__/eventually';
import {
  as,
  component,
  nobody,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import { readScorecardsConfig } from '../config';
import { BadgeSigner } from './BadgeSigner';
import { SignedBadges } from './SignedBadges';

jest.setTimeout(60_000);

const ada = as('user:default/ada');
const NEW = 'new-secret-'.padEnd(32, 'n');
const OLD = 'old-secret-'.padEnd(32, 'o');
const REMOVED = 'removed-secret-'.padEnd(32, 'r');
const RESULTS = '/scorecards/results/component/default';
const ORDERS = { entityRef: 'component:default/orders', scorecard: 'ready' };

const check = (id: string, level: string, condition: string) => ({
  id,
  title: id,
  level,
  why: 'Because.',
  fix: { text: 'Do it.' },
  condition,
});
const scorecard = (name: string, kind: string, condition: string) => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name, title: 'Ready <&> "set"', owner: 'platform' },
  scope: { kind },
  levels: [{ id: 'bronze', title: "Bron'ze", color: '#f0c080' }],
  checks: [check('known', 'bronze', condition)],
});

const start = async (secrets?: string[]) => {
  const backend = await startHandoverBackend({
    entities: [
      component('orders'),
      component('hidden', { owner: 'group:default/x' }),
    ],
    config: {
      handover: {
        scorecards: {
          definitions: [
            scorecard('ready', 'component', "catalog.kind == 'component'"),
            scorecard('other', 'api', 'true'),
          ],
          frequency: '1s',
          ...(secrets && { badges: { secrets } }),
        },
      },
    } as never,
    authorize: async requests =>
      requests.map(({ permission }) =>
        permission.name === handoverDocumentReadPermission.name
          ? createHandoverConditionalDecision(
              handoverDocumentReadPermission,
              handoverConditions.isOwner({ claims: ['group:default/shop'] }),
            )
          : { result: AuthorizeResult.ALLOW },
      ),
  });
  await eventually(async () =>
    expect(
      (
        await backend.get('/scorecards/ready/counts', ada)
      ).body.entities,
    ).toBe(1),
  );
  const badge = (
    subject: { name?: string; scorecard?: string },
    query: Record<string, string> = {},
  ) =>
    backend.get(
      `${RESULTS}/${subject.name ?? 'orders'}/badge/${
        subject.scorecard ?? 'ready'
      }.svg?${new URLSearchParams(query)}`,
      nobody,
    );
  return { ...backend, badge };
};
const signed = (secret: string, subject: { expires?: string } = {}) => ({
  ...subject,
  signature: BadgeSigner.create({ secrets: [secret] }).sign({
    ...ORDERS,
    ...subject,
  })!,
});

describe('badges', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start([NEW, OLD]);
  });
  afterAll(() => backend.stop());

  it('are shown without credentials at the address that a reader gets', async () => {
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const given = await backend.get(
      `${RESULTS}/Orders/badge-url/ready?expiresAt=${at}`,
      ada,
    );
    expect(given.status).toBe(200);
    expect(Date.parse(given.body.expiresAt) - Date.parse(at)).toBeLessThan(
      1000,
    );
    const { pathname, search } = new URL(given.body.url);
    const { status, headers, body } = await backend.get(
      pathname.replace('/api/handover', '') + search,
    );
    expect([status, headers['content-type']]).toEqual([
      200,
      'image/svg+xml; charset=utf-8',
    ]);
    expect(headers).toMatchObject({
      'cache-control': 'max-age=300',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'",
    });
    const svg = String(body);
    expect(svg).toContain('role="img"');
    expect(svg).toContain(
      '<title>Ready &lt;&amp;&gt; &quot;set&quot;: Bron&#39;ze</title>',
    );
    expect(svg).toContain('fill="#f0c080"');
    expect(backend.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'scorecard-fetch',
        meta: { queryType: 'badge', ...ORDERS },
      }),
    );
  });

  it('have no address for those who may not read, and none without a result', async () => {
    const url = async (path: string, headers = ada) =>
      (await backend.get(`${RESULTS}/${path}`, headers)).status;
    expect(await url('orders/badge-url/ready')).toBe(200);
    expect((await backend.get(`${RESULTS}/orders`, ada)).body.badges).toBe(
      true,
    );
    expect(await url('orders/badge-url/ready', nobody)).toBe(401);
    expect(await url('hidden/badge-url/ready')).toBe(403);
    expect(await url('orders/badge-url/other')).toBe(404);
    expect(await url('orders/badge-url/none')).toBe(404);
    expect(
      await url('orders/badge-url/ready?expiresAt=2026-01-01T00:00:00Z'),
    ).toBe(400);
  });

  it('are refused alike for every signature that is not valid', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const later = String(now + 60);
    const good = signed(NEW);
    const last = good.signature.at(-1) === 'A' ? 'B' : 'A';
    const refused = [
      await backend.badge({}),
      await backend.badge({ name: 'hidden' }, good),
      await backend.badge({ name: 'none' }, good),
      await backend.badge({ scorecard: 'other' }, good),
      await backend.badge({}, { signature: `${good.signature}=` }),
      await backend.badge(
        {},
        { signature: good.signature.slice(0, -1) + last },
      ),
      await backend.badge({}, { ...good, expires: later }),
      await backend.badge(
        {},
        { ...signed(NEW, { expires: later }), expires: `${now + 61}` },
      ),
      await backend.badge({}, signed(NEW, { expires: String(now) })),
      await backend.badge({}, signed(NEW, { expires: 'never' })),
      await backend.badge({}, signed(REMOVED)),
    ];
    for (const { status, body } of refused) {
      expect([status, body.error.message]).toEqual([
        404,
        'No badge has this address',
      ]);
    }
    for (const query of [good, signed(OLD), signed(NEW, { expires: later })]) {
      expect((await backend.badge({}, query)).status).toBe(200);
    }
  });

  it('say so if an entity has no result', async () => {
    const signature = BadgeSigner.create({ secrets: [NEW] }).sign({
      ...ORDERS,
      scorecard: 'other',
    })!;
    const { status, body } = await backend.badge(
      { scorecard: 'other' },
      { signature },
    );
    expect([status, String(body)]).toEqual([
      200,
      expect.stringContaining(': Not evaluated</title>'),
    ]);
  });
});

it.each(['evaluated', 'outdated'] as const)(
  'says of a held level, and of one that is %s, whether it is the last known one',
  async state => {
    const signer = BadgeSigner.create({ secrets: [NEW] });
    const badgeOf = (levelHeld: boolean) =>
      SignedBadges.create({
        signer,
        scorecards: {
          list: async () => [
            {
              name: 'ready',
              version: '1',
              scorecard: { metadata: { title: 'Ready' } } as never,
            },
          ],
        },
        levels: {
          read: async () => ({
            state,
            levels: [{ id: 'bronze', title: 'Bronze' }],
            level: 'bronze',
            levelHeld,
            evaluatedAt: '2026-11-01T00:00:00Z',
          }),
        },
      }).get(ORDERS, signer.sign(ORDERS));
    expect(await badgeOf(true)).toContain('Bronze (last known)</title>');
    expect((await badgeOf(false)).includes('(last known)')).toBe(
      state === 'outdated',
    );
  },
);

it('has no badges without secrets', async () => {
  const backend = await start();
  const { status, body } = await backend.get(
    `${RESULTS}/orders/badge-url/ready`,
    ada,
  );
  expect([status, body.error.message]).toEqual([
    404,
    expect.stringContaining("'handover.scorecards.badges.secrets'"),
  ]);
  const results = await backend.get(`${RESULTS}/orders`, ada);
  expect(results.body).toEqual({
    items: [expect.anything()],
    initiatives: [],
  });
  expect((await backend.badge({}, signed(''))).status).toBe(404);
  await backend.stop();
});

it('refuses a secret that is too short, without showing it', async () => {
  const config = mockServices.rootConfig({
    data: {
      handover: { scorecards: { badges: { secrets: [NEW, 'guess-me'] } } },
    },
  });
  expect(() => readScorecardsConfig(config)).toThrow(
    /^Invalid value at 'handover\.scorecards\.badges\.secrets\[1\]': must have at least 32 characters$/,
  );
});
