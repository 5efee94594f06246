import type {
  Calendar,
  DocumentState,
  GateDecision,
  GateDecisions,
  Occurrences,
} from '@backstage-handover/plugin-handover-common';
import { toICalendar } from '@backstage-handover/plugin-handover-common/icalendar';
import {
  decide,
  entityEnvironments,
  type Environments,
  expandOccurrences,
} from '@backstage-handover/plugin-handover-common';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { DocumentsService } from '../documents/DocumentsService';
import type { CalendarSource } from './CalendarSource';
import { fallbackReason } from './fallbackReason';
import type {
  GateRequest,
  GateService,
  GateServiceOptions,
} from './GateService';
import { type GateMetrics, createGateMetrics } from './metrics';

type Situation = { state: DocumentState; calendars: Calendar[] };

/** Decides from an entity's handover and the calendars that apply to it. */
export class DefaultGateService implements GateService {
  readonly #documents: Pick<DocumentsService, 'getDocument'>;
  readonly #sources: CalendarSource[];
  readonly #environments: Environments;
  readonly #metrics: GateMetrics;
  readonly #now: () => Date;

  static create(options: {
    documents: Pick<DocumentsService, 'getDocument'>;
    sources: CalendarSource[];
    /** Those that are configured. */
    environments: Environments;
    metrics: MetricsService;
    now?: () => Date;
  }): GateService {
    return new DefaultGateService(options);
  }

  private constructor(
    options: Parameters<typeof DefaultGateService.create>[0],
  ) {
    this.#documents = options.documents;
    this.#sources = options.sources;
    this.#environments = options.environments;
    this.#metrics = createGateMetrics(options.metrics);
    this.#now = options.now ?? (() => new Date());
  }

  async getDecision(
    entityRef: string,
    request: GateRequest & { environment: string },
    options: GateServiceOptions,
  ): Promise<GateDecision> {
    const situation = await this.#situationOf(entityRef, options);
    return this.#decide(situation, request);
  }

  async getDecisions(
    entityRef: string,
    request: GateRequest,
    options: GateServiceOptions,
  ): Promise<GateDecisions> {
    const situation = await this.#situationOf(entityRef, options);
    const { state, calendars } = situation;
    const named = entityEnvironments(this.#environments, {
      documented: state.document?.environments?.items,
      calendars,
    });
    const environments =
      named.length > 0
        ? named
        : this.#environments.distinct(this.#environments.assumed);
    const at = request.at ?? this.#now().toISOString();
    return {
      items: environments.map(environment =>
        this.#decide(situation, { ...request, at, environment }),
      ),
    };
  }

  async getOccurrences(
    entityRef: string,
    range: { from: string; to: string; environment?: string },
    options: GateServiceOptions,
  ): Promise<Occurrences> {
    const { state, calendars } = await this.#situationOf(entityRef, options);
    return expandOccurrences(calendars, {
      ...range,
      environments: this.#known(state),
    });
  }

  async getCalendar(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<string> {
    const { calendars } = await this.#situationOf(entityRef, options);
    return toICalendar({
      calendars,
      name: `Handover of ${entityRef}`,
      stamp: this.#now().toISOString(),
    });
  }

  #decide(
    { state, calendars }: Situation,
    { environment, change, at }: GateRequest & { environment: string },
  ): GateDecision {
    const decision = decide({
      calendars,
      environment,
      change,
      at: at ?? this.#now().toISOString(),
      environments: this.#known(state),
      revision: state.revision?.number,
    });
    this.#metrics.decisions.add(1, {
      verdict: decision.verdict,
      change: decision.change,
    });
    const fallback = fallbackReason(state);
    return fallback
      ? { ...decision, reasons: [...decision.reasons, fallback] }
      : decision;
  }

  /** Those that are configured, and those that the document declares. */
  #known({ document }: DocumentState): Environments {
    const documented = document?.environments?.items ?? [];
    return this.#environments.with(
      documented.flatMap(({ name }) => name ?? []),
    );
  }

  async #situationOf(
    entityRef: string,
    options: GateServiceOptions,
  ): Promise<Situation> {
    const state = await this.#documents.getDocument(entityRef, options);
    const calendars = await Promise.all(
      this.#sources.map(source => source.getCalendars({ entityRef, state })),
    );
    return { state, calendars: calendars.flat() };
  }
}
