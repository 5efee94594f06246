import type { ChangeKind } from '@backstage-handover/plugin-handover-common';
import type {
  CalendarSource,
  GateCondition,
  GateExtensionPoint,
  OverrideSource,
} from '@backstage-handover/plugin-handover-node';
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

/** What modules added for the gate to decide from. */
export class GateContributors implements GateExtensionPoint {
  readonly calendarSources = ContributorRegistry.create<CalendarSource>(
    'calendar source',
    {
      // The entity's own calendar.
      reserved: ['handover'],
    },
  );
  readonly conditions = ContributorRegistry.create<GateCondition>('condition');
  readonly overrideSources =
    ContributorRegistry.create<OverrideSource>('override source');

  static create(): GateContributors {
    return new GateContributors();
  }

  private constructor() {}

  addCalendarSource(source: CalendarSource): void {
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
      evaluate: request => condition.evaluate(request),
    });
  }

  addOverrideSource(source: OverrideSource): void {
    this.overrideSources.add(source);
  }
}
