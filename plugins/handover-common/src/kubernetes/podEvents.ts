import type { KubernetesEvent } from './objects';
import { toTime } from './time';

/**
 * An event of a pod.
 *
 * @alpha
 */
export type PodEvent = {
  /** Whether Kubernetes warns. */
  isWarning: boolean;
  reason: string;
  message: string;
  /** How often it happened. */
  count: number;
  /** When it last happened, RFC 3339. */
  at?: string;
};

/** More would be a page of its own. */
const SHOWN = 20;

/**
 * Returns the latest events, latest first. Those without a time come last.
 *
 * @alpha
 */
export function recentEvents(events: readonly KubernetesEvent[]): PodEvent[] {
  return events
    .map(toPodEvent)
    .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
    .slice(0, SHOWN);
}

/** Newer clients of Kubernetes report repetitions as a series. */
function toPodEvent(event: KubernetesEvent): PodEvent {
  const { type, reason, message, count, series, metadata } = event;
  const at =
    toTime(series?.lastObservedTime) ??
    toTime(event.lastTimestamp) ??
    toTime(event.eventTime) ??
    toTime(metadata?.creationTimestamp);
  return {
    isWarning: type === 'Warning',
    reason: reason ?? '',
    message: message ?? '',
    count: series?.count ?? count ?? 1,
    ...(at ? { at } : {}),
  };
}
