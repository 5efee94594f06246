import { setTimeout as sleep } from 'node:timers/promises';

/** As many as a company runs at the same time. */
const COUNT = 5;

const DAY_MS = 86_400_000;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/**
 * Starts initiatives for all services, and waits until all are evaluated.
 *
 * @returns the id of one of them.
 */
export async function addInitiatives(options: {
  baseUrl: string;
  token: string;
  size: number;
}): Promise<string> {
  const { baseUrl, token, size } = options;
  const call = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${baseUrl}/api/handover/initiatives${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'if-match': '"1"',
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${path} failed: ${await response.text()}`);
    }
    return response.json();
  };
  const ids: string[] = [];
  for (let index = 0; index < COUNT; index += 1) {
    const { id } = await call('POST', '', {
      title: `Initiative ${index}`,
      owner: 'group:default/team-0',
      scorecard: 'handover-ready',
      target: { level: 'silver' },
      startsOn: dayOf(Date.now()),
      endsOn: dayOf(Date.now() + (30 + index) * DAY_MS),
    });
    await call('POST', `/${id}/publish`);
    ids.push(id);
  }
  const [first] = ids;
  const evaluated = async () => {
    const { items } = await call('GET', '');
    return items.every(
      ({ counts }: { counts: Record<string, number> }) =>
        counts.reached + counts.open + counts.unknown === size,
    );
  };
  while (!(await evaluated())) {
    await sleep(1_000);
  }
  return first;
}
