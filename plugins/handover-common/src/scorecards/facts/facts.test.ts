import { coverageOf } from '../../documents/coverage';
import { parseHandoverDocument } from '../../documents/parse';
import { Environments } from '../../environments/Environments';
import { deliveryFactValues } from './deliveryFacts';
import { type DocumentFactInput, documentFactValues } from './documentFacts';
import { type GateFactInput, gateFactValues } from './gateFacts';
import { linkFactValues } from './linkFacts';
import type { FactValue } from './types';

const { document } = parseHandoverDocument(`apiVersion: handover.dev/v1
kind: Handover
rollback: { steps: [{ do: Go back. }] }
failures: { items: [{ symptom: Slow, cause: Load }, { symptom: Late, cause: Load, fix: Wait. }] }
`);

const factsOf = (
  state: Partial<DocumentFactInput>,
): Record<string, FactValue> =>
  Object.fromEntries(
    documentFactValues({
      status: 'ok',
      source: 'repository',
      coverage: coverageOf(document),
      stale: false,
      tier: 1,
      problems: 0,
      windows: ['deny'],
      ...state,
    }),
  );

describe('facts of a handover', () => {
  it('say which required fields are covered, also of list items', () => {
    expect(factsOf({})['document.covered']).toMatchObject({
      value: {
        'rollback.steps': true,
        'rollback.approvers': false,
        'failures.items[].symptom': true,
        'failures.items[].fix': false,
        // The list itself is empty.
        'escalation.levels[].who': false,
      },
    });
  });

  it('of one that cannot be reached are those of the last revision', () => {
    const facts = factsOf({ status: 'unreachable' });
    expect(facts['document.exists']).toEqual({ value: true });
    expect(facts['windows.deny']).toEqual({ value: 1 });
  });

  it('of one that could never be read are missing, not false', () => {
    const facts = factsOf({ status: 'unreachable', coverage: undefined });
    expect(facts['document.status']).toEqual({ value: 'unreachable' });
    for (const name of ['exists', 'coverage', 'sections', 'stale', 'tier']) {
      expect(facts[`document.${name}`]).toHaveProperty('missing');
    }
  });

  it('of one that was deleted are those of none', () => {
    const facts = factsOf({ status: 'missing' });
    expect(facts['document.exists']).toEqual({ value: false });
    expect(facts['document.coverage']).toEqual({ value: 0 });
    expect(facts['document.stale']).toEqual({ value: true });
    expect(facts['windows.count']).toEqual({ value: 0 });
  });
});

describe('facts of delivery', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const counts = {
    productionDeployments: 0,
    failedProductionDeployments: 0,
    rollbacks: 0,
  };
  const deliveryOf = (
    input: Partial<Parameters<typeof deliveryFactValues>[0]>,
  ): Record<string, FactValue> =>
    Object.fromEntries(
      deliveryFactValues({ connected: true, ...counts, ...input }, now),
    );

  it('are missing while a system cannot be read, and where none tells', () => {
    expect(
      deliveryOf({ failing: 'Jenkins hangs' })['delivery.rollbacks'],
    ).toEqual({ missing: 'Jenkins hangs' });
    const unconnected = deliveryOf({ connected: false });
    expect(unconnected['delivery.connected']).toEqual({ value: false });
    expect(unconnected['delivery.rollbacks']).toHaveProperty('missing');
  });

  it('count whole days since the last deployment', () => {
    expect(
      deliveryOf({
        lastProductionDeployment: new Date('2026-11-17T10:00:01Z'),
      })['delivery.daysSinceProductionDeployment'],
    ).toEqual({ value: 2 });
  });
});

describe('facts of the gate', () => {
  const schedule = '{ start: 2026-01-01, end: 2027-01-01, timeZone: UTC }';
  const windowsOf = (yaml: string, of: Partial<GateFactInput> = {}) => {
    const parsed = parseHandoverDocument(
      `apiVersion: handover.dev/v1\nkind: Handover\n${yaml}`,
    );
    return gateFactValues(
      {
        decisions: [],
        environments: Environments.builtIn(),
        handover: { document: parsed.document },
        ...of,
      },
      new Date(),
    ).at(-1)![1];
  };
  const window = (id: string, more: string) =>
    `    - { id: ${id}, title: T, effect: deny, ${more} schedule: ${schedule} }\n`;
  const windows = `windows:
  items:
${window('all', '')}${window('prod', 'environments: [PRD],')}${window(
    'other',
    'environments: [staging],',
  )}${window('rollbacks', 'changes: [rollback],')}`;

  it('count the windows that apply to deployments to production', () => {
    expect(windowsOf('')).toEqual({ value: 0 });
    expect(windowsOf(windows)).toEqual({ value: 2 });
    expect(
      windowsOf(
        `${windows}environments: { items: [{ name: live }, { name: qa }] }\n`,
        { environments: Environments.parse([{ name: 'Live' }], 'key') },
      ),
    ).toEqual({ value: 1 });
  });

  it('are missing while it is not known what is production, or written', () => {
    const environments = Environments.parse([{ name: 'qa' }], 'key');
    const none = `windows: { items: [{ id: all, title: T, effect: deny, schedule: ${schedule} }] }\n`;
    expect(windowsOf(none, { environments })).toEqual({
      missing: 'it is not known which environment is production',
    });
    const missing = 'the handover could not be read yet';
    expect(windowsOf(windows, { handover: { missing } })).toEqual({ missing });
  });
});

