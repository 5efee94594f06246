import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { parseHandoverDocument } from '@backstage-handover/plugin-handover-common/documents';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export {
  documentState,
  handoverApiWith,
  orderProcessingEntity,
} from './handoverApi';

/** The handover of the example service, read from the repository. */
export function orderProcessingDocument(): HandoverDocument {
  const yaml = readFileSync(
    resolve(
      __dirname,
      '../../../../examples/services/order-processing/handover.yaml',
    ),
    'utf8',
  );
  const { document, problems } = parseHandoverDocument(yaml);
  if (!document) {
    throw new Error(
      `The example handover is not valid: ${JSON.stringify(problems)}`,
    );
  }
  return document;
}
