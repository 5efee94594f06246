import { formatProblem } from '@backstage-handover/plugin-handover-common/documents';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import { CommandError } from './CommandError';
import { displayName } from './names';
import { parseOptions } from './parseOptions';
import type { DocumentOptions } from './parseOptions';
import { readText, STDIN } from './readText';

/**
 * Reads a valid document. Throws a CommandError that lists the problems of an
 * invalid document, including secrets.
 */
export async function loadDocument(
  file: string,
  options: DocumentOptions,
): Promise<HandoverDocument> {
  const { document, problems } = await checkHandoverDocument(
    await readText(file),
    parseOptions(options),
  );
  if (!document) {
    const name = displayName(file);
    const errors = problems.filter(({ severity }) => severity === 'error');
    throw new CommandError(
      [
        `'${name}' is not a valid handover`,
        ...errors.map(problem => `  ${formatProblem(name, problem)}`),
      ].join('\n'),
      file === STDIN ? {} : { hint: `See 'handover lint ${file}'.` },
    );
  }
  return document;
}
