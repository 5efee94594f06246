import { setImmediate } from 'node:timers/promises';
import type {
  Calendar,
  DocumentState,
  GateCalendars,
  GateDecision,
  GateDecisions,
  Occurrences,
  RecordedDecision,
} from '@backstage-handover/plugin-handover-common';
import type { EvaluatedCondition } from '@backstage-handover/plugin-handover-common/gate';
import { toICalendar } from '@backstage-handover/plugin-handover-common/icalendar';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  assertRange,
  DECISION_HORIZON_DAYS,
  decide,
  entityEnvironments,
  expandOccurrences,
  namesUsed,
  parseInstant,
  sortedCalendars,
} from '@backstage-handover/plugin-handover-common/gate';
import type { AuthService } from '@backstage/backend-plugin-api';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { randomUUID } from 'node:crypto';
import type { Catalog } from '../backends';
import type { DocumentsService } from '../documents/DocumentsService';
import type {
  FoundOverrides,
  GateInputs,
  Subject,
} from './contributors/GateInputs';
import { principalName } from '../principalName';
import type { EnvironmentReader } from './EnvironmentReader';
import { fallbackReason } from './fallbackReason';
import type {
  EnvironmentRequest,
  GateRequest,
  GateService,
  GateServiceOptions,
  RecordRequest,
} from './GateService';
import { type GateMetrics, createGateMetrics } from './metrics';
import type { DecisionStore } from './store';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A feed shows what was a month ago. */
const DAYS_BEFORE = 31;

/** A question once the instant is settled. */
type Question = EnvironmentRequest & { at: string };

/** Everything that was asked for one answer. */
type Round = {
  calendars: Promise<Calendar[]>;
  overrides: Promise<FoundOverrides>;
  /** Asks the conditions of an environment, once however often it is called. */
  getConditions: (environment: string) => Promise<EvaluatedCondition[]>;
};

/** Decides from an entity's handover and from everything that contributes to the gate. */
export class DefaultGateService implements GateService, EnvironmentReader {
  readonly #documents: Pick<DocumentsService, 'getDocument'>;
  readonly #inputs: GateInputs;
  readonly #environments: Environments;
  readonly #catalog: Pick<Catalog, 'getEntityByRef'>;
  readonly #auth: AuthService;
  readonly #decisions: Pick<DecisionStore, 'record'>;
  readonly #metrics: GateMetrics;
  readonly #now: () => Date;

  static create(options: {
    documents: Pick<DocumentsService, 'getDocument'>;
    inputs: GateInputs;
    /** Those that are configured. */
    environments: Environments;
    catalog: Pick<Catalog, 'getEntityByRef'>;
    auth: AuthService;
    decisions: Pick<DecisionStore, 'record'>;
    metrics: MetricsService;
    now?: () => Date;
  }): GateService & EnvironmentReader {
    return new DefaultGateService(options);
  }

  private constructor(
    options: Parameters<typeof DefaultGateService.create>[0],
  ) {
    this.#documents = options.documents;
    this.#inputs = options.inputs;
    this.#environments = options.environments;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#decisions = options.decisions;
    this.#metrics = createGateMetrics(options.metrics);
    this.#now = options.now ?? (() => new Date());
  }

