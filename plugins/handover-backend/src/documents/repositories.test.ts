import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { eventually } from '../__testUtils__/eventually';
import { exampleYaml as yaml } from '../__testUtils__/exampleYaml';
import {
  component,
  startHandoverBackend,
} from '../__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const AT = encodeURIComponent('2026-11-30T10:00:00+05:30');
const repositoryOf = (name: string) => `https://github.com/example/${name}`;
const documentOf = (name: string) => `/documents/component/default/${name}`;

const inRepository = (name: string) =>
  component(name, {
    annotations: {
      'backstage.io/managed-by-location': `url:${repositoryOf(
        name,
      )}/blob/main/catalog-info.yaml`,
      'handover.dev/ref': './handover.yaml',
    },
  });

describe('documents in repositories', () => {
  /** What each repository holds; one without content cannot be reached. */
  const contents = new Map<string, string>();
  const events = mockServices.events();
  let api: Awaited<ReturnType<typeof startHandoverBackend>>;

  beforeAll(async () => {
    const urlReader = mockServices.urlReader.mock({
      readUrl: async url => {
        const [, name] = url.match(/example\/([^/]+)\//)!;
        const content = contents.get(name);
        if (content === undefined) {
          throw new Error('connection refused');
        }
        const buffer = Buffer.from(content);
        return { buffer: async () => buffer, etag: content };
      },
    });
    api = await startHandoverBackend({
      entities: ['unread', 'edited', 'broken', 'partial'].map(inRepository),
      extra: [
        urlReader.factory,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
  });
  afterAll(() => api.stop());

  /** The state of a document after a push, once it has this status. */
  async function push(name: string, status: string) {
    await events.publish({
      topic: 'github.push',
      eventPayload: {
        repository: { html_url: repositoryOf(name) },
        commits: [{ modified: ['handover.yaml'] }],
      },
    });
    await eventually(async () =>
      expect((await api.get(documentOf(name))).body.status).toBe(status),
    );
    return (await api.get(documentOf(name))).body;
  }

  const decide = async (name: string) =>
    (
      await api.get(
        `/gate/component/default/${name}?environment=production&at=${AT}`,
      )
    ).body;

  it('decide nothing before one was read', async () => {
    const unread = await push('unread', 'unreachable');
    expect(unread.document).toBeUndefined();
    // Nobody knows what its windows say.
    expect(await decide('unread')).toMatchObject({
      verdict: 'unknown',
      reasons: [{ reason: expect.stringContaining('unreachable') }],
    });
  });

  it('are changed there, and not in the portal', async () => {
    const location = `url:${repositoryOf('edited')}/tree/main/handover.yaml`;
    contents.set('edited', yaml('Takes orders'));
    const state = await push('edited', 'ok');
    expect(state).toMatchObject({ source: 'repository', location });

    const edit = await api.put(documentOf('edited'), yaml('Mine'), {
      'If-Match': '"1"',
    });
    expect(edit.status).toBe(409);
    expect(edit.body.error.message).toContain(location);
  });

  it('show the valid sections of a file with errors, which nothing decides by', async () => {
    const text = `${yaml('Takes orders')}notes:\n  items: none\n`;
    contents.set('partial', text);
    const { partial, ...state } = await push('partial', 'invalid');
    expect(partial).toMatchObject({
      document: { overview: { purpose: 'Takes orders' }, windows: {} },
      sectionsWithErrors: ['notes'],
    });
    expect(state).not.toHaveProperty('document');
    expect(state).not.toHaveProperty('revision');
    expect(state).toMatchObject({
      coverage: { covered: 0 },
      problems: [{ path: 'notes.items' }],
    });

    // Its window, which would close the gate, is not in force.
    const decision = await decide('partial');
    expect(decision.verdict).toBe('unknown');
    expect(JSON.stringify(decision)).not.toContain('month-end');
    for (const path of [
      '/gate/component/default/partial/calendars',
      '/gate/component/default/partial/occurrences?from=2026-11-01T00:00:00Z&to=2026-12-31T00:00:00Z',
      '/documents?include=document&q=partial',
      '/documents?include=coverage&q=partial',
    ]) {
      const { status, body } = await api.get(path);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).not.toMatch(/month-end|Takes orders/);
    }
    expect((await api.get(`${documentOf('partial')}/handover.md`)).status).toBe(
      404,
    );

    contents.set('partial', `${text}# ${'AKIA'}IOSFODNN7EXBMPLE\n`);
    await push('partial', 'invalid');
    await eventually(async () =>
      expect((await api.get(documentOf('partial'))).body.problems).toHaveLength(
        2,
      ),
    );
    expect((await api.get(documentOf('partial'))).body).not.toHaveProperty(
      'partial',
    );
  });

  it('decide by the last good revision', async () => {
    contents.set('broken', yaml('Takes orders'));
    await push('broken', 'ok');
    const closed = await decide('broken');
    expect(closed.verdict).toBe('closed');

    contents.set('broken', 'kind: [');
    expect(await push('broken', 'invalid')).toMatchObject({
      revision: { number: 1 },
      document: { overview: { purpose: 'Takes orders' } },
      problems: [{ line: 1, severity: 'error' }],
    });
    const { reasons, ...rest } = await decide('broken');
    expect({ ...rest, reasons: closed.reasons }).toEqual(closed);
    expect(reasons).toMatchObject([
      { kind: 'window', window: 'month-end' },
      { kind: 'default' },
      {
        kind: 'notice',
        title: 'Based on revision 1, because the handover is invalid',
      },
    ]);
  });
});
