import {
  composeProposals,
  evidenceComments,
  formatEvidence,
  type Evidence,
  type Proposal,
} from './index';

const readme: Evidence = {
  source: 'README.md',
  place: { line: 3 },
  quote: 'Takes orders in.',
  confidence: 1,
};
const talk: Evidence = {
  source: 'Handover call',
  place: { seconds: 3723.4 },
  quote: 'so it, er, takes the orders',
  confidence: 0.6,
};
const entity: Evidence = {
  source: 'component:default/orders',
  place: { field: 'metadata.description' },
  confidence: 1,
};

const purpose = (value: string, evidence: Evidence): Proposal => ({
  kind: 'value',
  field: 'overview.purpose',
  value,
  evidence,
});

it('takes the value with the highest confidence, then the first, and keeps the others as a conflict', () => {
  const { values, fields, conflicts } = composeProposals([
    purpose('It takes the orders.', talk),
    purpose('Takes orders in.', readme),
    purpose('Order service.', entity),
    purpose('Takes orders in.', entity),
  ]);
  expect(values).toEqual({
    apiVersion: 'handover.dev/v1',
    kind: 'Handover',
    overview: { purpose: 'Takes orders in.' },
  });
  expect(fields).toEqual([{ path: ['overview', 'purpose'], evidence: readme }]);
  expect(conflicts).toEqual([
    {
      path: ['overview', 'purpose'],
      options: [
        { value: 'Takes orders in.', evidence: readme },
        { value: 'Order service.', evidence: entity },
        { value: 'It takes the orders.', evidence: talk },
      ],
    },
  ]);
});

it('adds each element to a list once', () => {
  const technology = (value: string, evidence: Evidence): Proposal => ({
    kind: 'item',
    field: 'environments.technologies',
    value,
    evidence,
  });
  const { values, fields, conflicts } = composeProposals([
    technology('Go', readme),
    technology('Kubernetes', talk),
    technology('Go', entity),
  ]);
  expect(values.environments).toEqual({ technologies: ['Go', 'Kubernetes'] });
  expect(fields.map(({ path, evidence }) => [path, evidence])).toEqual([
    [['environments', 'technologies', 0], readme],
    [['environments', 'technologies', 1], talk],
  ]);
  expect(conflicts).toEqual([]);
});

it('believes nobody where sources disagree about an environment', () => {
  const said = (
    name: string,
    values: Extract<Proposal, { kind: 'environment' }>['values'],
    evidence: Evidence,
  ): Proposal => ({ kind: 'environment', name, values, evidence });
  const { values, conflicts } = composeProposals([
    said('prod', { namespace: 'orders', trigger: 'manual' }, readme),
    said('production', { namespace: 'shop', cluster: 'eu-1' }, entity),
    said('staging', {}, talk),
  ]);
  expect(values).toMatchObject({
    environments: {
      items: [{ name: 'staging' }, { name: 'prod', cluster: 'eu-1' }],
    },
    deployment: { trigger: { prod: 'manual' } },
  });
  expect(conflicts).toEqual([
    {
      path: ['environments', 'items', 1, 'namespace'],
      options: [
        { value: 'orders', evidence: readme },
        { value: 'shop', evidence: entity },
      ],
    },
  ]);
});

it('says where each value was read', () => {
  expect([readme, talk, entity].map(formatEvidence)).toEqual([
    'README.md:3',
    'Handover call at 1:02:03',
    'component:default/orders metadata.description',
  ]);
  expect(
    evidenceComments([{ path: ['overview', 'purpose'], evidence: readme }]),
  ).toEqual([{ path: ['overview', 'purpose'], lines: ['from README.md:3'] }]);
});
