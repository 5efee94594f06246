import type {
  Calendar,
  ChangeKind,
  DocumentState,
  NoticeReason,
} from '@backstage-handover/plugin-handover-common';
import type {
  EvaluatedCondition,
  GateOverride,
} from '@backstage-handover/plugin-handover-common/gate';
import {
  appliesToChange,
  parseConditionResult,
  parseOverrides,
} from '@backstage-handover/plugin-handover-common/gate';
import type { ConditionRequest } from '@backstage-handover/plugin-handover-node';
import type { Entity } from '@backstage/catalog-model';
import type { EntityCalendarSource } from '../EntityCalendarSource';
import type { AskedCondition } from './AskedCondition';
import type { ContributorRunner } from './ContributorRunner';
import type { GateContributors } from './GateContributors';

/** The entity of a decision. It is fetched only if a contributor needs it. */
export type Subject = {
  entityRef: string;
  /** The state of its handover. */
  state: DocumentState;
  getEntity: () => Promise<Entity>;
};

/** The overrides that could be read, and notices about the sources that could not. */
export type FoundOverrides = {
  overrides: GateOverride[];
  notices: NoticeReason[];
};

type ConditionQuestion = Pick<
  ConditionRequest,
  'environment' | 'at' | 'artifact'
> & { change: ChangeKind };

/**
 * Collects the input of a decision. All contributors of a kind are called in
 * parallel, and each fails alone, on the safe side: no method rejects.
 */
export class GateInputs {
  readonly #contributors: GateContributors;
  readonly #own: EntityCalendarSource;
  readonly #runner: ContributorRunner;

  static create(options: {
    contributors: GateContributors;
    /** Gives the entity's own calendar. */
    own: EntityCalendarSource;
    runner: ContributorRunner;
  }): GateInputs {
    return new GateInputs(options);
  }

  private constructor(options: Parameters<typeof GateInputs.create>[0]) {
    this.#contributors = options.contributors;
    this.#own = options.own;
    this.#runner = options.runner;
  }

  /** A source that fails gives a calendar with an error, which makes the verdict unknown. */
  async getCalendars(
    subject: Subject,
    range: { from: string; to: string },
  ): Promise<Calendar[]> {
    const { entityRef, state } = subject;
    const found = await Promise.all([
      this.#calendarsOf({
        id: 'handover',
        title: 'Handover',
        level: 'entity',
        subject: entityRef,
        ask: async () => this.#own.getCalendars({ entityRef, state }),
        // They come from a document that was checked when it was stored.
        check: value => value as Calendar[],
      }),
      ...this.#contributors.calendarSources
        .list()
        .map(({ id, title, contributor }) =>
          this.#calendarsOf({
            id,
            title,
            level: 'organization',
            subject: entityRef,
            ask: async signal =>
              contributor.getCalendars({
                entityRef,
                getEntity: subject.getEntity,
                state,
                range,
                signal,
              }),
            check: value => contributor.check(value),
          }),
        ),
    ]);
    return withoutSharedIds(found);
  }

  /** While a source fails, none of its overrides is in force. */
  async getOverrides(subject: Subject, at: string): Promise<FoundOverrides> {
    const { entityRef } = subject;
    const sources = this.#contributors.overrideSources.list();
    const answers = await Promise.all(
      sources.map(({ id, title, contributor }) =>
        this.#runner.run({
          kind: 'override source',
          id,
          title,
          subject: entityRef,
          ask: async signal =>
            contributor.getOverrides({
              entityRef,
              getEntity: subject.getEntity,
              at,
              signal,
            }),
          check: parseOverrides,
        }),
      ),
    );
    return {
      overrides: answers.flatMap((answer, index) =>
        'value' in answer
          ? answer.value.map(override => ({
              ...override,
              // Unique among all sources.
              id: `${sources[index].id}/${override.id}`,
            }))
          : [],
      ),
      notices: answers.flatMap((answer, index) =>
        'failure' in answer
          ? {
              kind: 'notice' as const,
              title: `Overrides of '${sources[index].title}' are not in force, because they could not be read`,
              reason: answer.failure,
            }
          : [],
      ),
    };
  }

  /** A condition that fails to answer is unknown. */
  async getConditions(
    subject: Subject,
    question: ConditionQuestion,
  ): Promise<EvaluatedCondition[]> {
    const { entityRef } = subject;
    return Promise.all(
      this.#contributors.conditions
        .list()
        .filter(
          ({ contributor }) =>
            appliesToChange(contributor.changes, question.change) &&
            appliesToEnvironment(contributor, question.environment),
        )
        .map(async ({ id, title, contributor }) => {
          const answer = await this.#runner.run({
            kind: 'condition',
            id,
            title,
            subject: entityRef,
            ask: async signal =>
              contributor.evaluate({ ...question, ...subject, signal }),
            check: value => parseConditionResult(value, question.at),
          });
          const result =
            'value' in answer
              ? answer.value
              : { outcome: 'unknown' as const, reason: answer.failure };
          return { ...result, id, title, changes: contributor.changes };
        }),
    );
  }

  async #calendarsOf(options: {
    id: string;
    title: string;
    level: Calendar['level'];
    subject: string;
    ask: (signal: AbortSignal) => Promise<unknown>;
    check: (value: unknown) => Calendar[];
  }): Promise<SourceCalendars> {
    const { id, title, level } = options;
    const answer = await this.#runner.run({
      ...options,
      kind: 'calendar source',
    });
    const failed = (error: string) => ({
      id: `source:${id}`,
      title,
      level,
      version: '',
      error,
    });
    return {
      calendars: 'value' in answer ? answer.value : [failed(answer.failure)],
      failed,
    };
  }
}

/** A condition that cannot say whether it applies does. */
function appliesToEnvironment(
  condition: Pick<AskedCondition, 'appliesTo'>,
  environment: string,
): boolean {
  try {
    return condition.appliesTo?.(environment) !== false;
  } catch {
    return true;
  }
}

/** What a source gave, and the calendar that stands for it if it failed. */
type SourceCalendars = {
  calendars: Calendar[];
  failed: (error: string) => Calendar;
};

/** A source that uses the id of a calendar of another source has failed. */
function withoutSharedIds(found: SourceCalendars[]): Calendar[] {
  const seen = new Set<string>();
  return found.flatMap(({ calendars, failed }) => {
    const shared = calendars.some(({ id }) => seen.has(id));
    calendars.forEach(({ id }) => seen.add(id));
    return shared
      ? [failed('It uses the id of a calendar of another source')]
      : calendars;
  });
}
