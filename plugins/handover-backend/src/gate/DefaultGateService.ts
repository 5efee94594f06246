import type {
  DocumentState,
  GateDecision,
  GateDecisions,
  Occurrences,
} from '@backstage-handover/plugin-handover-common';
import type { Calendar } from '@backstage-handover/plugin-handover-common/gate';
import { toICalendar } from '@backstage-handover/plugin-handover-common/icalendar';
import {
  decide,
  expandOccurrences,
} from '@backstage-handover/plugin-handover-common/gate';
import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import type { DocumentsService } from '../documents/DocumentsService';
import type { CalendarSource } from './CalendarSource';
import type { GateConfig } from './config';
import { environmentsOf } from './environments';
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
  readonly #config: GateConfig;
  readonly #metrics: GateMetrics;
  readonly #now: () => Date;

  static create(options: {
    documents: Pick<DocumentsService, 'getDocument'>;
    sources: CalendarSource[];
    config: GateConfig;
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
    this.#config = options.config;
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
    const named = environmentsOf(situation.state.document, situation.calendars);
    const environments = named.length > 0 ? named : this.#config.environments;
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
    const { calendars } = await this.#situationOf(entityRef, options);
    return expandOccurrences(calendars, range);
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
      defaults: this.#config.defaults,
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
