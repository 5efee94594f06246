import { median, quantile } from '../lib/quantile';
import { load } from './load';

export type ReadCase = {
  title: string;
  /** The quantile that the two are compared at, from 0 to 1. */
  at: number;
  handover: string[];
  catalog: string[];
};

export type Latencies = {
  p50: number;
  p95: number;
  p99: number;
  /** Of one response. */
  meanBytes: number;
};

export type ReadResult = {
  title: string;
  at: number;
  connections: number;
  requests: number;
  handover: Latencies;
  catalog: Latencies;
  /** Handover's over the catalog's at that quantile of all rounds together. */
  ratio: number;
  /** The same of each round by itself. */
  ratioByRound: { min: number; median: number; max: number };
};

const SIDES = ['handover', 'catalog'] as const;

/**
 * Compares two routes in many short rounds, each of both, the one that begins
 * changing from round to round: what else the machine does then meets both.
 */
export async function compareReads(
  { title, at, ...paths }: ReadCase,
  options: {
    baseUrl: string;
    token: string;
    connections: number;
    rounds: number;
    requestsPerRound: number;
  },
): Promise<ReadResult> {
  const { rounds, requestsPerRound, ...target } = options;
  const latencies: Record<(typeof SIDES)[number], number[]> = {
    handover: [],
    catalog: [],
  };
  const bytes = { handover: 0, catalog: 0 };
  const ratios: number[] = [];

  const send = (side: (typeof SIDES)[number]) =>
    load({ ...target, paths: paths[side], requests: requestsPerRound });

  for (const side of SIDES) {
    await send(side);
    await send(side);
  }
  for (let round = 0; round < rounds; round += 1) {
    const ofRound = { handover: 0, catalog: 0 };
    for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
      const result = await send(side);
      latencies[side].push(...result.latencies);
      bytes[side] += result.bytes;
      ofRound[side] = quantile(
        result.latencies.sort((a, b) => a - b),
        at,
      );
    }
    ratios.push(ofRound.handover / ofRound.catalog);
  }

  const summarize = (side: (typeof SIDES)[number]): Latencies => {
    const sorted = latencies[side].sort((a, b) => a - b);
    return {
      p50: quantile(sorted, 0.5),
      p95: quantile(sorted, 0.95),
      p99: quantile(sorted, 0.99),
      meanBytes: Math.round(bytes[side] / sorted.length),
    };
  };
  const [handover, catalog] = SIDES.map(summarize);
  return {
    title,
    at,
    connections: options.connections,
    requests: latencies.handover.length,
    handover,
    catalog,
    ratio: quantile(latencies.handover, at) / quantile(latencies.catalog, at),
    ratioByRound: {
      min: Math.min(...ratios),
      median: median(ratios),
      max: Math.max(...ratios),
    },
  };
}
