import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

// Those of PagerDuty's own Backstage plugin.
const SERVICE_ID = 'pagerduty.com/service-id';
const INTEGRATION_KEY = 'pagerduty.com/integration-key';

/** PagerDuty's ids and keys consist of letters and digits. */
const ID = /^[A-Za-z0-9]{1,64}$/;

/** The PagerDuty service of an entity, by its id or by the key of one of its integrations. */
export type Target = { serviceId: string } | { integrationKey: string };

/** Whether it has a PagerDuty service. */
export function hasTarget(entity: Entity): boolean {
  return Boolean(read(entity, SERVICE_ID) ?? read(entity, INTEGRATION_KEY));
}

/** @throws Error that names the annotation which is wrong, without its value. */
export function readTarget(entity: Entity): Target {
  const serviceId = read(entity, SERVICE_ID);
  if (serviceId) {
    return { serviceId: check(entity, SERVICE_ID, serviceId) };
  }
  const integrationKey = read(entity, INTEGRATION_KEY) ?? '';
  return { integrationKey: check(entity, INTEGRATION_KEY, integrationKey) };
}

function read(entity: Entity, key: string): string | undefined {
  return entity.metadata.annotations?.[key]?.trim() || undefined;
}

function check(entity: Entity, key: string, value: string): string {
  if (!ID.test(value)) {
    throw new Error(
      `Invalid annotation '${key}' of ${stringifyEntityRef(
        entity,
      )}: PagerDuty's ids and keys consist of letters and digits`,
    );
  }
  return value;
}
