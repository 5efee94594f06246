import type { Problem } from '@backstage-handover/plugin-handover-common';
import { checkHandoverDocument } from '@backstage-handover/plugin-handover-common/secrets';
import { parseInstant } from '@backstage-handover/plugin-handover-common/gate';
import { orCommandError } from '../io/orCommandError';
import { CommandError, TROUBLE } from '../io/CommandError';
import { findFiles } from '../io/findFiles';
import { parseOptions } from '../io/parseOptions';
import type { DocumentOptions } from '../io/parseOptions';
import { displayName } from '../io/names';
import { count, print, printError, remark } from '../io/output';
import { readText } from '../io/readText';
import { formatGithub } from '../lint/github';
import { formatHuman } from '../lint/human';
import { formatJson } from '../lint/json';
import { summarize } from '../lint/report';
import type { FileReport, Formatter } from '../lint/report';
import { formatSarif } from '../lint/sarif';

type LintOptions = DocumentOptions & {
  format: 'human' | 'json' | 'sarif' | 'github';
  strict?: boolean;
  stdinFilename?: string;
  /** File with the facts of a portal. */
  facts?: string;
  /** From when on windows matter, in RFC 3339. */
  at?: string;
};

const FORMATTERS: Record<LintOptions['format'], Formatter> = {
  human: formatHuman,
  json: formatJson,
  sarif: formatSarif,
  github: formatGithub,
};

/** Checks handovers, scorecards and calendars; ends with 1 for problems, 2 where something could not be read. */
export async function lint(args: string[], options: LintOptions) {
  const asOf = orCommandError(() =>
    parseInstant('at', options.at ?? new Date().toISOString()),
  );
  const { files, problems } = await findFiles(args);
  const reports: FileReport[] = [];
  for (const file of files) {
    reports.push(await check(file, { ...options, asOf }));
  }
  const output = FORMATTERS[options.format](reports);
  if (output) {
    print(output);
  }
  for (const { message, hint } of problems) {
    printError(message, hint);
  }
  for (const report of reports) {
    if ('unreadable' in report) {
      printError(report.unreadable);
    }
  }

  const summary = summarize(reports);
  if (options.format === 'human' && files.length > 0) {
    remark(
      `${count(summary.files, 'file')}: ${count(
        summary.errors,
        'error',
      )}, ${count(summary.warnings, 'warning')}`,
    );
  }
  if (problems.length > 0 || summary.unreadable > 0) {
    process.exitCode = TROUBLE;
  } else if (summary.errors > 0 || (options.strict && summary.warnings > 0)) {
    process.exitCode = 1;
  }
}

async function check(
  file: string,
  options: LintOptions & { asOf: number },
): Promise<FileReport> {
  const name = displayName(file, options.stdinFilename);
  try {
    const text = await readText(file);
    return { file: name, problems: await problemsOf(text, options) };
  } catch (error) {
    if (error instanceof CommandError) {
      return { file: name, unreadable: error.message };
    }
    throw error;
  }
}

async function problemsOf(
  text: string,
  options: LintOptions & { asOf: number },
): Promise<Problem[]> {
  if (isOfKind(text, 'Scorecard')) {
    return (await checkScorecard(text, options.facts)).problems;
  }
  if (isOfKind(text, 'Calendar')) {
    return (await checkCalendar(text, options.asOf)).problems;
  }
  const { asOf } = options;
  return (await checkHandoverDocument(text, { ...parseOptions(options), asOf }))
    .problems;
}

function isOfKind(text: string, kind: string): boolean {
  return new RegExp(`^kind:\\s*['"]?${kind}\\b`, 'm').test(text);
}

/** Loaded only for a scorecard: most files are handovers. */
async function checkScorecard(text: string, facts: string | undefined) {
  const [{ parseScorecard }, { readFacts }] = await Promise.all([
    import('@backstage-handover/plugin-handover-common/scorecards'),
    import('../scorecards/readFacts'),
  ]);
  return parseScorecard(text, await readFacts(facts));
}

/** Environments are the portal's to know: only what looks misspelt is reported. */
async function checkCalendar(text: string, asOf: number) {
  const { parseCalendar } = await import(
    '@backstage-handover/plugin-handover-common/calendars'
  );
  return parseCalendar(text, { asOf });
}
