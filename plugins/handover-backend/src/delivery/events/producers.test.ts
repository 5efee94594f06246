import {
  asService,
  component,
  startHandoverBackend,
} from '../../__testUtils__/startHandoverBackend';
import {
  binaryHeaders,
  cdEvent,
  structured,
  type TestCdEvent,
} from '../__testUtils__/events';

// What producers of CDEvents send, and what the bindings of CloudEvents allow.

jest.setTimeout(60_000);

const EVENTS = '/delivery/events';
const STRUCTURED = { 'Content-Type': 'application/cloudevents+json' };
const BATCH = { 'Content-Type': 'application/cloudevents-batch+json' };
const ACCEPTED = [200, ['accepted']];

type Backend = Awaited<ReturnType<typeof startHandoverBackend>>;
let backend: Backend;
beforeAll(async () => {
  backend = await startHandoverBackend({
    entities: [
      component('orders'),
      component('billing', {
        annotations: { 'handover.dev/cdevents-source': '/ci/billing' },
      }),
    ],
  });
});
afterAll(() => backend.stop());

/** The status, and what became of each event or why not. */
async function send(headers: Record<string, string>, body: unknown) {
  const { status, body: answer } = await backend.post(
    EVENTS,
    typeof body === 'string' ? body : JSON.stringify(body),
    { ...asService(), ...headers },
  );
  const { items } = answer as { items?: { status: string }[] };
  return [status, items?.map(each => each.status) ?? answer.error.message];
}

const finished = (options: Parameters<typeof cdEvent>[1] = {}) =>
  cdEvent('pipelinerun.finished', options);

async function runs(entity = 'orders') {
  const { body } = await backend.get(
    `/delivery/component/default/${entity}/runs`,
  );
  return body.items as { id: string; status: string }[];
}

describe('the identity of an event', () => {
  it('is that of the CDEvent, as SDKs give the CloudEvent an id of its own', async () => {
    const event = finished();
    const around = (id: string) => ({ ...structured(event), id });
    expect(await send(STRUCTURED, around('f81d4fae'))).toEqual(ACCEPTED);
    // The SDK makes another id when it sends the event again.
    expect(await send(STRUCTURED, around('7dec11d0'))).toEqual([
      200,
      ['duplicate'],
    ]);
    // What is sent under the same id is another event.
    const another = { ...structured(finished()), id: 'f81d4fae' };
    expect(await send(STRUCTURED, another)).toEqual(ACCEPTED);
  });

  it.each(['source', 'type'])('must have the same %s on both', async key => {
    const event = { ...structured(finished()), [key]: '/another' };
    expect(await send(STRUCTURED, event)).toEqual([
      400,
      expect.stringContaining(`but the CloudEvent's ${key} is '/another'`),
    ]);
  });
});

describe('the time of an event', () => {
  it.each([
    '2026-11-20T10:00:00Z',
    '2026-11-20t10:00:00z',
    '2026-11-20T11:00:00.000+01:00',
    '2026-11-20 10:00:00.315384+00:00',
    '2026-11-20 10:00:00+00:00',
    '2026-11-20T10:00:00+0000',
    '2026-11-20 10:00:00 +0000',
    '2026-11-20 10:00:00.315384',
    '2026-11-20T10:00:00',
    // OffsetDateTime and ZonedDateTime of Java.
    '2026-11-20T10:00Z',
    '2026-11-20T11:00+01:00',
    '2026-11-20T11:00:00+01:00[Europe/Berlin]',
    '2026-11-20T11:00+01:00[Europe/Berlin]',
    '2026-11-20T10:00:00.125Z[UTC]',
  ])('may be %p', async at => {
    const event = finished({ at, subjectId: `at ${at}` });
    expect(await send(STRUCTURED, structured(event))).toEqual(ACCEPTED);
    expect(await runs()).toContainEqual(
      expect.objectContaining({
        id: `/ci/shop#at ${at}`,
        finishedAt: expect.stringMatching(/^2026-11-20T10:00:00\.\d{3}Z$/),
      }),
    );
  });

  it.each([
    'yesterday',
    '2026-02-30 10:00:00',
    '2026-11-20',
    '1795041000',
    '',
    '2026-11-20T10Z',
    '2026-11-20T24:30Z',
    '2026-11-20T11:00:00[Europe/Berlin]',
    '2026-11-20T11:00:00+01:00[Europe/Berlin',
  ])('must not be %p', async at => {
    expect(await send(STRUCTURED, structured(finished({ at })))).toEqual([
      400,
      expect.stringContaining(
        'data.context.timestamp: must be a time such as 2026-11-20T10:00:00Z',
      ),
    ]);
  });

  it('must not be more than a day ahead', async () => {
    const hoursAhead = (hours: number) =>
      structured(
        cdEvent('service.deployed', {
          at: new Date(Date.now() + hours * 3_600_000).toISOString(),
        }),
      );
    expect(await send(STRUCTURED, hoursAhead(23))).toEqual(ACCEPTED);
    expect(await send(STRUCTURED, hoursAhead(25))).toEqual([
      400,
      expect.stringContaining('more than a day in the future'),
    ]);
    const never = structured(finished({ at: '9999-12-31T23:59:59Z' }));
    expect(await send(BATCH, [never, hoursAhead(1)])).toEqual([
      200,
      ['rejected', 'accepted'],
    ]);
  });
});

