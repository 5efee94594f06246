import type { ChangeKind } from '@backstage-handover/plugin-handover-common';
import { parseCalendars } from '@backstage-handover/plugin-handover-common/gate';
import type {
  CalendarSource,
  GateCondition,
  GateExtensionPoint,
  OverrideSource,
} from '@backstage-handover/plugin-handover-node';
import type { AskedCalendarSource } from './AskedCalendarSource';
import type { AskedCondition } from './AskedCondition';
import type { AskedOverrideSource } from './AskedOverrideSource';
import { ContributorRegistry } from './ContributorRegistry';

const CHANGES: readonly ChangeKind[] = [
  'deploy',
  'rollback',
  'config',
  'scale',
];

function isChangeKind(value: unknown): boolean {
  return CHANGES.some(change => change === value);
}

/** What the gate decides from, besides the handover. */
export class GateContributors implements GateExtensionPoint {
  readonly calendarSources = ContributorRegistry.create<AskedCalendarSource>(
    'calendar source',
    {
      // The entity's own calendar.
      reserved: ['handover'],
    },
  );
  readonly conditions = ContributorRegistry.create<AskedCondition>('condition');
  readonly overrideSources =
    ContributorRegistry.create<AskedOverrideSource>('override source');

  static create(): GateContributors {
    return new GateContributors();
  }

  private constructor() {}

  addCalendarSource(source: CalendarSource): void {
    const { id, title } = source;
    this.calendarSources.add({
      id,
      title,
      getCalendars: async ({ getEntity, ...request }) =>
        source.getCalendars({ ...request, entity: await getEntity() }),
      check: parseCalendars,
    });
  }

  /**
   * Adds a calendar source that comes with Handover.
   *
   * @throws Error if a module has added one with this id.
   */
  addBuiltInCalendarSource(source: AskedCalendarSource): void {
    this.calendarSources.add(source);
  }

  addCondition(condition: GateCondition): void {
    const { id, title, changes } = condition;
    if (
      changes !== undefined &&
      !(Array.isArray(changes) && changes.every(isChangeKind))
    ) {
      throw new Error(
        `The changes of the condition '${id}' are not valid: use ${CHANGES.join(
          ', ',
        )}`,
      );
    }
    // Read once: a condition must not change what it is about later.
    this.conditions.add({
      id,
      title,
      changes: changes && [...changes],
      appliesTo: environment => condition.appliesTo?.(environment) ?? true,
      evaluate: async ({ getEntity, state: _, ...question }) =>
        condition.evaluate({ ...question, entity: await getEntity() }),
    });
  }

  /**
   * Adds a condition that comes with Handover.
   *
   * @throws Error if a module has added one with this id.
   */
  addBuiltInCondition(condition: AskedCondition): void {
    this.conditions.add(condition);
  }

  addOverrideSource(source: OverrideSource): void {
    const { id, title } = source;
    this.overrideSources.add({
      id,
      title,
      getOverrides: async ({ getEntity, ...request }) =>
        source.getOverrides({ ...request, entity: await getEntity() }),
    });
  }

  /**
   * Adds an override source that comes with Handover.
   *
   * @throws Error if a module has added one with this id.
   */
  addBuiltInOverrideSource(source: AskedOverrideSource): void {
    this.overrideSources.add(source);
  }
}
