import type {
  Initiative,
  InitiativeBurnUp,
  InitiativeDefinition,
  InitiativeDetails,
  InitiativeEntityPage,
  InitiativePage,
  ListInitiativeEntitiesQuery,
  ListInitiativesQuery,
} from '@backstage-handover/plugin-handover-common';
import {
  dayOf,
  forecastOf,
  initiativeState,
  latestMilestone,
  parseInitiative,
  targetProblem,
} from '@backstage-handover/plugin-handover-common/scorecards';
import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import type { EntitiesService } from '../../entities/EntitiesService';
import { principalName } from '../../principalName';
import type { ActiveScorecard, ActiveScorecards } from '../ActiveScorecards';
import type {
  InitiativeEntitiesQuery,
  InitiativeStore,
  StoredInitiative,
} from '../store/initiatives';
import { toStoredQuery } from '../toStoredQuery';
import { InitiativeChangedError } from './InitiativeChangedError';
import type {
  InitiativeQuery,
  InitiativesService,
  Restricted,
  Seen,
  WriteOptions,
} from './InitiativesService';

type Options = {
  store: InitiativeStore;
  scorecards: Pick<ActiveScorecards, 'list'>;
  entities: Pick<EntitiesService, 'subtreeOfGroup'>;
  auth: AuthService;
  /** Has what is due evaluated soon. Never throws. */
  evaluateSoon: () => void;
  now?: () => Date;
};

/** Keeps initiatives and the rules for them. Checks no permissions. */
export class DefaultInitiativesService implements InitiativesService {
  readonly #options: Options;
  readonly #now: () => Date;

