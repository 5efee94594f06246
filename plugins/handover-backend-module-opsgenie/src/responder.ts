import type { OnCallPageTarget } from '@backstage-handover/plugin-handover-common';
import type { RoutingRule } from './schemas';

/** What an alert notifies. */
export type Responder = { type: 'escalation' | 'schedule'; id: string };

/** What the default routing rule of a team notifies. Undefined if it is nothing that can be read. */
export function defaultResponder(
  routingRules: RoutingRule[],
): Responder | undefined {
  const notify = routingRules.find(({ isDefault }) => isDefault)?.notify;
  return (notify?.type === 'escalation' || notify?.type === 'schedule') &&
    notify.id
    ? { type: notify.type, id: notify.id }
    : undefined;
}

export function toPageTarget(
  { type, id }: Responder,
  name: string,
): OnCallPageTarget {
  return { id: `${type}:${id}`, name };
}