describe('the outcome', () => {
  it.each([
    ['success', 'succeeded'],
    ['SUCCESS', 'succeeded'],
    [' Success ', 'succeeded'],
    ['succeeded', 'succeeded'],
    ['Failure', 'failed'],
    ['error', 'failed'],
    ['failed', 'failed'],
    ['cancel', 'cancelled'],
    ['CANCELLED', 'cancelled'],
    ['skip', 'cancelled'],
    ['complete', 'unknown'],
    ['not a success', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('%p makes a run %s', async (outcome, status) => {
    const subjectId = `outcome ${outcome}`;
    const event = finished({
      subjectId,
      content: { pipelineName: 'orders', outcome },
    });
    expect(await send(STRUCTURED, structured(event))).toEqual(ACCEPTED);
    expect(await runs()).toContainEqual(
      expect.objectContaining({ id: `/ci/shop#${subjectId}`, status }),
    );
  });

  it('of a task is not made up either', async () => {
    const event = cdEvent('taskrun.finished', {
      subjectId: 'build',
      content: { pipelineRun: { id: 'with a task' } },
    });
    expect(await send(STRUCTURED, structured(event))).toEqual(ACCEPTED);
    expect(await runs()).toContainEqual(
      expect.objectContaining({
        id: '/ci/shop#with a task',
        stages: [expect.objectContaining({ status: 'unknown' })],
      }),
    );
  });

  it('must be text', async () => {
    const event = finished({ content: { outcome: 1 } });
    expect(await send(STRUCTURED, structured(event))).toEqual([
      400,
      expect.stringContaining('data.subject.content.outcome'),
    ]);
  });
});

describe('the binary mode', () => {
  it.each([
    ['/job/my%20app/', '/job/my%2520app/'],
    // Producers that do not encode.
    ['/job/my%20app/', '/job/my%20app/'],
    ['/job/my app/', '/job/my%20app/'],
    ['/job/my app/', '"/job/my app/"'],
    ['/job/über', '/job/%C3%BCber'],
  ])('decodes headers once: source %p as %p', async (source, header) => {
    const event = finished({ source });
    expect(
      await send({ ...binaryHeaders(event), 'ce-source': header }, event),
    ).toEqual(ACCEPTED);
  });

  it('does not decode twice', async () => {
    const event = finished({ source: '/job/my app/' });
    expect(
      await send(
        { ...binaryHeaders(event), 'ce-source': '/job/my%2520app/' },
        event,
      ),
    ).toEqual([400, expect.stringContaining("source is '/job/my%20app/'")]);
  });

  it.each([
    'application/json',
    'application/json; charset=UTF-8',
    'application/vnd.cdevents+json',
    'text/plain',
    'application/x-www-form-urlencoded',
  ])('takes data of the type %p', async type => {
    const event = finished();
    expect(
      await send({ ...binaryHeaders(event), 'Content-Type': type }, event),
    ).toEqual(ACCEPTED);
  });

  it('takes data without a type', async () => {
    const event = finished();
    const headers = new Headers({ ...asService(), ...binaryHeaders(event) });
    headers.delete('Content-Type');
    const port = backend.server.port();
    const response = await fetch(
      `http://localhost:${port}/api/handover${EVENTS}`,
      {
        method: 'POST',
        headers,
        body: new TextEncoder().encode(JSON.stringify(event)),
      },
    );
    expect(await response.json()).toMatchObject({
      items: [{ status: 'accepted' }],
    });
  });

  it.each(['ce-id', 'ce-source', 'ce-type', 'ce-specversion'])(
    'needs %s',
    async name => {
      const event = finished();
      const { [name]: _, ...headers } = binaryHeaders(event);
      expect(await send(headers, event)).toEqual([
        400,
        expect.stringContaining(`${name}: is required`),
      ]);
    },
  );

  it('says what is missing from a request without an event', async () => {
    const json = { 'Content-Type': 'application/json' };
    for (const body of [structured(finished()), finished()]) {
      expect(await send(json, body)).toEqual([
        400,
        expect.stringContaining('send it as application/cloudevents+json'),
      ]);
    }
  });

  it('says that data which is not JSON cannot be read', async () => {
    const xml = { 'Content-Type': 'application/xml' };
    const headers = { ...binaryHeaders(finished()), ...xml };
    expect(await send(headers, '<event/>')).toEqual([
      400,
      expect.stringContaining('The body is not valid JSON'),
    ]);
    expect(await send(headers, '')).toEqual([
      400,
      expect.stringContaining('data.context: '),
    ]);
  });
});

describe('the JSON format', () => {
  const base64 = (event: object) =>
    Buffer.from(JSON.stringify(event)).toString('base64');

  it('takes data as text of Base64, as JSON in a text, and without a type', async () => {
    const [first, second, third] = [finished(), finished(), finished()];
    const { data: _, ...binary } = structured(first);
    expect(
      await send(STRUCTURED, { ...binary, data_base64: base64(first) }),
    ).toEqual(ACCEPTED);
    expect(
      await send(STRUCTURED, {
        ...structured(second),
        data: JSON.stringify(second),
      }),
    ).toEqual(ACCEPTED);
    const { datacontenttype: __, ...untyped } = structured(third);
    expect(await send(STRUCTURED, untyped)).toEqual(ACCEPTED);
  });

  it.each([
    [{ data: undefined, data_base64: 'not Base64!' }, 'data_base64: must be'],
    [{ data: undefined, data_base64: 7 }, 'data_base64: must be'],
    [
      { data_base64: 'e30=' },
      'data_base64: must not be set together with data',
    ],
    [{ data: undefined, data_base64: 'e30=' }, 'data.context: '],
    [{ data: 'finished' }, 'data: must be an event of CDEvents as JSON'],
    [{ data: undefined }, 'data: '],
    [{ specversion: '0.3' }, "specversion: must be '1.0'"],
    [{ id: null }, 'id: is required'],
    [{ id: 7 }, 'id: must be text'],
    [{ id: '' }, 'id: must be text'],
  ])('says what is wrong with %j', async (change, reason) => {
    const event = { ...structured(finished()), ...change };
    expect(await send(STRUCTURED, event)).toEqual([
      400,
      expect.stringContaining(reason),
    ]);
  });

  it('takes attributes that it does not know, and ones that are null', async () => {
    const event = {
      ...structured(finished()),
      dataschema: null,
      subject: null,
      time: null,
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      partition_key: 7,
    };
    const type = {
      'Content-Type': 'APPLICATION/CloudEvents+JSON;charset=utf-8',
    };
    expect(await send(type, event)).toEqual(ACCEPTED);
  });

  it('takes null in an event for what is not there', async () => {
    const event = finished({
      content: { pipelineName: 'orders', url: null, uri: null },
      custom: { entityRef: 'component:default/orders', branch: null, url: '' },
    });
    const subject = { ...event.subject, source: null };
    expect(await send(STRUCTURED, structured({ ...event, subject }))).toEqual(
      ACCEPTED,
    );
  });

  it('answers each event of a batch by itself', async () => {
    const [first, second] = [finished(), finished()].map(structured);
    expect(
      await send(BATCH, [first, { ...second, type: null }, 'third', second]),
    ).toEqual([200, ['accepted', 'rejected', 'rejected', 'accepted']]);
    expect(await send(BATCH, [])).toEqual([200, []]);
  });

  it('is the only format that is understood', async () => {
    for (const type of ['application/cloudevents', 'application/avro']) {
      expect(
        await send({ 'Content-Type': type }, structured(finished())),
      ).toEqual([
        400,
        expect.stringContaining('send it as application/cloudevents+json'),
      ]);
    }
  });
});

describe('data of its own', () => {
  const custom = {
    version: 3,
    pipelineRun: 'nightly',
    mergedAt: 'last week',
    commit: '8a6c1e2f',
  };

  it('is not held against an event that names no entity in it', async () => {
    const event = finished({ source: '/ci/billing', custom });
    expect(await send(STRUCTURED, structured(event))).toEqual(ACCEPTED);
    expect(await runs('billing')).toEqual([
      expect.objectContaining({ commit: '8a6c1e2f' }),
    ]);
  });

  it('must be valid where it is meant for Handover', async () => {
    for (const own of [
      { ...custom, entityRef: 'component:default/orders' },
      { demonstration: 'yes' },
    ]) {
      const event = finished({ source: '/ci/billing', custom: own });
      expect(await send(STRUCTURED, structured(event))).toEqual([
        400,
        expect.stringContaining('data.customData.'),
      ]);
    }
  });
});

describe('data of its own in a string', () => {
  const withData = (source: string, customData: unknown) => ({
    ...finished({ source }),
    customData,
  });
  const post = async (event: TestCdEvent) => {
    const { body } = await backend.post(
      EVENTS,
      JSON.stringify(structured(event)),
      { ...asService(), ...STRUCTURED },
    );
    return body;
  };
  const remark =
    'data.customData was ignored: it must be an object, or a string that contains an object as JSON';

  it('is read if it is an object as JSON', async () => {
    const custom = { entityRef: 'component:default/orders', commit: '77aa01' };
    const { items } = await post(withData('/text', JSON.stringify(custom)));
    expect(items).toEqual([expect.not.objectContaining({ remark })]);
    expect(items[0].status).toBe('accepted');
    expect(await runs()).toContainEqual(
      expect.objectContaining({ commit: '77aa01' }),
    );
    const invalid = JSON.stringify({ ...custom, commit: 7 });
    expect((await post(withData('/text', invalid))).error.message).toContain(
      'data.customData.commit',
    );
  });

  it.each(['{"commit": ', '["a"]', '"text"', '<commit/>', 7, ['a']])(
    'is ignored with a remark if it is %p',
    async data => {
      expect((await post(withData('/ci/billing', data))).items).toEqual([
        expect.objectContaining({ status: 'accepted', remark }),
      ]);
      const { error } = await post(withData('/text', data));
      expect(error.message).toMatch(/names no entity/);
      expect(error.message).toContain(remark);
    },
  );
});

it('hides the secrets in an event, wherever they are', async () => {
  const password = ['Sup3r', 'S3cret'].join('-');
  const token = `${'ghp_'}${'aB3dE5gH7jK9mN1pQ4rS6tU8vW0xY2zCfL5q'}`;
  const event = finished({
    source: '/ci/billing',
    custom: {
      commit: `9b7d2f30 ${token}`,
      actor: `ci password=${password}`,
    },
  });
  Object.assign(event.subject.content, {
    url: `https://ci:${password}@ci.example.com/1`,
    pipelineName: `deploy --password ${password}`,
  });
  expect(await send(STRUCTURED, structured(event))).toEqual(ACCEPTED);
  const stored = JSON.stringify(await runs('billing'));
  expect(stored).not.toContain(password);
  expect(stored).not.toContain(token);
  expect(stored).toContain('[redacted]');
});
