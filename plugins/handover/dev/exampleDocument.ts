import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
// eslint-disable-next-line @backstage/no-relative-monorepo-imports -- the repository's example
import orderProcessing from '../../../examples/services/order-processing/handover.yaml';

/** The handover of the example service. */
export function exampleDocument(): HandoverDocument {
  // The bundler parses YAML into an object, and dates into instants.
  const json = JSON.stringify(orderProcessing).replace(
    /T00:00:00\.000Z"/g,
    '"',
  );
  const { document, problems } = parseHandoverDocument(json);
  if (!document) {
    throw new Error(
      `The example handover is not valid: ${JSON.stringify(problems)}`,
    );
  }
  return document;
}
