import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** Both are in Debian's package `prometheus` and in the upstream release. */
const PROGRAMS = ['prometheus', 'promtool'] as const;

/** The paths of Prometheus and its tool, if both are installed. */
export function findPrometheus(): Record<
  (typeof PROGRAMS)[number],
  string
> | null {
  const [prometheus, promtool] = PROGRAMS.map(name =>
    (process.env.PATH ?? '')
      .split(path.delimiter)
      .map(folder => path.join(folder, name))
      .find(file => existsSync(file)),
  );
  return prometheus && promtool ? { prometheus, promtool } : null;
}

/**
 * Starts a real Prometheus on a free local port.
 *
 * @param metrics - its samples in the OpenMetrics format. Nothing is scraped, so
 *   that no test waits for a scrape.
 */
export async function startPrometheus(
  { prometheus, promtool }: NonNullable<ReturnType<typeof findPrometheus>>,
  metrics: string,
) {
  const folder = await mkdtemp(path.join(tmpdir(), 'prometheus-'));
  const [samples, data, config] = ['samples', 'data', 'prometheus.yml'].map(
    name => path.join(folder, name),
  );
  await writeFile(samples, metrics);
  await writeFile(config, '{}');
  await promisify(execFile)(promtool, [
    ...['tsdb', 'create-blocks-from', 'openmetrics'],
    ...[samples, data],
  ]);
  const child = spawn(
    prometheus,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--web.listen-address=127.0.0.1:0',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  return {
    url: await addressOf(child),
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}

/** It logs the port that it was given and that it is ready, in any order. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  const lines: string[] = [];
  let address: string | undefined;
  let isReady = false;
  for await (const line of createInterface({ input: stderr! })) {
    lines.push(line);
    address ??= /msg="Listening on" address=(127\.0\.0\.1:\d+)/.exec(line)?.[1];
    isReady ||= line.includes('Server is ready');
    if (address && isReady) {
      // Or else it waits for somebody to read its log.
      stderr!.resume();
      return `http://${address}`;
    }
  }
  throw new Error(`Prometheus did not start:\n${lines.join('\n')}`);
}
