import type { DeliveryFactInput } from '@backstage-handover/plugin-handover-common/scorecards';
import type {
  Deployment,
  Page,
  Run,
} from '@backstage-handover/plugin-handover-common';
import type {
  Incident,
  MeasuredDeployment,
} from '@backstage-handover/plugin-handover-common/delivery';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import type { DomainEventOutbox } from '../../events';
import { latestHold } from '../holds';
import type {
  DeliveryStore,
  ObservedStarts,
  PageRequest,
  RateLimit,
  StoredEvent,
  StoredProviderState,
} from './DeliveryStore';
import { appendDeploymentEvents } from './operations/appendDeploymentEvents';
import { listBusy } from './operations/listBusy';
import { listByTime } from './operations/listByTime';
import { markRolledBack } from './operations/markRolledBack';
import { nextChange, putEvent, toIncident } from './operations/putEvent';
import {
  putDeployments,
  putRuns,
  toDeploymentRow,
  toRunRow,
} from './operations/putRows';
import { putStarts } from './operations/putStarts';
import { readFactStates } from './operations/readFactStates';
import { readFailing } from './operations/readFailing';
import { readInPlace } from './operations/readInPlace';
import { readLastRuns } from './operations/readLastRuns';
import { readLatestDeployments } from './operations/readLatestDeployments';
import { readLatest } from './operations/readLatest';
import { readProduction } from './operations/readProduction';
import { readStartFailures } from './operations/readStartFailures';
import { removeBefore } from './operations/removeBefore';
import { withKnownArtifacts, withKnownStages } from './operations/withKnown';
import {
  DEPLOYMENT_COLUMNS,
  type DeploymentRow,
  type ClaimsRow,
  MEASURED_COLUMNS,
  type ProviderRow,
  type RateLimitRow,
  type RunRow,
  toDeployment,
  toIso,
  toMeasured,
  toRunOfRow,
  type ViewRow,
} from './tables';

type ProviderIdentity = { id: string; title: string; demonstration: boolean };

