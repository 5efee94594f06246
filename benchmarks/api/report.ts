import type { Machine } from '../lib/machine';
import { median, quantile } from '../lib/quantile';
import { toTable } from '../lib/table';
import type { Latencies, ReadResult } from './compareReads';
import type { RefreshResult } from './compareRefreshes';
import type { Options } from './options';

export type Results = {
  machine: Machine;
  database: string;
  options: Options;
  /** Of one handover, on average. */
  documentBytes: number;
  /** `answers`: what the web server said to the refreshes, by HTTP status. */
  refresh?: RefreshResult & { answers: Record<string, number> };
  reads: ReadResult[];
  /** From each change of a handover until its level is in the API, sorted. */
  levelMs?: number[];
};

/** A changed handover has its new level in the API within this, at p95. */
export const LEVEL_TARGET_MS = 2_000;

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
const ratio = (value: number) => value.toFixed(2);
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const latencies = ({ p50, p95, p99 }: Latencies) =>
  [p50, p95, p99].map(ms => ms.toFixed(1)).join(' / ');

/** The results for people, in Markdown. */
export function toReport(results: Results): string {
  const { machine, options, refresh, reads, levelMs } = results;
  return [
    `${options.size} services, handovers of ${kilobytes(
      results.documentBytes,
    )} read ${
      options.source === 'url' ? 'over HTTP' : 'from disk'
    }, asked as a ${options.as}; ${results.database}; Node ${machine.node}, ${
      machine.cpus
    } × ${machine.cpu}, ${machine.memoryGiB} GiB, load ${machine.load}.`,
    toTable([
      [
        'latency in ms, p50 / p95 / p99',
        'at a time',
        'handover',
        'catalog',
        'compared',
        'ratio',
        'ratio by round: least, median, most',
        'response sizes',
      ],
      ...reads.map(read => [
        read.title,
        `${read.connections}`,
        latencies(read.handover),
        latencies(read.catalog),
        `p${Math.round(read.at * 100)}`,
        ratio(read.ratio),
        [read.ratioByRound.min, read.ratioByRound.median, read.ratioByRound.max]
          .map(ratio)
          .join(', '),
        `${kilobytes(read.handover.meanBytes)}, ${kilobytes(
          read.catalog.meanBytes,
        )}`,
      ]),
    ]),
    ...(levelMs ? [toLevelReport(levelMs)] : []),
    ...(refresh ? [toRefreshTable(refresh)] : []),
  ].join('\n\n');
}

function toLevelReport(sorted: readonly number[]): string {
  const [p50, p95] = [0.5, 0.95].map(at =>
    Math.round(quantile([...sorted], at)),
  );
  return `A changed handover has its new level in the API after ${p50} ms at p50 and ${p95} ms at p95 (${sorted.length} changes).`;
}

function toRefreshTable(refresh: RefreshResult): string {
  return toTable([
    ['over all of them', 'handover', 'catalog', 'ratio'],
    [
      'nothing changed, median',
      seconds(median(refresh.handover)),
      seconds(median(refresh.catalog)),
      ratio(refresh.ratio),
    ],
    [
      'nothing changed, each',
      refresh.handover.map(seconds).join(', '),
      refresh.catalog.map(seconds).join(', '),
      '',
    ],
    ['all read, parsed and checked', seconds(refresh.handoverInFull), '', ''],
  ]);
}