  async getDecision(
    entityRef: string,
    request: EnvironmentRequest,
    options: GateServiceOptions,
  ): Promise<GateDecision> {
    const subject = await this.#subjectOf(entityRef, options);
    const at = request.at ?? this.#now().toISOString();
    const round = this.#ask(subject, { ...request, at });
    // A name that is known already needs no calendar to say what it means.
    const { name, known } = this.#known(subject.state).resolve(
      request.environment,
    );
    if (known) {
      round.getConditions(name);
    }
    return this.#decide(subject, { ...request, at }, round);
  }

  async recordDecision(
    entityRef: string,
    request: RecordRequest,
    options: GateServiceOptions,
  ): Promise<RecordedDecision> {
    const decision = await this.getDecision(entityRef, request, options);
    const { changeId, artifact } = request;
    const by = principalName(this.#auth, options.credentials);
    const asked = {
      ...(by !== undefined && { by }),
      ...(changeId !== undefined && { changeId }),
      ...(artifact && { artifact }),
    };
    const id = randomUUID();
    const recordedAt = this.#now();
    await this.#decisions.record({
      decision,
      recordedAt,
      event: {
        topic: 'handover.decision.recorded',
        entityRef,
        data: { decisionId: id, ...asked, ...toEventData(decision) },
      },
    });
    return { id, recordedAt: recordedAt.toISOString(), ...asked, decision };
  }

  async getDecisions(
    entityRef: string,
    request: GateRequest,
    options: GateServiceOptions,
  ): Promise<GateDecisions> {
    const subject = await this.#subjectOf(entityRef, options);
    const at = request.at ?? this.#now().toISOString();
    const round = this.#ask(subject, { ...request, at });
    const documented = subject.state.document?.environments?.items;
    const environmentsWith = (calendars: Calendar[]) =>
      entityEnvironments(this.#environments, {
        documented,
        // Other calendars name what many entities have, and not each of them.
        windows: calendars.flatMap(calendar =>
          calendar.level === 'entity' && 'windows' in calendar
            ? calendar.windows
            : [],
        ),
      });
    environmentsWith([]).forEach(round.getConditions);
    const named = environmentsWith(await round.calendars);
    const environments =
      named.length > 0
        ? named
        : this.#environments.distinct(this.#environments.assumed);
    // All conditions are evaluated at the same time.
    environments.forEach(round.getConditions);
    const items: GateDecision[] = [];
    for (const environment of environments) {
      items.push(
        await this.#decide(subject, { ...request, at, environment }, round),
      );
      // Other requests have their turn between two decisions.
      await setImmediate();
    }
    return { items };
  }

  async getOccurrences(
    entityRef: string,
    range: { from: string; to: string; environment?: string },
    options: GateServiceOptions,
  ): Promise<Occurrences> {
    const subject = await this.#subjectOf(entityRef, options);
    const { from, to } = range;
    assertRange(range);
    const calendars = await this.#inputs.getCalendars(subject, { from, to });
    return expandOccurrences(calendars, {
      ...range,
      environments: this.#known(subject.state),
    });
  }

  async getCalendars(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<GateCalendars> {
    const subject = await this.#subjectOf(entityRef, options);
    const calendars = await this.#inputs.getCalendars(
      subject,
      rangeAround(this.#now().getTime()),
    );
    return { items: sortedCalendars(calendars) };
  }

  async getCalendar(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<string> {
    const subject = await this.#subjectOf(entityRef, options);
    const now = this.#now();
    return toICalendar({
      calendars: await this.#inputs.getCalendars(
        subject,
        rangeAround(now.getTime()),
      ),
      name: `Handover of ${entityRef}`,
      generatedAt: now.toISOString(),
    });
  }

  async getEnvironments(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<Environments> {
    const subject = await this.#subjectOf(entityRef, options);
    const calendars = await this.#inputs.getCalendars(
      subject,
      rangeAround(this.#now().getTime()),
    );
    return this.#known(subject.state).with(namesUsed(calendars));
  }

  /**
   * Asks everybody at the same time.
   *
   * @throws InputError if the instant is not valid.
   */
  #ask(subject: Subject, request: Omit<Question, 'environment'>): Round {
    const { at, change = 'deploy', artifact } = request;
    const asked = new Map<string, Promise<EvaluatedCondition[]>>();
    return {
      calendars: this.#inputs.getCalendars(
        subject,
        rangeAround(parseInstant('at', at)),
      ),
      overrides: this.#inputs.getOverrides(subject, at),
      getConditions: (environment: string) => {
        const conditions =
          asked.get(environment) ??
          this.#inputs.getConditions(subject, {
            environment,
            change,
            at,
            artifact,
          });
        asked.set(environment, conditions);
        return conditions;
      },
    };
  }
  async #decide(
    { state }: Subject,
    request: Question,
    round: Round,
  ): Promise<GateDecision> {
    const { change, at, artifact } = request;
    const environments = this.#known(state);
    const calendars = await round.calendars;
    const environment = environments
      .with(namesUsed(calendars))
      .resolve(request.environment);
    const [{ overrides, notices }, conditions] = await Promise.all([
      round.overrides,
      // Nothing is required of an environment that nobody knows: it stays closed.
      environment.known ? round.getConditions(environment.name) : [],
    ]);
    const fallback = fallbackReason(state);
    const decision = decide({
      calendars,
      conditions,
      overrides,
      notices: fallback ? [...notices, fallback] : notices,
      environment: request.environment,
      artifact,
      change,
      at,
      environments,
      revision: state.revision?.number,
    });
    this.#metrics.decisions.add(1, {
      verdict: decision.verdict,
      change: decision.change,
    });
    return decision;
  }

  /** Those that are configured, and those that the document declares. */
  #known({ document }: DocumentState): Environments {
    const documented = document?.environments?.items ?? [];
    return this.#environments.with(
      documented.flatMap(({ name }) => name ?? []),
    );
  }

  async #subjectOf(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<Subject> {
    const state = await this.#documents.getDocument(entityRef, options);
    let entity: Promise<Entity> | undefined;
    return {
      entityRef,
      state,
      getEntity: () => {
        entity ??= this.#fetchEntity(entityRef);
        return entity;
      },
    };
  }

  /** As the service itself: what a condition finds does not depend on who asks. */
  async #fetchEntity(entityRef: string): Promise<Entity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials: await this.#auth.getOwnServiceCredentials(),
    });
    if (!entity) {
      throw new NotFoundError(`No entity '${entityRef}' in the catalog`);
    }
    return entity;
  }
}

/** What an event says of a decision: no reasons, which quote handovers. */
function toEventData(decision: GateDecision) {
  const { at, environment, change, verdict, calendars } = decision;
  const { onUnknown, until, revision } = decision;
  return {
    environment,
    change,
    verdict,
    ...(onUnknown && { onUnknown }),
    decidedAt: at,
    ...(until !== undefined && { until }),
    ...(revision !== undefined && { revision }),
    calendars,
  };
}

/** From the start of a feed to the horizon of a decision. */
function rangeAround(instant: number): { from: string; to: string } {
  return {
    from: new Date(instant - DAYS_BEFORE * DAY_MS).toISOString(),
    to: new Date(instant + DECISION_HORIZON_DAYS * DAY_MS).toISOString(),
  };
}
