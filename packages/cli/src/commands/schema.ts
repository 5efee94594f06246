import { handoverJsonSchema } from '@backstage-handover/plugin-handover-common/documents';
import { parseOptions } from '../io/parseOptions';
import type { DocumentOptions } from '../io/parseOptions';
import { printJson } from '../io/output';

/** Prints the JSON Schema of `handover.yaml`, or of a scorecard. */
export async function schema(
  options: DocumentOptions & { kind: 'handover' | 'scorecard' },
) {
  if (options.kind === 'scorecard') {
    const { scorecardJsonSchema } = await import(
      '@backstage-handover/plugin-handover-common/scorecards'
    );
    printJson(scorecardJsonSchema());
    return;
  }
  printJson(handoverJsonSchema(parseOptions(options)));
}
