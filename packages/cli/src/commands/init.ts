import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  coverageOf,
  formatProblem,
  writeStarter,
} from '@backstage-handover/plugin-handover-common/documents';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import { toDocument } from '../init/answers';
import type { Answers } from '../init/answers';
import { ask } from '../init/ask';
import { CommandError } from '../io/CommandError';
import { print, remark } from '../io/output';
import { mainEntity, readCatalogInfo } from '../io/readCatalogInfo';
import { writeText } from '../io/writeText';

type InitOptions = Answers & {
  output: string;
  force?: boolean;
  /** False with `--no-input`. */
  input: boolean;
  schema?: string;
};

const OVERWRITE = 'Use --force to overwrite it.';

/** Writes a new, valid document. */
export async function init(options: InitOptions) {
  const { output, force = false, input, schema, ...given } = options;
  const toStdout = output === '-';
  // Before anybody answers questions in vain.
  if (!toStdout && !force && existsSync(output)) {
    throw new CommandError(`'${output}' already exists`, { hint: OVERWRITE });
  }
  const folder = toStdout ? '.' : path.dirname(output);
  const suggested = { entity: mainEntity(await readCatalogInfo(folder))?.ref };
  const interactive =
    input && Boolean(process.stdin.isTTY && process.stderr.isTTY);
  const answers = interactive
    ? await ask(given, suggested)
    : { ...suggested, ...given };

  const today = new Date().toISOString().slice(0, 10);
  const { text } = writeStarter(toDocument(answers, today), {
    header: ['Everything a new owner needs to know about this service.'],
    schemaUrl: schema,
  });
  const { document, problems } = await checkHandoverDocument(text);
  if (!document) {
    throw new CommandError(
      [
        'these values are not a valid handover; nothing was written',
        ...problems.map(problem => `  ${formatProblem(output, problem)}`),
      ].join('\n'),
    );
  }
  if (toStdout) {
    print(text);
    return;
  }
  await writeText(output, text, { overwrite: force, exists: OVERWRITE });
  const { covered, required } = coverageOf(document);
  remark(
    [
      `Wrote ${output}: ${covered} of ${required} required fields are filled in. Comments in the file list the others.`,
      'Point to it in catalog-info.yaml, under metadata.annotations:',
      `  handover.dev/ref: ./${path.basename(output)}`,
    ].join('\n'),
  );
}
