import {
  openapi,
  type OpenApiDocument,
} from '@backstage-handover/plugin-handover-common/api';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Response } from 'supertest';
import { eventually } from './__testUtils__/eventually';
import { as, component } from './__testUtils__/startHandoverBackend';
import { startMcp } from './actions/__testUtils__/startMcp';
import { handoverYaml } from './documents/__testUtils__/documents';

jest.setTimeout(120_000);

const admin = as('user:default/admin');
const ada = as('user:default/ada');
const DAY_MS = 86_400_000;
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString();

const READY = {
  apiVersion: 'handover.dev/v1',
  kind: 'Scorecard',
  metadata: { name: 'ready', title: 'Ready', owner: 'platform' },
  levels: [{ id: 'bronze', title: 'Bronze' }],
  checks: ['document.exists', 'document.coverage > 0.5'].map(
    (condition, index) => ({
      id: `check-${index}`,
      title: `Check ${index}`,
      level: 'bronze',
      why: 'Because.',
      fix: { text: 'Do it.' },
      condition,
    }),
  ),
};

const FREEZE = {
  apiVersion: 'handover.dev/v1',
  kind: 'Calendar',
  metadata: { name: 'freeze', title: 'Freeze', owner: 'platform' },
  windows: [
    {
      id: 'freeze',
      title: 'Freeze',
      effect: 'deny',
      environments: ['production'],
      schedule: { start: '2026-12-18', end: '2027-01-03', timeZone: 'UTC' },
    },
  ],
};

/** Values of parameters that a route requires, by name. */
const REQUIRED: Record<string, string> = {
  environment: 'production',
  from: '1',
  to: '1',
};
const OCCURRENCES = {
  from: '2026-11-01T00:00:00Z',
  to: '2026-12-01T00:00:00Z',
};

type Parameter = {
  name: string;
  in: string;
  required?: boolean;
  schema: { enum?: string[]; items?: { enum?: string[] } };
};
type Ref = { $ref?: string };

function resolve<T extends object>(value: T | Ref): T {
  if (!('$ref' in value) || !value.$ref) {
    return value as T;
  }
  const found = value.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>(
      (node, key) => (node as Record<string, unknown>)[key],
      openapi,
    );
  return resolve(found as T);
}

/** Every request that reads: with each value of each parameter that has a list. */
function readsOf({ paths }: OpenApiDocument) {
  return Object.entries(paths).flatMap(([template, item]) => {
    const { get, parameters: shared = [] } = item as {
      get?: { operationId: string; parameters?: (Parameter | Ref)[] };
      parameters?: (Parameter | Ref)[];
    };
    if (!get) {
      return [];
    }
    const parameters = [...shared, ...(get.parameters ?? [])]
      .map(each => resolve<Parameter>(each))
      .filter(each => each.in === 'query');
    const values = get.operationId === 'getOccurrences' ? OCCURRENCES : {};
    const required = parameters
      .filter(each => each.required)
      .map(({ name }) => [name, { ...REQUIRED, ...values }[name]!] as const);
    const choices = parameters.flatMap(({ name, schema }) => {
      const found = resolve(schema);
      const all = found.enum ?? (found.items && resolve(found.items).enum);
      return (all ?? []).map(value => [name, String(value)] as const);
    });
    return [undefined, ...choices].map(choice => ({
      template,
      query: new URLSearchParams(
        [...required, ...(choice ? [choice] : [])].map(pair => [...pair]),
      ).toString(),
    }));
  });
}

/** Ada may read what the shop owns; the administrator may do everything. */
const authorize: PermissionsService['authorizeConditional'] = async (
  requests,
  { credentials },
) =>
  requests.map(({ permission }) =>
    JSON.stringify(credentials).includes('user:default/ada') &&
    permission.name !== 'catalog.entity.read'
      ? {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'handover',
          resourceType: 'handover-document',
          conditions: {
            rule: 'IS_OWNER',
            resourceType: 'handover-document',
            params: { claims: ['group:default/shop'] },
          },
        }
      : { result: AuthorizeResult.ALLOW },
  );

