import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** As Debian's package `prometheus-alertmanager` and the upstream release call it. */
const BINARIES = ['prometheus-alertmanager', 'alertmanager'];

const CONFIG = `route: { receiver: nobody }
receivers: [{ name: nobody }]
inhibit_rules:
  - source_matchers: ['alertname="NodeDown"']
    target_matchers: ['severity="warning"']
    equal: [cluster]
`;

/** The path of Alertmanager's binary, if it is installed. */
export function findAlertmanager(): string | undefined {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap(folder => BINARIES.map(name => path.join(folder, name)))
    .find(file => existsSync(file));
}

/** Starts a real Alertmanager on a free local port. */
export async function startAlertmanager(binary: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'alertmanager-'));
  const config = path.join(folder, 'alertmanager.yml');
  await writeFile(config, CONFIG);
  const child = spawn(
    binary,
    [
      `--config.file=${config}`,
      `--storage.path=${path.join(folder, 'data')}`,
      '--web.listen-address=127.0.0.1:0',
      '--cluster.listen-address=',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = await addressOf(child);
  const post = async (name: string, body: unknown) => {
    const response = await fetch(`${url}/api/v2/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`Alertmanager: ${await response.text()}`);
    }
  };
  return {
    url,
    post,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill();
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}

/** It logs the port that it was given. */
async function addressOf({ stderr }: ChildProcess): Promise<string> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stderr! })) {
    lines.push(line);
    const [, address] =
      /msg="Listening on".* address=(127\.0\.0\.1:\d+)/.exec(line) ?? [];
    if (address) {
      // Or else it waits for somebody to read its log.
      stderr!.resume();
      return `http://${address}`;
    }
  }
  throw new Error(`Alertmanager did not start:\n${lines.join('\n')}`);
}
