import { interval } from './sample.mjs';

const percent = share => `${(100 * share).toFixed(1)} %`;

/** The line and column of an offset, from 1. */
function positionOf(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: lines.at(-1).length + 1 };
}

/** One line for a mutant: where it is, and what it exchanges for what. */
export function describeMutant(text, { file, start, end, replacement }) {
  const { line, column } = positionOf(text, start);
  const short = part => {
    const flat = part.replace(/\s+/g, ' ');
    return flat.length > 90 ? `${flat.slice(0, 87)}...` : flat;
  };
  return `${file}:${line}:${column}  ${short(
    text.slice(start, end),
  )}  =>  ${short(replacement)}`;
}

/** Counts outcomes; what does not compile does not count. */
export function summarize(results) {
  const count = outcome =>
    results.filter(result => result.outcome === outcome).length;
  const killed = count('killed') + count('timeout');
  const tried = results.length - count('does not compile');
  const [low, high] = interval(killed, tried);
  return {
    tried,
    killed,
    timeouts: count('timeout'),
    notRun: count('not run'),
    notCompiled: count('does not compile'),
    score: tried === 0 ? 1 : killed / tried,
    low,
    high,
  };
}

/** The last lines of the report. */
export function summaryLines(summary, { total, drawn, seed }) {
  const { tried, killed, timeouts, notRun, notCompiled } = summary;
  const lines = [
    `${drawn} of ${total} mutants drawn${
      drawn < total ? ` with seed ${seed}` : ''
    }; ${notCompiled} do not compile and do not count.`,
    `${killed} of ${tried} killed (${timeouts} by the deadline), ${
      tried - killed
    } survived (${notRun} of them reached by no test).`,
  ];
  lines.push(
    drawn < total
      ? `Score: ${percent(summary.score)}, 95 % interval ${percent(
          summary.low,
        )} to ${percent(summary.high)}`
      : `Score: ${percent(summary.score)}`,
  );
  return lines;
}