/** A company with or without a service that Ada may not see. */
async function startCompany(options: { hasSecret: boolean }) {
  const names = ['orders', 'basket', ...(options.hasSecret ? ['secret'] : [])];
  let initiative = '';
  const mcp = await startMcp({
    entities: names.map(name =>
      component(name, {
        owner: `group:default/${name === 'secret' ? 'secret-team' : 'shop'}`,
        system: `system:default/${name === 'secret' ? 'secret' : 'store'}`,
      }),
    ),
    config: {
      handover: {
        calendars: { definitions: [FREEZE] },
        scorecards: {
          definitions: [READY],
          frequency: '1s',
          badges: { secrets: ['s'.repeat(40)] },
        },
      },
    } as never,
    authorize,
    prepare: async backend => {
      for (const name of names) {
        const entity = `component/default/${name}`;
        await backend.put(
          `/documents/${entity}`,
          handoverYaml(`Runs the ${name}`),
          { ...admin, 'If-None-Match': '*' },
        );
      }
      const today = inDays(0).slice(0, 10);
      initiative = (
        await backend.post(
          '/initiatives',
          {
            title: 'Bronze',
            owner: 'platform',
            scorecard: 'ready',
            target: { level: 'bronze' },
            startsOn: today,
            endsOn: inDays(30).slice(0, 10),
          },
          admin,
        )
      ).body.id;
      await backend.post(
        `/initiatives/${initiative}/publish`,
        {},
        { ...admin, 'If-Match': '"1"' },
      );
      await eventually(async () => {
        const { counts } = (
          await backend.get(`/initiatives/${initiative}`, admin)
        ).body;
        expect(counts.open).toBe(names.length);
        const { body } = await backend.get('/scorecards/ready/counts', admin);
        expect(body.checks['check-0']).toEqual({ pass: names.length });
      });
      for (const name of names) {
        const exemption = await backend.post(
          `/exemptions/component/default/${name}`,
          {
            scorecard: 'ready',
            check: 'check-1',
            reason: 'It moves.',
            expiresAt: inDays(30),
          },
          admin,
        );
        expect(exemption.status).toBe(201);
        const override = await backend.post(
          `/gate/component/default/${name}/overrides`,
          {
            environments: ['production'],
            reason: 'Checkout is down.',
            until: new Date(Date.now() + 3_600_000).toISOString(),
          },
          admin,
        );
        expect(override.status).toBe(201);
      }
    },
  });
  const path = (template: string, entity = 'orders') =>
    template
      .replace('{kind}/{namespace}/{name}', `component/default/${entity}`)
      .replace('{calendar}', 'freeze')
      .replace('{scorecard}', 'ready')
      .replace('{number}', '1')
      .replace('{id}', initiative);
  return { ...mcp, path };
}

function withoutTimes(text: string): string {
  return text.replace(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)/g, 'TIME');
}

/** What a caller sees, without what differs from one company to the next. */
function seen({ status, body, text }: Response): unknown {
  const content = Object.keys(body).length > 0 ? JSON.stringify(body) : text;
  return {
    status,
    content: withoutTimes(content)
      .replace(/\d{8}T\d{6}Z/g, 'TIME')
      .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID')
      .replace(/localhost:\d+/g, 'HOST')
      .replace(/[?&](?:signature|expires)=[^"&]+/g, 'SIGNED'),
  };
}

describe('a service that a caller may not see', () => {
  const reads = readsOf(openapi);
  let withSecret: Awaited<ReturnType<typeof startCompany>>;
  let without: typeof withSecret;

  beforeAll(async () => {
    withSecret = await startCompany({ hasSecret: true });
    without = await startCompany({ hasSecret: false });
  });
  afterAll(async () => {
    await withSecret.stop();
    await without.stop();
  });

  it('is there for others', async () => {
    const { backend } = withSecret;
    const read = async (path: string) => (await backend.get(path, admin)).text;
    for (const path of [
      '/documents',
      '/exemptions',
      '/overrides',
      '/scorecards/open-checks',
    ]) {
      expect(await read(path)).toContain('secret-team');
    }
  });

  it.each(reads)('changes nothing in $template?$query', async each => {
    const read = async ({ backend, path }: typeof withSecret) =>
      seen(await backend.get(`${path(each.template)}?${each.query}`, ada));
    const expected = await read(without);
    expect(expected).not.toMatchObject({ status: 400 });
    expect(await read(withSecret)).toEqual(expected);
  });

  it.each(reads.filter(({ template }) => template.includes('{name}')))(
    'is refused or not found in $template?$query',
    async ({ template, query }) => {
      const { backend, path } = withSecret;
      const { status, text } = await backend.get(
        `${path(template, 'secret')}?${query}`,
        ada,
      );
      // A badge is for readers without an account: its signature lets them in.
      expect([401, 403, 404]).toContain(status);
      expect(text).not.toContain('secret-team');
    },
  );

  it('changes nothing in what actions answer', async () => {
    const expected = await answersOf(without, 'orders');
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    expect(await answersOf(withSecret, 'orders')).toEqual(expected);
    const refused = await answersOf(withSecret, 'secret');
    expect(JSON.stringify(refused)).not.toContain('secret-team');
  });
});

/** What the actions need besides an entity. */
const INPUTS: Record<string, object> = {
  'explain-gate': { environment: 'production' },
  'find-failures': { text: 'orders' },
  'get-handover': {},
  'get-scorecards': {},
  'summarize-fleet-scorecards': {},
  'validate-handover': { yaml: '' },
};

/** The answer of each action that only reads. */
async function answersOf(
  { client, call }: Awaited<ReturnType<typeof startCompany>>,
  entityRef: string,
): Promise<Record<string, string>> {
  const { tools } = await client.listTools();
  const answers: Record<string, string> = {};
  for (const { name, annotations, inputSchema } of tools) {
    if (annotations?.readOnlyHint) {
      const action = name.replace('handover.', '');
      if (!INPUTS[action]) {
        throw new Error(`The test has no input for '${action}'`);
      }
      const answer = await call(action, {
        ...INPUTS[action],
        ...(inputSchema.properties?.entityRef && { entityRef }),
      });
      answers[action] = withoutTimes(JSON.stringify(answer));
    }
  }
  return answers;
}
