import type { Request, Response } from 'express';
import type { DemoObject } from '../world/types';

/** How often it is looked whether something changed. */
const INTERVAL_MS = 1_000;

type Seen = Map<string, { object: DemoObject; text: string }>;

/**
 * Sends what changes, an event a line, until the client goes or the time that
 * it asked for is over. Without a version to begin from, what is there now
 * comes first.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#efficient-detection-of-changes
 */
export function watch(
  req: Request,
  res: Response,
  options: {
    read: () => { objects: DemoObject[]; now: Date };
    /** An object as the client wants it. */
    toBody: (object: DemoObject, now: Date) => object;
  },
): void {
  const { read, toBody } = options;
  res.status(200).set({
    'Content-Type': 'application/json',
    // A compressed stream would wait until there is enough to compress.
    'Cache-Control': 'no-cache, private, no-transform',
  });
  res.flushHeaders();

  const send = (type: string, object: DemoObject, now: Date) =>
    res.write(`${JSON.stringify({ type, object: toBody(object, now) })}\n`);

  const { resourceVersion, timeoutSeconds } = req.query;
  let seen: Seen = new Map();
  const look = (isFirst: boolean) => {
    const { objects, now } = read();
    const current: Seen = new Map(
      objects.map(object => [
        object.metadata.uid,
        { object, text: JSON.stringify(object) },
      ]),
    );
    for (const [uid, { object, text }] of current) {
      const before = seen.get(uid);
      if (!before && !(isFirst && resourceVersion && resourceVersion !== '0')) {
        send('ADDED', object, now);
      } else if (before && before.text !== text) {
        send('MODIFIED', object, now);
      }
    }
    for (const [uid, { object }] of seen) {
      if (!current.has(uid)) {
        send('DELETED', object, now);
      }
    }
    seen = current;
  };

  look(true);
  const interval = setInterval(() => look(false), INTERVAL_MS);
  const end = setTimeout(
    () => res.end(),
    (Number(timeoutSeconds) || 30 * 60) * 1_000,
  );
  res.once('close', () => {
    clearInterval(interval);
    clearTimeout(end);
  });
}
