import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import { gateFactSource } from './gateFactSource';

const REF = 'component:default/orders';

it.each([
  [['gate.productionWindows'], 0, 1],
  [['gate.openProductionDecisions'], 1, 0],
  [['gate.daysSinceProductionDecision', 'gate.productionWindows'], 1, 1],
])(
  'for %j, counts decisions %s times and reads handovers %s times',
  async (names, counted, read) => {
    const decisions = { readDecisionCounts: jest.fn(async () => new Map()) };
    const delivery = { readProduction: jest.fn(async () => new Map()) };
    const documents = {
      readRevisions: jest.fn(async () => new Map()),
      readDocuments: async () => new Map(),
    };
    const source = gateFactSource({
      decisions,
      delivery,
      documents,
      environments: Environments.builtIn(),
    });
    const values = await source.read({
      entities: [
        {
          entityRef: REF,
          kind: 'component',
          owners: [],
          tags: [],
          labels: {},
        },
      ],
      wanted: new Set(names),
      signal: new AbortController().signal,
    });
    expect(decisions.readDecisionCounts).toHaveBeenCalledTimes(counted);
    expect(delivery.readProduction).toHaveBeenCalledTimes(counted);
    expect(documents.readRevisions).toHaveBeenCalledTimes(read);
    expect([...values.get(REF)!.keys()]).toEqual(expect.arrayContaining(names));
  },
);
