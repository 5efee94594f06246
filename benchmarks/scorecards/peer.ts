import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { MirroredEntity } from '../../plugins/handover-backend/src/entities/EntitiesService';
import type { FactReader } from '../../plugins/handover-backend/src/scorecards/facts/FactReader';
import { parseEntityRef } from '@backstage/catalog-model';
import { createRequire } from 'node:module';
import path from 'node:path';
import { RULES, peerName } from './checks';
import { countQueries } from './countQueries';

const RETRIEVER = 'handover';

/** What of the peer is used; its packages are not dependencies of this repository. */
type Peer = {
  initializePersistenceContext(
    database: DatabaseService,
    options: { logger: LoggerService },
  ): Promise<{ techInsightsStore: FactStore }>;
};
type FactStore = {
  insertFactSchema(schema: object): Promise<void>;
  insertFacts(options: { id: string; facts: object[] }): Promise<void>;
};
type PeerResult = { result: unknown; check: { id: string } };
type Rules = {
  JsonRulesEngineFactCheckerFactory: new (options: {
    checks: object[];
    logger: LoggerService;
  }) => {
    construct(repository: FactStore): {
      runChecks(entityRef: string): Promise<PeerResult[]>;
    };
  };
};

export type PeerFigures = {
  entities: number;
  ms: number;
  queries: number;
  /** How many entities pass each check. */
  passes: Record<string, number>;
};

/**
 * Measures the Tech Insights backend with its JSON rules fact checker: the same
 * checks over the same facts, which are in its own tables before.
 *
 * @param options.folder - where its packages are installed
 */
export async function measurePeer(options: {
  folder: string;
  database: DatabaseService;
  logger: LoggerService;
  facts: FactReader;
  entities: readonly MirroredEntity[];
}): Promise<PeerFigures> {
  const { folder, database, logger, facts, entities } = options;
  const load = createRequire(path.resolve(folder, 'package.json'));
  const peer: Peer = load('@backstage-community/plugin-tech-insights-backend');
  const rules: Rules = load(
    '@backstage-community/plugin-tech-insights-backend-module-jsonfc',
  );
  const { techInsightsStore } = await peer.initializePersistenceContext(
    database,
    { logger },
  );
  await storeFacts(techInsightsStore, { facts, entities });
  const checker = new rules.JsonRulesEngineFactCheckerFactory({
    checks: RULES.map(({ id, rule }) => ({
      id,
      name: id,
      description: id,
      type: 'json-rules-engine',
      factIds: [RETRIEVER],
      rule: { conditions: rule },
    })),
    logger,
  }).construct(techInsightsStore);
  const db = await database.getClient();
  await db.raw('analyze');
  const passes: Record<string, number> = {};
  for (const { entityRef } of entities.slice(0, 20)) {
    await checker.runChecks(entityRef);
  }
  const queries = countQueries(db);
  const start = performance.now();
  for (const { entityRef } of entities) {
    for (const { check, result } of await checker.runChecks(entityRef)) {
      passes[check.id] = (passes[check.id] ?? 0) + Number(result === true);
    }
  }
  return {
    entities: entities.length,
    ms: performance.now() - start,
    queries: queries.stop(),
    passes,
  };
}

async function storeFacts(
  store: FactStore,
  {
    facts,
    entities,
  }: { facts: FactReader; entities: readonly MirroredEntity[] },
): Promise<void> {
  const wanted = new Set(facts.schema.definitions.map(({ name }) => name));
  const names = new Set<string>();
  for (let start = 0; start < entities.length; start += 500) {
    const batch = entities.slice(start, start + 500);
    const values = await facts.read(batch, wanted);
    const rows = batch.map(({ entityRef }) => {
      const flat: Record<string, unknown> = {};
      for (const [name, fact] of values.get(entityRef)!) {
        // Without deployments some facts are missing, and its checks fail.
        const value = 'value' in fact ? fact.value : -1;
        flat[peerName(name)] = value;
        if (typeof value === 'object' && value !== null) {
          for (const [key, each] of Object.entries(value)) {
            flat[peerName(`${name}.${key}`)] = each;
          }
        }
      }
      Object.keys(flat).forEach(name => names.add(name));
      return { entity: parseEntityRef(entityRef), facts: flat };
    });
    if (start === 0) {
      await store.insertFactSchema({
        id: RETRIEVER,
        version: '1.0.0',
        schema: Object.fromEntries(
          [...names].map(name => [name, { type: 'string', description: name }]),
        ),
      });
    }
    await store.insertFacts({ id: RETRIEVER, facts: rows });
  }
}
