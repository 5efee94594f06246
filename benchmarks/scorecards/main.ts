import { DatabaseManager } from '@backstage/backend-defaults/database';
import type {
  DatabaseService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { parseArgs } from 'node:util';
import type { MirroredEntity } from '../../plugins/handover-backend/src/entities/EntitiesService';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/quantile';
import { toTable } from '../lib/table';
import { RULES, scorecard } from './checks';
import { countQueries } from './countQueries';
import { createRoom } from './createRoom';
import { fill } from './fill';
import { type PeerFigures, measurePeer } from './peer';

/** Statements of a full evaluation. */
const MOST_QUERIES = 300;

/** Ten times the entities may need this much more memory. */
const MOST_BYTES = 50e6;

/** What a plan may take, compared with the evaluation that it predicts. */
const MOST_OF_EVALUATION = 1.5;

/** How many times as fast as the peer an evaluation must be. */
const LEAST_TIMES_PEER = 100;

const say = (text: string) => console.error(text);

type Room = Awaited<ReturnType<typeof createRoom>>;
type Database = Awaited<ReturnType<DatabaseService['getClient']>>;

function readOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '10000' },
      rounds: { type: 'string', default: '5' },
      peer: { type: 'string' },
      'peer-size': { type: 'string' },
    },
  });
  const whole = (name: string, text: string) => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < 1) {
      throw new Error(`Invalid --${name} '${text}': must be a whole number`);
    }
    return number;
  };
  const size = whole('size', values.size);
  return {
    size,
    rounds: whole('rounds', values.rounds),
    peer: values.peer,
    peerSize: whole('peer-size', values['peer-size'] ?? `${size}`),
  };
}

/** Something is wrong with what is measured if it logs anything. */
function strictLogger(): LoggerService {
  const fail = (message: string, cause?: unknown) => {
    throw new Error(message, { cause });
  };
  const logger: LoggerService = {
    error: fail,
    warn: fail,
    info: () => {},
    debug: () => {},
    child: () => logger,
  };
  return logger;
}

/** The most memory in use, above what was in use before, each time it is called. */
class HeapWatch {
  #before: number | undefined;
  #most = 0;

  readonly look = () => {
    if (this.#before !== undefined) {
      this.#most = Math.max(this.#most, used() - this.#before);
    }
  };

  async during(action: () => Promise<unknown>): Promise<number> {
    this.#before = used();
    this.#most = 0;
    await action();
    this.#before = undefined;
    return this.#most;
  }
}

function used(): number {
  if (!global.gc) {
    throw new Error('Start it with --expose-gc');
  }
  global.gc();
  return process.memoryUsage().heapUsed;
}

type Measured = {
  size: number;
  /** Seconds of each round. */
  first: number[];
  changed: number[];
  unchanged: number[];
  plan: number[];
  queries: Record<'first' | 'changed' | 'unchanged' | 'plan', number>;
  bytes: { evaluation: number; plan: number };
  passes: Record<string, number>;
  entities: MirroredEntity[];
};

async function measureSize(
  size: number,
  options: {
    rounds: number;
    room: Room;
    db: Database;
    database: DatabaseService;
    heap: HeapWatch;
  },
): Promise<Measured> {
  const { rounds, room, db, database, heap } = options;
  say(`Filling the tables for ${size} entities`);
  await fill(database, size);
  const entities = await listEntities(room);
  const measured: Measured = {
    size,
    first: [],
    changed: [],
    unchanged: [],
    plan: [],
    queries: { first: 0, changed: 0, unchanged: 0, plan: 0 },
    bytes: { evaluation: 0, plan: 0 },
    passes: {},
    entities,
  };
  const timed = async (
    what: keyof Measured['queries'],
    action: () => Promise<unknown>,
  ) => {
    const queries = countQueries(db);
    const start = performance.now();
    await action();
    measured[what].push((performance.now() - start) / 1000);
    measured.queries[what] = Math.max(measured.queries[what], queries.stop());
  };
  const definitions = [
    scorecard({ strict: false }),
    scorecard({ strict: true }),
  ];

  await room.putInForce(definitions[0]);
  await room.addAll(entities.map(({ entityRef }) => entityRef));
  say(`${size} entities, first evaluation`);
  await timed('first', room.evaluateDue);
  await assertEvaluated(room, size);
  for (let round = 1; round <= rounds; round += 1) {
    say(`${size} entities, round ${round}`);
    const next = definitions[round % 2];
    await db.raw('vacuum analyze');
    let predicted: Awaited<ReturnType<Room['plan']>>;
    await timed('plan', async () => {
      predicted = await room.plan(next);
    });
    await room.putInForce(next);
    await timed('changed', room.evaluateAll);
    await assertEvaluated(room, size, predicted!.after.levels);
    await timed('unchanged', room.evaluateAll);
  }
  say(`${size} entities, memory`);
  const last = definitions[rounds % 2];
  measured.bytes = {
    plan: await heap.during(() => room.plan(last)),
    evaluation: await heap.during(room.evaluateAll),
  };
  const { checks } = await room.store.count({ scorecard: 'ready' });
  measured.passes = Object.fromEntries(
    RULES.map(({ id }) => [id, checks[id]?.pass ?? 0]),
  );
  return measured;
}