  static create(options: Options): InitiativesService {
    return new DefaultInitiativesService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  async listInitiatives({
    state,
    scorecard,
    limit,
    cursor,
    ...restriction
  }: ListInitiativesQuery & Restricted): Promise<InitiativePage> {
    const { store } = this.#options;
    const { items, ...page } = await store.list({
      state,
      scorecard,
      limit,
      cursor,
      today: this.#today(),
    });
    return { ...page, items: await this.#toInitiatives(items, restriction) };
  }

  async getInitiative({
    id,
    ...restriction
  }: InitiativeQuery): Promise<InitiativeDetails> {
    const { store, entities } = this.#options;
    const stored = await this.#get(id);
    const [[initiative], teams] = await Promise.all([
      this.#toInitiatives([stored], restriction),
      store.countTeams(id, await toStoredQuery(restriction, entities)),
    ]);
    return { ...initiative, ...teams };
  }

  async getBurnUp({
    id,
    ...restriction
  }: InitiativeQuery): Promise<InitiativeBurnUp> {
    const { store, entities } = this.#options;
    const stored = await this.#get(id);
    const today = this.#today();
    const { startsOn, endsOn, closed, createdAt, measuredAt } = stored;
    const days = await store.countByDay(id, {
      ...(await toStoredQuery(restriction, entities)),
      from: latest(startsOn, dayOf(new Date(createdAt))),
      to: closed ? dayOf(new Date(closed.at)) : today,
    });
    // Before, something else was measured.
    const measuredFrom = dayOf(new Date(measuredAt));
    const measured = days.filter(({ day }) => day >= measuredFrom);
    return {
      days,
      ...(stored.status === 'published' &&
        days.length > 0 && { forecast: forecastOf(measured, { endsOn }) }),
    };
  }

  async listEntities({
    id,
    ...query
  }: InitiativeQuery<ListInitiativeEntitiesQuery>): Promise<InitiativeEntityPage> {
    const { store, entities } = this.#options;
    await this.#get(id);
    return store.listEntities(id, await toStoredQuery(query, entities));
  }

  async createInitiative(
    value: InitiativeDefinition,
    options: WriteOptions,
  ): Promise<Initiative> {
    const by = this.#nameOf(options);
    const definition = await this.#parse(value);
    this.#assertNotOver(definition);
    const stored = await this.#options.store.add(definition, { by });
    this.#options.evaluateSoon();
    return this.#toInitiative(stored, options);
  }

  async updateInitiative(
    id: string,
    value: InitiativeDefinition,
    seen: Seen,
    options: WriteOptions,
  ): Promise<Initiative> {
    const before = await this.#getSeen(id, seen, ['draft', 'published']);
    const definition = await this.#parse(value);
    if (definition.endsOn !== before.endsOn) {
      this.#assertNotOver(definition);
    }
    const reevaluates = digestOf(definition) !== digestOf(before);
    const stored = await this.#changed(
      id,
      seen,
      await this.#options.store.update(id, definition, {
        ...seen,
        reevaluates,
        announced: this.#announcedOf(before, definition),
      }),
    );
    if (reevaluates) {
      this.#options.evaluateSoon();
    }
    return this.#toInitiative(stored, options);
  }

  async publishInitiative(
    id: string,
    seen: Seen,
    options: WriteOptions,
  ): Promise<Initiative> {
    const { store, scorecards } = this.#options;
    const draft = await this.#getSeen(id, seen, ['draft']);
    this.#assertNotOver(draft);
    assertTarget(draft, await scorecards.list());
    return this.#toInitiative(
      await this.#changed(id, seen, await store.publish(id, seen)),
      options,
    );
  }

  async closeInitiative(
    id: string,
    { note, ...seen }: Seen & { note?: string },
    options: WriteOptions,
  ): Promise<Initiative> {
    const by = this.#nameOf(options);
    await this.#getSeen(id, seen, ['published']);
    return this.#toInitiative(
      await this.#changed(
        id,
        seen,
        await this.#options.store.close(id, { ...seen, by, note }),
      ),
      options,
    );
  }

  async deleteInitiative(
    id: string,
    seen: Seen,
    options: WriteOptions,
  ): Promise<Initiative> {
    const draft = await this.#toInitiative(
      await this.#getSeen(id, seen, ['draft']),
      options,
    );
    await this.#changed(
      id,
      seen,
      await this.#options.store.deleteDraft(id, seen),
    );
    return draft;
  }

  /** One that can be changed: it is as the caller saw it. */
  async #getSeen(
    id: string,
    seen: Seen,
    statuses: readonly StoredInitiative['status'][],
  ): Promise<StoredInitiative> {
    const initiative = await this.#get(id);
    if (!statuses.includes(initiative.status)) {
      throw conflictOf(initiative);
    }
    assertSeen(initiative, seen);
    return initiative;
  }

  /**
   * Milestones that new dates leave behind were not announced, and are not: only
   * those that are still to come.
   */
  #announcedOf(
    before: StoredInitiative,
    dates: Pick<InitiativeDefinition, 'startsOn' | 'endsOn'>,
  ): number | undefined {
    const isMoved =
      before.startsOn !== dates.startsOn || before.endsOn !== dates.endsOn;
    return before.announced !== undefined && isMoved
      ? latestMilestone(this.#today(), dates)?.order
      : before.announced;
  }

  async #get(id: string): Promise<StoredInitiative> {
    const initiative = await this.#options.store.get(id);
    if (!initiative) {
      throw new NotFoundError(`There is no initiative '${id}'`);
    }
    return initiative;
  }

  /** What a change came to; somebody else can have been faster. */
  async #changed(
    id: string,
    seen: Seen,
    changed: StoredInitiative | undefined,
  ): Promise<StoredInitiative> {
    if (changed) {
      return changed;
    }
    const current = await this.#get(id);
    assertSeen(current, seen);
    throw conflictOf(current);
  }

  async #parse(value: InitiativeDefinition): Promise<InitiativeDefinition> {
    const { data, problems } = parseInitiative(value);
    if (!data) {
      throw new InputError(problems.join('; '));
    }
    assertTarget(data, await this.#options.scorecards.list());
    return data;
  }

  #assertNotOver({ endsOn }: Pick<InitiativeDefinition, 'endsOn'>): void {
    const today = this.#today();
    if (endsOn < today) {
      throw new InputError(
        `endsOn: ${endsOn} is in the past. It can be ${today} at the earliest`,
      );
    }
  }

  async #toInitiative(
    stored: StoredInitiative,
    { filter }: InitiativeEntitiesQuery,
  ): Promise<Initiative> {
    const [initiative] = await this.#toInitiatives([stored], { filter });
    return initiative;
  }

  async #toInitiatives(
    stored: readonly StoredInitiative[],
    restriction: InitiativeEntitiesQuery & { within?: string[] },
  ): Promise<Initiative[]> {
    const { store, scorecards, entities } = this.#options;
    const [counts, active] = await Promise.all([
      store.count(
        stored.map(({ id }) => id),
        await toStoredQuery(restriction, entities),
      ),
      scorecards.list(),
    ]);
    const today = this.#today();
    return stored.map(each => {
      const { status, measuredAt, announced, announcedOn, ...initiative } =
        each;
      const problem =
        status === 'closed' ? undefined : targetProblem(initiative, active);
      return {
        ...initiative,
        state: initiativeState({ ...initiative, status }, today),
        counts: counts.get(initiative.id) ?? {
          reached: 0,
          open: 0,
          unknown: 0,
        },
        ...(problem !== undefined && { problem }),
      };
    });
  }

  #nameOf({ credentials }: WriteOptions): string {
    const name = principalName(this.#options.auth, credentials);
    if (name === undefined) {
      throw new NotAllowedError(
        'Only users and services can change initiatives',
      );
    }
    return name;
  }

  #today(): string {
    return dayOf(this.#now());
  }
}

function assertSeen(
  { id, revision: currentRevision }: StoredInitiative,
  { revision: expectedRevision }: Seen,
): void {
  if (currentRevision !== expectedRevision) {
    throw new InitiativeChangedError({ id, expectedRevision, currentRevision });
  }
}

function latest(a: string, b: string): string {
  return a > b ? a : b;
}

function assertTarget(
  definition: InitiativeDefinition,
  active: readonly ActiveScorecard[],
): void {
  const problem = targetProblem(definition, active);
  if (problem !== undefined) {
    throw new InputError(problem);
  }
}

function conflictOf({ id, status }: StoredInitiative): ConflictError {
  return new ConflictError(
    `The initiative '${id}' is ${
      status === 'draft' ? 'a draft' : `${status} already`
    }`,
  );
}

/** What decides how far an entity is. */
function digestOf({ scorecard, target, scope }: InitiativeDefinition): string {
  return JSON.stringify([scorecard, target, scope]);
}