describe('facts of recorded decisions', () => {
  const now = new Date('2026-11-20T10:00:00Z');
  const decisionFacts = (
    decisions: GateFactInput['decisions'],
    environments = Environments.builtIn(),
    production?: string,
  ) => {
    const handover = { missing: 'the handover was not read' };
    return Object.fromEntries(
      gateFactValues({ decisions, production, environments, handover }, now),
    );
  };
  const asked = (environment: string, total: number, open = 0) => ({
    environment,
    total,
    open,
    last: new Date('2026-11-18T09:00:00Z'),
  });

  it('count those about every environment that is production', () => {
    const few = [asked('live', 120, 118), asked('prod', 1), asked('qa', 9)];
    expect(decisionFacts(few)).toMatchObject({
      'gate.productionDecisions': { value: 121 },
      'gate.openProductionDecisions': { value: 118 },
      'gate.daysSinceProductionDecision': { value: 2 },
    });
    const environments = Environments.parse(
      [
        { name: 'eu', aliases: ['prod'], production: true },
        { name: 'us-*', production: true },
      ],
      'key',
    );
    const all = [...few, asked('eu', 2), asked('us-1', 4)];
    expect(decisionFacts(all, environments)).toMatchObject({
      'gate.productionDecisions': { value: 7 },
    });
    expect(decisionFacts([asked('qa', 9)])).toMatchObject({
      'gate.productionDecisions': { value: 0 },
      'gate.daysSinceProductionDecision': {
        missing: expect.stringContaining('no decision about production'),
      },
    });
  });

  it('count only those about the environment whose deployments are counted', () => {
    const environments = Environments.parse(
      [
        { name: 'live', aliases: ['eu'], production: true },
        { name: 'us', production: true },
      ],
      'key',
    );
    const all = [asked('EU', 2, 1), asked('us', 4, 4), asked('live', 3, 2)];
    expect(decisionFacts(all, environments, 'live')).toMatchObject({
      'gate.productionDecisions': { value: 5 },
      'gate.openProductionDecisions': { value: 3 },
    });
    expect(
      decisionFacts([asked('us', 4, 4)], environments, 'live'),
    ).toMatchObject({
      'gate.openProductionDecisions': { value: 0 },
    });
  });

  it('give no negative days if the clock that recorded one was ahead', () => {
    const last = new Date('2026-11-20T10:00:01Z');
    expect(decisionFacts([{ ...asked('prod', 1), last }])).toMatchObject({
      'gate.daysSinceProductionDecision': { value: 0 },
    });
  });
});

describe('facts of links', () => {
  const deadOf = (...links: Parameters<typeof linkFactValues>[0][]) =>
    links.map(each => Object.fromEntries(linkFactValues(each))['links.dead']);
  const alive = { url: 'https://a.example.com/', state: 'alive' as const };
  const dead = { url: 'https://d.example.com/', state: 'dead' as const };
  const unknown = { url: 'https://u.example.com/', state: 'unknown' as const };
  const unchecked = { url: 'https://n.example.com/' };

  it('name those that are dead, and are missing while others could be', () => {
    expect(
      deadOf(
        { links: [] },
        { links: [alive] },
        { links: [alive, dead, unknown] },
        { links: [alive, unknown, unchecked] },
        { missing: 'nobody looked' },
      ),
    ).toEqual([
      { value: [] },
      { value: [] },
      { value: [dead.url] },
      { missing: '2 of 3 links have no certain answer' },
      { missing: 'nobody looked' },
    ]);
    expect(linkFactValues({ links: [alive, unknown] })[0]).toEqual([
      'links.count',
      { value: 2 },
    ]);
  });
});