async function listEntities(room: Room): Promise<MirroredEntity[]> {
  const found: MirroredEntity[] = [];
  let cursor: string | undefined;
  do {
    const page = await room.entities.find({
      scope: { kind: ['component'] },
      limit: 500,
      cursor,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return found;
}

/** Whether every entity has a result, and the levels are those that were predicted. */
async function assertEvaluated(
  room: Room,
  size: number,
  predicted?: Record<string, number>,
): Promise<void> {
  const { entities, levels } = await room.store.count({ scorecard: 'ready' });
  const sorted = (each: Record<string, number>) =>
    JSON.stringify(Object.entries(each).sort());
  if (entities !== size) {
    throw new Error(`${entities} of ${size} entities were evaluated`);
  }
  if (predicted && sorted(levels) !== sorted(predicted)) {
    throw new Error(
      `The plan was ${sorted(predicted)}, but it became ${sorted(levels)}`,
    );
  }
}

async function measure(cleanup: (() => Promise<unknown>)[]) {
  const options = readOptions(process.argv.slice(2));
  const server = await startPostgres();
  cleanup.push(server.stop);
  const logger = strictLogger();
  const databases = DatabaseManager.fromConfig(
    new ConfigReader({
      backend: {
        database: { client: 'pg', connection: server.connectionString },
      },
    }),
  );
  // It closes no connections by itself: those below are closed before the server.
  const lifecycle = { addStartupHook: () => {}, addShutdownHook: () => {} };
  const deps = { logger: { ...logger, warn: () => {} }, lifecycle };
  const database = databases.forPlugin('handover', deps);
  const db = await database.getClient();
  cleanup.push(() => db.destroy());
  const heap = new HeapWatch();
  const room = await createRoom({ database, logger, afterBatch: heap.look });
  const each = { ...options, room, db, database, heap };
  // Fewer at first, which also lets the runtime compile.
  const few = await measureSize(Math.ceil(options.size / 10), each);
  const many = await measureSize(options.size, each);

  let peer: PeerFigures | undefined;
  if (options.peer) {
    say(`Tech Insights, ${options.peerSize} entities`);
    const other = databases.forPlugin('tech-insights', deps);
    const client = await other.getClient();
    cleanup.push(() => client.destroy());
    peer = await measurePeer({
      folder: options.peer,
      database: other,
      logger,
      facts: room.facts,
      entities: many.entities.slice(0, options.peerSize),
    });
    assertSamePasses(peer, many);
  }
  report({ few, many, peer, postgres: server.version });
}

/** Otherwise, the two did not do the same. */
function assertSamePasses(peer: PeerFigures, { passes, size }: Measured): void {
  if (peer.entities === size) {
    for (const [id, count] of Object.entries(passes)) {
      if (peer.passes[id] !== count) {
        throw new Error(
          `${count} entities pass '${id}', but ${peer.passes[id]} with Tech Insights`,
        );
      }
    }
  }
}

function report(figures: {
  few: Measured;
  many: Measured;
  peer: PeerFigures | undefined;
  postgres: string;
}): void {
  const { few, many, peer, postgres } = figures;
  const machine = describeMachine();
  const row = (title: string, key: keyof Measured['queries']) => [
    title,
    ...[few, many].flatMap(each => [
      median(each[key]).toFixed(2),
      `${each.queries[key]}`,
    ]),
  ];
  const growth = (key: 'evaluation' | 'plan') =>
    many.bytes[key] - few.bytes[key];
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  const ratio = median(many.plan) / median(many.changed);
  // The slower one of the two.
  const evaluation = Math.max(median(many.changed), many.first[0]);
  const perEntity = evaluation / many.size;
  const timesPeer = peer && peer.ms / 1000 / peer.entities / perEntity;
  console.log(
    [
      `PostgreSQL ${postgres}; Node ${machine.node}, ${machine.cpus} × ${machine.cpu}, load ${machine.load}.`,
      toTable([
        [
          `${RULES.length} checks`,
          `${few.size}: s`,
          'queries',
          `${many.size}: s`,
          'queries',
        ],
        row('first evaluation', 'first'),
        row('evaluation after a change to the scorecard', 'changed'),
        row('evaluation, nothing changed', 'unchanged'),
        row('plan of that change', 'plan'),
      ]),
      `Plan, compared with the evaluation that it predicts: ${ratio.toFixed(
        2,
      )}. Memory above what was in use before: evaluation ${megabytes(
        few.bytes.evaluation,
      )} and ${megabytes(many.bytes.evaluation)}, plan ${megabytes(
        few.bytes.plan,
      )} and ${megabytes(many.bytes.plan)}.`,
      peer && timesPeer
        ? `Tech Insights: ${(peer.ms / 1000).toFixed(1)} s and ${
            peer.queries
          } queries for ${peer.entities} entities; ${timesPeer.toFixed(
            0,
          )} times the time of an evaluation for each entity.`
        : 'Tech Insights was not measured: see --peer.',
    ].join('\n\n'),
  );
  const holds =
    Math.max(many.queries.first, many.queries.changed) <= MOST_QUERIES &&
    growth('evaluation') <= MOST_BYTES &&
    growth('plan') <= MOST_BYTES &&
    ratio <= MOST_OF_EVALUATION &&
    (timesPeer === undefined || timesPeer >= LEAST_TIMES_PEER);
  process.exitCode = holds ? 0 : 1;
}

async function main() {
  const cleanup: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of cleanup.splice(0).reverse()) {
      await step();
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await stop();
      process.exit(1);
    });
  }
  try {
    await measure(cleanup);
  } finally {
    await stop();
  }
}

main()
  .catch(error => {
    console.error(error);
    process.exitCode = 1;
  })
  // The database manager keeps looking after its connections.
  .finally(() => process.exit());