/** Keeps what was delivered in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseDeliveryStore implements DeliveryStore {
  readonly #db: Knex;
  readonly #outbox: DomainEventOutbox;
  readonly #environments: Environments;
  readonly #now: () => Date;

  /**
   * @param options.database - Its tables are there already: one migration makes
   *   those of the whole plugin.
   * @param options.outbox - In the same database.
   * @param options.environments - Those that are configured, whose aliases
   *   count; the built-in ones unless given.
   */
  static async create(options: {
    database: DatabaseService;
    outbox: DomainEventOutbox;
    environments?: Environments;
    now?: () => Date;
  }): Promise<DeliveryStore> {
    return new DatabaseDeliveryStore(
      await options.database.getClient(),
      options,
    );
  }

  private constructor(
    db: Knex,
    options: {
      outbox: DomainEventOutbox;
      environments?: Environments;
      now?: () => Date;
    },
  ) {
    const {
      outbox,
      environments = Environments.builtIn(),
      now = () => new Date(),
    } = options;
    this.#db = db;
    this.#outbox = outbox;
    this.#environments = environments;
    this.#now = now;
  }

  /** What the environment can be called in a row. */
  #keysOf(environment: string): readonly string[] {
    return this.#environments.resolve(environment).keys;
  }

  async listRuns(entityRef: string, page: PageRequest): Promise<Page<Run>> {
    return listByTime<RunRow, Run>({
      page,
      list: 'runs',
      matching: () => this.#db('delivery_runs').where('entity_ref', entityRef),
      columns: ['provider', 'id', 'ordered_at', 'run'],
      timeColumn: 'ordered_at',
      toItem: toRunOfRow,
    });
  }

  async listDeployments(
    entityRef: string,
    query: PageRequest & { environment?: string },
  ): Promise<Page<Deployment>> {
    const { environment, ...page } = query;
    const keys = environment === undefined ? [] : this.#keysOf(environment);
    return listByTime<DeploymentRow, Deployment>({
      page,
      list: `deployments ${keys[0] ?? ''}`,
      matching: () => {
        const all = this.#db('delivery_deployments').where({
          entity_ref: entityRef,
        });
        return environment === undefined
          ? all
          : all.whereIn('environment', keys);
      },
      columns: DEPLOYMENT_COLUMNS,
      timeColumn: 'at',
      toItem: toDeployment,
    });
  }

  async getLastRuns(entityRef: string): Promise<Run[]> {
    return readLastRuns(this.#db, entityRef);
  }

  async getInPlace(
    entityRef: string,
    environment: string,
  ): Promise<Deployment[]> {
    return readInPlace(this.#db, entityRef, this.#keysOf(environment));
  }

  async getLatest(
    entityRef: string,
    options: { environments: string[]; limit: number },
  ) {
    return readLatest(this.#db, entityRef, {
      ...options,
      environments: options.environments.map(name => this.#keysOf(name)),
    });
  }

  async getMeasured(
    entityRef: string,
    options: { environment: string; since: Date },
  ): Promise<{ deployments: MeasuredDeployment[]; incidents: Incident[] }> {
    const { since } = options;
    const keys = this.#keysOf(options.environment);
    const [deployments, claims, startFailureOf] = await Promise.all([
      this.#db<DeploymentRow>('delivery_deployments')
        .where({ entity_ref: entityRef })
        .whereIn('environment', keys)
        .where('at', '>=', since)
        .orderBy('at')
        .select(...MEASURED_COLUMNS),
      this.#db<ClaimsRow>('delivery_claims')
        .where({ entity_ref: entityRef, kind: 'incident' })
        .where('at', '>=', since)
        .orderBy('at')
        .select('id', 'claims'),
      readStartFailures(this.#db, entityRef, options),
    ]);
    return {
      deployments: deployments.map(row => {
        const startFailure = startFailureOf(row);
        return { ...toMeasured(row), ...(startFailure && { startFailure }) };
      }),
      incidents: claims
        .map(toIncident)
        .filter(
          each =>
            each.environment === undefined ||
            this.#environments.isSame(each.environment, options.environment),
        ),
    };
  }

  async putStarts(entityRef: string, starts: ObservedStarts): Promise<void> {
    await putStarts(this.#db, entityRef, starts);
  }

  async getProviders(entityRef: string): Promise<StoredProviderState[]> {
    const rows = await this.#db<ProviderRow>('delivery_providers')
      .where('entity_ref', entityRef)
      .orderBy('provider')
      .select();
    return rows.map(row => ({
      id: row.provider,
      title: row.title,
      status: row.failing_since === null ? 'ok' : 'failing',
      ...(row.message !== null && { message: row.message }),
      ...(row.failing_since !== null && {
        failingSince: toIso(row.failing_since),
      }),
      ...(row.fetched_at !== null && { fetchedAt: toIso(row.fetched_at) }),
      ...(row.demonstration && { demonstration: true }),
      ...(row.retry_at !== null && { retryAt: toIso(row.retry_at) }),
      changes: row.changes,
    }));
  }

  async putProviderData(
    entityRef: string,
    provider: ProviderIdentity,
    data: { runs: Run[]; deployments: Deployment[] },
  ): Promise<void> {
    const now = this.#now();
    await this.#db.transaction(async tx => {
      // Also the lock: what one provider tells of an entity is written in turn.
      const row = {
        ...providerColumns(entityRef, provider),
        fetched_at: now,
        failing_since: null,
        message: null,
        retry_at: null,
      };
      await tx<ProviderRow>('delivery_providers')
        .insert({ ...row, changes: 1 })
        .onConflict(['entity_ref', 'provider'])
        .merge({ ...row, changes: nextChange(tx) });
      const runs = await withKnownStages(tx, entityRef, data.runs);
      const deployments = await withKnownArtifacts(
        tx,
        entityRef,
        data.deployments,
      );
      await putRuns(
        tx,
        runs.map(run =>
          toRunRow(entityRef, run, {
            orderedAt: new Date(run.startedAt ?? run.finishedAt ?? now),
          }),
        ),
      );
      const rows = deployments.map(deployment =>
        toDeploymentRow(entityRef, deployment, { isRollback: false }),
      );
      await appendDeploymentEvents(tx, rows, { outbox: this.#outbox, now });
      await putDeployments(tx, rows);
      const changed = this.#environments.distinct(
        rows.map(({ environment }) => environment),
      );
      for (const environment of changed) {
        await markRolledBack(tx, entityRef, this.#keysOf(environment));
      }
    });
  }

  async putProviderFailure(
    entityRef: string,
    provider: ProviderIdentity,
    failure: { message: string; retryAt?: Date },
  ): Promise<void> {
    const now = this.#now();
    await this.#db<ProviderRow>('delivery_providers')
      .insert({
        ...providerColumns(entityRef, provider),
        fetched_at: null,
        failing_since: now,
        message: failure.message,
        retry_at: failure.retryAt ?? null,
      })
      .onConflict(['entity_ref', 'provider'])
      .merge({
        ...providerColumns(entityRef, provider),
        failing_since: this.#db.raw(
          'coalesce(delivery_providers.failing_since, excluded.failing_since)',
        ),
        message: failure.message,
        retry_at: failure.retryAt ?? null,
      });
  }

  async removeFailures(
    entityRef: string,
    providers: readonly { id: string }[],
  ): Promise<void> {
    if (providers.length > 0) {
      await this.#db<ProviderRow>('delivery_providers')
        .where('entity_ref', entityRef)
        .whereIn(
          'provider',
          providers.map(({ id }) => id),
        )
        .update({ failing_since: null, message: null, retry_at: null });
    }
  }

  async putEvents(events: StoredEvent[]): Promise<boolean[]> {
    const added: boolean[] = [];
    // One after the other: two of a batch may be about the same thing.
    for (const event of events) {
      added.push(
        await putEvent(this.#db, event, {
          outbox: this.#outbox,
          now: this.#now(),
          environments: this.#environments,
        }),
      );
    }
    return added;
  }

  async getRateLimit(
    provider: string,
    who: string,
  ): Promise<RateLimit | undefined> {
    const row = await this.#db<RateLimitRow>('delivery_rate_limits')
      .where({ provider, who })
      .first();
    return row && { message: row.message, retryAt: new Date(row.retry_at) };
  }

  async putRateLimit(
    provider: string,
    who: string,
    { message, retryAt }: RateLimit,
  ): Promise<void> {
    await this.#db<RateLimitRow>('delivery_rate_limits')
      .insert({ provider, who, message, retry_at: retryAt })
      .onConflict(['provider', 'who'])
      .merge()
      .where(replaced =>
        replaced
          .where('delivery_rate_limits.retry_at', '<', retryAt)
          .orWhere(
            'delivery_rate_limits.retry_at',
            '>',
            latestHold(this.#now()),
          ),
      );
  }

  async markViewed(entityRef: string): Promise<void> {
    await this.#db<ViewRow>('delivery_views')
      .insert({ entity_ref: entityRef, viewed_at: this.#now() })
      .onConflict('entity_ref')
      .merge();
  }

  async readFactStates(
    entityRefs: string[],
    options: { environments: Environments; now: Date },
  ): Promise<Map<string, DeliveryFactInput>> {
    return readFactStates(this.#db, entityRefs, options);
  }

  async readProduction(
    entityRefs: string[],
    environments: Environments,
  ): Promise<Map<string, string>> {
    return readProduction(this.#db, entityRefs, environments);
  }

  async readFailing(entityRefs: string[]): Promise<Map<string, string>> {
    return readFailing(this.#db, entityRefs);
  }

  async readLatestDeployments(
    entityRefs: string[],
  ): Promise<Map<string, Deployment[]>> {
    return readLatestDeployments(this.#db, entityRefs);
  }

  async listBusy(
    entityRefs: string[],
    since: { delivered: Date; viewed: Date },
  ): Promise<Set<string>> {
    return listBusy(this.#db, entityRefs, since);
  }

  async removeBefore(time: Date): Promise<number> {
    return removeBefore(this.#db, time);
  }
}

function providerColumns(entityRef: string, provider: ProviderIdentity) {
  return {
    entity_ref: entityRef,
    provider: provider.id,
    title: provider.title,
    demonstration: provider.demonstration,
  };
}
