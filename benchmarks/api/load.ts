import autocannon from 'autocannon';

export type LoadResult = {
  /** Milliseconds from each request to the end of its response. */
  latencies: number[];
  /** Bytes of all responses, with their heads. */
  bytes: number;
};

/**
 * Sends requests over some connections, on each the next as soon as the answer
 * to the last is there.
 *
 * @throws Error if any answer is not 200.
 */
export async function load(options: {
  baseUrl: string;
  /** Each connection goes through them in order, from a place of its own. */
  paths: string[];
  token: string;
  connections: number;
  requests: number;
}): Promise<LoadResult> {
  const { baseUrl, paths, token, connections, requests } = options;
  const latencies: number[] = [];
  const failures = new Map<string, number>();
  let bytes = 0;
  let clients = 0;
  const failed = (what: string) =>
    failures.set(what, (failures.get(what) ?? 0) + 1);

  await new Promise<void>((resolve, reject) => {
    const instance = autocannon(
      {
        url: baseUrl,
        connections,
        amount: requests,
        headers: { authorization: `Bearer ${token}` },
        setupClient(client) {
          const from = Math.floor((clients * paths.length) / connections);
          clients += 1;
          client.setRequests(
            [...paths.slice(from), ...paths.slice(0, from)].map(path => ({
              method: 'GET',
              path,
            })),
          );
        },
      },
      error => (error ? reject(error) : resolve()),
    );
    // Its own statistics are in whole milliseconds.
    instance.on('response', (_client, status, size, latency) => {
      latencies.push(latency);
      bytes += size;
      if (status !== 200) {
        failed(`${status}`);
      }
    });
    instance.on('reqError', error => failed(error.message));
  });

  if (failures.size > 0) {
    const list = [...failures].map(([what, count]) => `${what} (${count})`);
    throw new Error(`Requests like ${paths[0]} failed: ${list.join(', ')}`);
  }
  return { latencies, bytes };
}
