import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { GateDecision } from '@backstage-handover/plugin-handover-common';
import { handoverApiRef } from '../api';

/** Once the verdict is due to change it is asked for again, a moment after. */
const SETTLE_MS = 500;
/** Calendars change too: an answer is asked for again after this time at the latest. */
const REFRESH_MS = 15 * 60 * 1000;
const RETRY_MS = 30 * 1000;
/** A page that was hidden for less than this keeps its answer. */
const FRESH_MS = 10 * 1000;

export type GateState =
  | { status: 'loading' }
  | { status: 'failed'; error: Error; retry: () => void }
  | {
      status: 'ready';
      decisions: GateDecision[];
      /** Why the last attempt to ask again failed; the decisions are from before. */
      error?: Error;
      /** Instant of the gate's clock, as well as this browser can tell it. */
      gateNow: () => Date;
      retry: () => void;
    };

type Answer = { decisions: GateDecision[]; at: number; receivedAt: number };

function nextChange({ decisions, at }: Answer): number {
  const changes = decisions.flatMap(({ until }) =>
    until ? [new Date(until).getTime() - at + SETTLE_MS] : [],
  );
  return Math.max(SETTLE_MS, Math.min(REFRESH_MS, ...changes));
}

/**
 * The gate's verdict for every environment of an entity, asked for again when
 * a verdict is due to change and when the page is looked at again. Delays are
 * measured on the gate's own clock, so a wrong clock in the browser does no harm.
 */
export function useGateDecisions(entityRef: string): GateState {
  const api = useApi(handoverApiRef);
  const [answer, setAnswer] = useState<Answer>();
  const [error, setError] = useState<Error>();
  const [attempt, setAttempt] = useState(0);
  const askedAt = useRef(0);
  const retry = useCallback(() => setAttempt(count => count + 1), []);

  useEffect(() => setAnswer(undefined), [entityRef]);

  useEffect(() => {
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    askedAt.current = Date.now();
    api.gate.getDecisions(entityRef, {}, { signal: abort.signal }).then(
      ({ items }) => {
        if (!abort.signal.aborted) {
          const receivedAt = Date.now();
          const at = items[0] ? new Date(items[0].at).getTime() : receivedAt;
          const next = { decisions: items, at, receivedAt };
          setAnswer(next);
          setError(undefined);
          timer = setTimeout(retry, nextChange(next));
        }
      },
      reason => {
        if (!abort.signal.aborted) {
          setError(reason);
          timer = setTimeout(retry, RETRY_MS);
        }
      },
    );
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [api, entityRef, attempt, retry]);

  useEffect(() => {
    const onVisible = () => {
      if (
        document.visibilityState === 'visible' &&
        Date.now() - askedAt.current > FRESH_MS
      ) {
        retry();
      }
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => document.removeEventListener('visibilitychange', onVisible);
  }, [retry]);

  if (answer) {
    const { at, receivedAt, decisions } = answer;
    return {
      status: 'ready',
      decisions,
      error,
      gateNow: () => new Date(at + Date.now() - receivedAt),
      retry,
    };
  }
  return error ? { status: 'failed', error, retry } : { status: 'loading' };
}
