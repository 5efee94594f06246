import {
  coverageOf,
  SECTION_KEYS,
  SECTION_TITLES,
} from '@backstage-handover/plugin-handover-common/documents';
import type {
  Coverage,
  SectionState,
} from '@backstage-handover/plugin-handover-common';
import { CommandError, TROUBLE } from '../io/CommandError';
import { findFiles } from '../io/findFiles';
import { loadDocument } from '../io/loadDocument';
import type { DocumentOptions } from '../io/parseOptions';
import { displayName } from '../io/names';
import {
  count,
  paint,
  print,
  printError,
  printJson,
  remark,
} from '../io/output';

type CoverageOptions = DocumentOptions & {
  format: 'human' | 'json';
  min?: number;
  missing?: boolean;
};

type FileCoverage = { file: string; coverage: Coverage };

/** Counts what documents cover; ends with 1 where one covers less than `min`. */
export async function coverage(args: string[], options: CoverageOptions) {
  const { min = 0 } = options;
  const { files, problems } = await findFiles(args);
  const results: FileCoverage[] = [];
  for (const file of files) {
    try {
      const document = await loadDocument(file, options);
      results.push({ file: displayName(file), coverage: coverageOf(document) });
    } catch (error) {
      if (!(error instanceof CommandError)) {
        throw error;
      }
      problems.push(error);
    }
  }
  const below = results.filter(result => result.coverage.ratio < min);

  if (options.format === 'json') {
    printJson({
      ...(options.min !== undefined && { min }),
      files: results.map(result => ({
        file: result.file,
        enough: !below.includes(result),
        ...result.coverage,
      })),
    });
  } else {
    const width = Math.max(0, ...results.map(({ file }) => file.length));
    for (const result of results) {
      print(summaryLine(result, width, below.includes(result)));
      if (options.missing && result.coverage.ratio < 1) {
        print(missingLines(result.coverage));
      }
    }
    if (below.length > 0) {
      remark(
        `${below.length} of ${count(results.length, 'handover')} ${
          below.length === 1 ? 'covers' : 'cover'
        } less than ${percent(min)}`,
      );
    }
  }
  for (const { message, hint } of problems) {
    printError(message, hint);
  }
  if (problems.length > 0) {
    process.exitCode = TROUBLE;
  } else if (below.length > 0) {
    process.exitCode = 1;
  }
}

function summaryLine(
  { file, coverage: { ratio, covered, required, sections } }: FileCoverage,
  width: number,
  tooLittle: boolean,
): string {
  const named = (state: SectionState) => {
    // A section that requires nothing may be missing, and nothing is owed.
    const keys = SECTION_KEYS.filter(
      key => sections[key]?.state === state && sections[key].missing.length > 0,
    );
    return keys.length > 0 ? [`${state}: ${keys.join(', ')}`] : [];
  };
  const figure = `${percent(ratio).padStart(4)} (${covered} of ${required})`;
  return [
    `${file.padEnd(width)}  ${paint(tooLittle ? 'red' : 'green', figure)}`,
    ...named('partial'),
    ...named('missing'),
  ].join('  ');
}

function missingLines({ sections }: Coverage): string {
  return SECTION_KEYS.flatMap(key => {
    const missing = sections[key]?.missing ?? [];
    return missing.length > 0
      ? [
          `  ${paint('bold', SECTION_TITLES[key])}`,
          ...missing.flatMap(({ path, why }) => [
            `    ${path}`,
            `      ${paint('dim', why)}`,
          ]),
        ]
      : [];
  }).join('\n');
}

/** Rounded down, so that nothing looks complete, or enough, that is not. */
function percent(ratio: number): string {
  return `${Math.floor(ratio * 100 + 1e-9)}%`;
}
