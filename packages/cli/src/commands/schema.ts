import { handoverJsonSchema } from '@backstage-handover/plugin-handover-common/documents';
import { parseOptions } from '../io/parseOptions';
import type { DocumentOptions } from '../io/parseOptions';
import { printJson } from '../io/output';

/** Prints the JSON Schema of `handover.yaml`, of a scorecard or of a calendar. */
export async function schema(
  options: DocumentOptions & { kind: 'handover' | 'scorecard' | 'calendar' },
) {
  if (options.kind === 'scorecard') {
    const { scorecardJsonSchema } = await import(
      '@backstage-handover/plugin-handover-common/scorecards'
    );
    printJson(scorecardJsonSchema());
    return;
  }
  if (options.kind === 'calendar') {
    const { calendarJsonSchema } = await import(
      '@backstage-handover/plugin-handover-common/calendars'
    );
    printJson(calendarJsonSchema());
    return;
  }
  printJson(handoverJsonSchema(parseOptions(options)));
}
