import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  SECTION_KEYS,
  SECTION_TITLES,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Log, Notification, ReportingDescriptor, Result } from 'sarif';
import { version } from '../version';
import { problemsOf, unreadableOf } from './report';
import type { FileProblem, Formatter } from './report';

/** The parts of a document, each a rule of its own: that is how tools group results. */
const RULES: ReportingDescriptor[] = [
  rule('document', 'The document can be read and contains no secrets'),
  rule('metadata', 'The metadata is valid'),
  ...SECTION_KEYS.map(key =>
    rule(key, `The section '${SECTION_TITLES[key]}' is valid`),
  ),
];

/** A log of SARIF 2.1.0 (OASIS), as code scanning of GitHub, GitLab and Azure reads it. */
export const formatSarif: Formatter = files => {
  const unreadable = unreadableOf(files);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'handover',
            version: version(),
            informationUri: 'https://github.com/backstage-handover/handover',
            rules: RULES,
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: unreadable.length === 0,
            toolExecutionNotifications: unreadable.map(
              (each): Notification => ({
                level: 'error',
                message: { text: each.unreadable },
                locations: [location({ file: each.file })],
              }),
            ),
          },
        ],
        results: problemsOf(files).map(toResult),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function rule(id: string, text: string): ReportingDescriptor {
  return { id, shortDescription: { text } };
}

function toResult(problem: FileProblem): Result {
  // The rule is the part of the document that the path begins with.
  const [part] = problem.path.split(/[.[]/);
  const index = RULES.findIndex(({ id }) => id === part);
  const ruleIndex = Math.max(index, 0);
  return {
    ruleId: RULES[ruleIndex].id,
    ruleIndex,
    level: problem.severity,
    message: {
      text: problem.path
        ? `${problem.path}: ${problem.message}`
        : problem.message,
    },
    locations: [location(problem)],
  };
}

function location({
  file,
  line,
  column,
}: {
  file: string;
  line?: number;
  column?: number;
}) {
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file, process.platform === 'win32') },
      ...(line !== undefined && {
        region: {
          startLine: line,
          ...(column !== undefined && { startColumn: column }),
        },
      }),
    },
  };
}

/** A relative reference stays one, which tools resolve against the repository's root. */
export function toUri(file: string, windows: boolean): string {
  const { isAbsolute } = windows ? path.win32 : path.posix;
  if (isAbsolute(file)) {
    return pathToFileURL(file, { windows }).href;
  }
  const segments = windows ? file.split(/[\\/]/) : file.split('/');
  return segments.map(encodeURIComponent).join('/');
}
