import { createHash } from 'node:crypto';
import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  decide,
  entityEnvironments,
  expandOccurrences,
  MAX_RANGE_DAYS,
} from '@backstage-handover/plugin-handover-common/gate';
import type {
  ChangeKind,
  GateDecision,
  HandoverDocument,
  WindowOccurrence,
} from '@backstage-handover/plugin-handover-common';
import type { Calendar } from '@backstage-handover/plugin-handover-common/gate';
import {
  describeTimes,
  tellingReasons,
  verdictWord,
} from '../gate/describeDecision';
import { orCommandError } from '../io/orCommandError';
import { CommandError } from '../io/CommandError';
import { createTimeFormatter } from '../io/formatTime';
import type { FormatTime } from '../io/formatTime';
import { loadDocument } from '../io/loadDocument';
import { displayName } from '../io/names';
import { paint, print, printJson, printWarning } from '../io/output';
import type { DocumentOptions } from '../io/parseOptions';
import { printable } from '../io/printable';

type WindowsOptions = DocumentOptions & {
  format: 'human' | 'json';
  at?: string;
  next: number;
  environment?: string;
  change: ChangeKind;
  timeZone?: string;
};

const DAY = 24 * 60 * 60 * 1000;

/**
 * How many occurrences are looked at. The first is plenty, unless a window overlaps
 * itself: one of a month every hour is active 700 times before the next begins.
 */
const LIMITS = [2_000, 100_000];

/**
 * Shows what the document's own windows say: where changes are allowed at an
 * instant, and which windows come next. Calendars of the organization, overrides
 * and conditions are the portal's to know.
 */
export async function windows(file: string, options: WindowsOptions) {
  const { at = new Date().toISOString(), change, environment } = options;
  const formatTime = createTimeFormatter(options.timeZone);
  const document = await loadDocument(file, options);
  const calendar = calendarOf(document, displayName(file));
  const documented = document.environments?.items ?? [];
  const known = Environments.builtIn().with(
    documented.flatMap(({ name }) => name ?? []),
  );
  const environments =
    environment === undefined
      ? entityEnvironments(known, {
          documented,
          windows: document.windows?.items ?? [],
        })
      : [environment];
  const { decisions, next } = orCommandError(() => {
    const made = environments.map(each =>
      decide({
        calendars: [calendar],
        environment: each,
        environments: known,
        change,
        at,
      }),
    );
    return {
      decisions: made,
      next: comingUp(calendar, at, made, options.next),
    };
  });

  decisions.forEach(warnOfUnknown);

  if (options.format === 'json') {
    printJson({ file: displayName(file), at, change, decisions, next });
    return;
  }
  print(`${paint('bold', formatTime(at))}, to ${change}`);
  if (decisions.length > 0) {
    print(decisionLines(decisions, formatTime));
  } else {
    printWarning(
      'the document has no environments; use --environment to ask about one',
    );
  }
  if (options.next > 0) {
    print(`\n${paint('bold', 'Next')}`);
    print(
      next.length > 0
        ? occurrenceLines(next, formatTime)
        : `  no window in the next ${MAX_RANGE_DAYS} days`,
    );
  }
}

function calendarOf(document: HandoverDocument, name: string): Calendar {
  const own = document.windows?.items ?? [];
  return {
    id: document.metadata?.entityRef ?? name,
    title: name,
    level: 'entity',
    version: createHash('sha256').update(JSON.stringify(own)).digest('hex'),
    windows: own,
  };
}

function warnOfUnknown({ environment, reasons }: GateDecision) {
  const unknown = reasons.find(reason => reason.kind === 'environment');
  if (unknown) {
    printWarning(
      `the document has no environment '${environment}'${
        unknown.suggestion === undefined
          ? ''
          : `, did you mean '${unknown.suggestion}'?`
      }`,
    );
  }
}

/** Whole windows that begin after an instant, of those that the decisions looked at. */
function comingUp(
  calendar: Calendar,
  at: string,
  decisions: GateDecision[],
  next: number,
): WindowOccurrence[] {
  const from = Date.parse(at);
  const to = new Date(from + MAX_RANGE_DAYS * DAY).toISOString();
  const relevant = new Set(
    decisions.flatMap(({ reasons }) =>
      reasons.flatMap(reason =>
        reason.kind === 'window' || reason.kind === 'calendar'
          ? reason.window ?? []
          : [],
      ),
    ),
  );
  const ownWindows = ('windows' in calendar ? calendar.windows : []).filter(
    ({ id }) => decisions.length === 0 || relevant.has(id),
  );
  for (const limit of LIMITS) {
    const { items, truncated } = expandOccurrences(
      [{ ...calendar, windows: ownWindows }],
      {
        from: at,
        to,
        limit,
      },
    );
    const found = items.filter(({ start }) => Date.parse(start) > from);
    if (found.length >= next || !truncated) {
      return found.slice(0, next);
    }
  }
  throw new CommandError(
    'the windows overlap too often to tell which ones come next',
    { hint: 'Ask with --next 0, or about one --environment.' },
  );
}

function decisionLines(
  decisions: GateDecision[],
  formatTime: FormatTime,
): string {
  const width = Math.max(...decisions.map(each => each.environment.length));
  return decisions
    .flatMap(decision => [
      `  ${printable(decision.environment.padEnd(width))}  ${verdictWord(
        decision.verdict,
      )}  ${describeTimes(decision, formatTime)}`.trimEnd(),
      ...tellingReasons(decision).map(
        reason => `  ${' '.repeat(width)}  ${reason}`,
      ),
    ])
    .join('\n');
}

function occurrenceLines(
  occurrences: WindowOccurrence[],
  formatTime: FormatTime,
): string {
  return occurrences
    .map(({ start, end, effect, title, environments }) =>
      [
        `  ${formatTime(start)} to ${formatTime(end)}`,
        paint(effect === 'deny' ? 'red' : 'green', effect.padEnd(5)),
        printable(
          `${title} (${environments?.join(', ') ?? 'all environments'})`,
        ),
      ].join('  '),
    )
    .join('\n');
}
