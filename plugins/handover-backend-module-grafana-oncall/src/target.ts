import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

// No plugin for Backstage reads Grafana OnCall, so these are of our own.
const CHAIN = 'handover.dev/grafana-oncall-escalation-chain';
const SCHEDULE = 'handover.dev/grafana-oncall-schedule';

/** Grafana OnCall's ids consist of capital letters and digits. */
const ID = /^[A-Z0-9]{1,64}$/;

export const isId = (value: string) => ID.test(value);

/** What notifies people about an entity: an escalation chain, or one schedule. */
export type Target = { chainId: string } | { scheduleId: string };

/** Whether it has an escalation chain or a schedule. */
export function hasTarget(entity: Entity): boolean {
  return Boolean(read(entity, CHAIN) ?? read(entity, SCHEDULE));
}

/** @throws Error that names the annotation which is wrong, without its value. */
export function readTarget(entity: Entity): Target {
  const chainId = read(entity, CHAIN);
  return chainId
    ? { chainId: check(entity, CHAIN, chainId) }
    : {
        scheduleId: check(entity, SCHEDULE, read(entity, SCHEDULE) ?? ''),
      };
}

function read(entity: Entity, key: string): string | undefined {
  return entity.metadata.annotations?.[key]?.trim() || undefined;
}

function check(entity: Entity, key: string, value: string): string {
  if (!isId(value)) {
    throw new Error(
      `Invalid annotation '${key}' of ${stringifyEntityRef(
        entity,
      )}: Grafana OnCall's ids consist of capital letters and digits`,
    );
  }
  return value;
}
