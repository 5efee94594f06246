import type { FactDefinition, FactType, FactValue } from './types';

const INT: FactType = { kind: 'int' };

function observed(
  name: string,
  type: FactType,
  description: string,
): FactDefinition {
  return { name, type, basis: 'observed', description };
}

/** Days that the facts of delivery look back. */
export const DELIVERY_DAYS = 90;

/** Days in which a rollback counts as rehearsed. */
export const ROLLBACK_DAYS = 180;

/** Facts from pipelines and deployments, as they were seen. */
export const DELIVERY_FACTS: readonly FactDefinition[] = [
  observed(
    'delivery.connected',
    { kind: 'bool' },
    'Whether a run or a deployment is known, from a pipeline or an event.',
  ),
  observed(
    'delivery.productionDeployments',
    INT,
    `Deployments to production that succeeded in the last ${DELIVERY_DAYS} days.`,
  ),
  observed(
    'delivery.failedProductionDeployments',
    INT,
    `Deployments to production that failed in the last ${DELIVERY_DAYS} days.`,
  ),
  observed(
    'delivery.rollbacks',
    INT,
    `Rollbacks that succeeded in any environment in the last ${ROLLBACK_DAYS} days.`,
  ),
  observed(
    'delivery.daysSinceProductionDeployment',
    INT,
    'Whole days since the last deployment to production that succeeded. Missing if there is none.',
  ),
];

/**
 * What delivery saw of an entity.
 *
 * @alpha
 */
export type DeliveryFactInput = {
  /** Whether a run or deployment was ever stored. */
  connected: boolean;
  /** Why the data may have holes: what fails, and since when. */
  failing?: string;
  productionDeployments: number;
  failedProductionDeployments: number;
  rollbacks: number;
  lastProductionDeployment?: Date;
};

/** The values of `DELIVERY_FACTS` for an entity. */
export function deliveryFactValues(
  delivery: DeliveryFactInput,
  now: Date,
): [name: string, value: FactValue][] {
  const { connected, failing, lastProductionDeployment: last } = delivery;
  const why =
    failing ??
    (connected ? undefined : 'no pipeline or event tells of deployments');
  const seen = (value: number): FactValue =>
    why === undefined ? { value } : { missing: why };
  return [
    ['delivery.connected', { value: connected }],
    ['delivery.productionDeployments', seen(delivery.productionDeployments)],
    [
      'delivery.failedProductionDeployments',
      seen(delivery.failedProductionDeployments),
    ],
    ['delivery.rollbacks', seen(delivery.rollbacks)],
    [
      'delivery.daysSinceProductionDeployment',
      last
        ? seen(Math.floor((now.getTime() - last.getTime()) / 86_400_000))
        : { missing: why ?? 'production has not been deployed to' },
    ],
  ];
}
