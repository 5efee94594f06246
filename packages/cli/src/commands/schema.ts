import { handoverJsonSchema } from '@backstage-handover/plugin-handover-common/documents';
import { parseOptions } from '../io/parseOptions';
import type { DocumentOptions } from '../io/parseOptions';
import { printJson } from '../io/output';

/** Prints the JSON Schema of `handover.yaml`. */
export async function schema(options: DocumentOptions) {
  printJson(handoverJsonSchema(parseOptions(options)));
}
