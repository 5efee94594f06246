import { exampleYaml as yaml } from './__testUtils__/exampleYaml';
import {
  component,
  startHandoverBackend,
} from './__testUtils__/startHandoverBackend';

jest.setTimeout(60_000);

const CREATE = { 'If-None-Match': '*' };
const documentOf = (name: string) => `/documents/component/default/${name}`;
const gateOf = (name: string) => `/gate/component/default/${name}`;

describe('a configured backend', () => {
  let api: Awaited<ReturnType<typeof startHandoverBackend>>;

  beforeAll(async () => {
    api = await startHandoverBackend({
      entities: ['linked', 'undocumented'].map(name => component(name)),
      config: {
        handover: {
          links: { schemes: ['slack'] },
          gate: {
            defaults: [{ environment: 'prod*', verdict: 'closed' }],
            environments: ['beta', 'production'],
          },
        },
      },
    });
  });
  afterAll(() => api.stop());

  it('allows the links whose schemes are configured', async () => {
    const linked = `${yaml('Takes orders')}architecture:
  links: [{ title: Chat, url: 'slack://channel?id=C1' }]
`;
    expect((await api.put(documentOf('linked'), linked, CREATE)).status).toBe(
      201,
    );
    const { body } = await api.post('/documents/validate', linked);
    expect(body.valid).toBe(true);
    const schema = await api.get('/schema.json');
    expect(JSON.stringify(schema.body)).toContain('slack:');
  });

  it('answers by the defaults where there is no handover', async () => {
    const { body } = await api.get(`${gateOf('undocumented')}/environments`);
    expect(body.items).toMatchObject([
      { environment: 'beta', verdict: 'open', calendars: [] },
      {
        environment: 'production',
        verdict: 'closed',
        reasons: [{ kind: 'default', verdict: 'closed' }],
      },
    ]);
  });
});
