import { setTimeout as sleep } from 'node:timers/promises';
import type { Fleet } from './fleet';

/** How often the level is asked for. */
const POLL_MS = 10;

/** Nobody waits longer. */
const TIMEOUT_MS = 120_000;

const YAML = `apiVersion: handover.dev/v1
kind: Handover
overview:
  purpose: Takes requests in, checks them and passes them on.
`;

/**
 * Writes handovers in the portal, one after the other, and measures for each how
 * long it takes until the result of the scorecard is another one in the API.
 *
 * @returns milliseconds from the beginning of the write, sorted.
 * @throws Error if a result does not change.
 */
export async function timeLevels(
  fleet: Fleet,
  { baseUrl, token }: { baseUrl: string; token: string },
): Promise<number[]> {
  const call = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${baseUrl}/api/handover${path}`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...init.headers },
    });
    if (!response.ok) {
      throw new Error(`${path} failed: ${await response.text()}`);
    }
    return response.json();
  };
  const changedAt = async (entity: string): Promise<string> =>
    (await call(`/scorecards/results/${entity}`)).items[0].result.changedAt;

  const times: number[] = [];
  for (const { name } of fleet.unwritten) {
    const entity = `component/default/${name}`;
    const before = await changedAt(entity);
    const start = performance.now();
    await call(`/documents/${entity}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/yaml', 'if-none-match': '*' },
      body: YAML,
    });
    while ((await changedAt(entity)) === before) {
      if (performance.now() - start > TIMEOUT_MS) {
        throw new Error(`The result of '${name}' does not change`);
      }
      await sleep(POLL_MS);
    }
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b);
}
