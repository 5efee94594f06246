import type {
  CalendarSource,
  GateCondition,
  GateExtensionPoint,
  OverrideSource,
} from '@backstage-handover/plugin-handover-node';
import { ContributorRegistry } from './ContributorRegistry';

/** What modules added for the gate to decide from. */
export class GateContributors implements GateExtensionPoint {
  readonly calendarSources =
    ContributorRegistry.create<CalendarSource>('calendar source');
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
    this.conditions.add(condition);
  }

  addOverrideSource(source: OverrideSource): void {
    this.overrideSources.add(source);
  }
}
