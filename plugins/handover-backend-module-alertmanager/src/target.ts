import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { equals, isLabelName, isOneOf } from './matchers';

// Those of Backstage's Prometheus plugin.
const ALERT = 'prometheus.io/alert';
const LABELS = 'prometheus.io/labels';
const INSTANCE = 'prometheus.io/service-name';

/** The value of the annotation with which any alert counts. */
const ALL = 'all';

const MAX_VALUES = 50;

/** The name of the only instance that the entity is to be read from. */
export function readInstanceName(entity: Entity): string | undefined {
  return read(entity, INSTANCE);
}

/** Whether alerts can be about the entity. */
export function hasTarget(
  entity: Entity,
  entityLabel: string | undefined,
): boolean {
  return (
    read(entity, ALERT) !== undefined ||
    read(entity, LABELS) !== undefined ||
    (entityLabel !== undefined && isComponent(entity))
  );
}

/**
 * The matchers of the alerts that are about an entity: its annotations, or else
 * the label that contains its name. An alert must match all of them.
 *
 * @throws Error that names the annotation which is wrong
 */
export function readTarget(
  entity: Entity,
  entityLabel: string | undefined,
): string[] {
  const alerts = read(entity, ALERT);
  const labels = read(entity, LABELS);
  if (alerts === undefined && labels === undefined) {
    return entityLabel !== undefined && isComponent(entity)
      ? [equals(entityLabel, entity.metadata.name)]
      : [];
  }
  return [
    ...(alerts !== undefined && alerts !== ALL
      ? [isOneOf('alertname', listOf(entity, ALERT, alerts))]
      : []),
    ...(labels !== undefined
      ? listOf(entity, LABELS, labels).map(label => toMatcher(entity, label))
      : []),
  ];
}

/** A label as the annotation has it: `team=shop`, or `team="shop"`. */
function toMatcher(entity: Entity, text: string): string {
  const [, name, quoted, plain] =
    /^(\w+)\s*=\s*(?:"([^"]*)"|([^"=~].*))$/.exec(text) ?? [];
  if (name === undefined || !isLabelName(name)) {
    throw invalid(
      entity,
      LABELS,
      "a list of labels such as 'service=orders,team=shop'",
    );
  }
  return equals(name, quoted ?? plain);
}

function listOf(entity: Entity, key: string, value: string): string[] {
  const values = value
    .split(',')
    .map(each => each.trim())
    .filter(Boolean);
  if (values.length === 0 || values.length > MAX_VALUES) {
    throw invalid(entity, key, `a list of 1 to ${MAX_VALUES} values`);
  }
  return values;
}

/** Another kind with the same name is another thing. */
function isComponent({ kind }: Entity): boolean {
  return kind.toLowerCase() === 'component';
}

function read(entity: Entity, key: string): string | undefined {
  return entity.metadata.annotations?.[key]?.trim() || undefined;
}

function invalid(entity: Entity, key: string, expected: string): Error {
  return new Error(
    `Invalid annotation '${key}' of ${stringifyEntityRef(
      entity,
    )}: must be ${expected}`,
  );
}
