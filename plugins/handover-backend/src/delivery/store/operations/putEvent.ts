import {
  type Claims,
  joinClaims,
  toRun,
} from '@backstage-handover/plugin-handover-common/delivery';
import type { Environments } from '@backstage-handover/plugin-handover-common/environments';
import type { Knex } from 'knex';
import type { DomainEventOutbox, NewDomainEvent } from '../../../events';
import type { EventEffect, StoredEvent } from '../DeliveryStore';
import {
  type DeploymentRow,
  type EventRow,
  type ClaimKind,
  type ClaimsRow,
  type ProviderRow,
  type RunRow,
  toIso,
} from '../tables';
import { appendDeploymentEvents } from './appendDeploymentEvents';
import { markRolledBack } from './markRolledBack';
import { putDeployments, putRuns, toDeploymentRow, toRunRow } from './putRows';

/** The provider of what comes as events. */
export const EVENTS_PROVIDER = { id: 'cdevents', title: 'CDEvents' };

/**
 * Stores what one event adds, and that it came, or neither. What the event is
 * joined with is locked first: events about the same thing come at once.
 *
 * @returns whether it is new.
 */
export async function putEvent(
  db: Knex,
  event: StoredEvent,
  options: {
    outbox: DomainEventOutbox;
    now: Date;
    environments: Environments;
  },
): Promise<boolean> {
  const { outbox, now, environments } = options;
  return db.transaction(async tx => {
    const added = await tx<EventRow>('delivery_events')
      .insert({ source: event.source, id: event.id, received_at: now })
      .onConflict(['source', 'id'])
      .ignore()
      .returning('id');
    if (added.length === 0) {
      return false;
    }
    const { effect } = event;
    // Also the lock: everything of one entity's events is written in turn.
    const row = {
      title: EVENTS_PROVIDER.title,
      demonstration: effect.demonstration,
      fetched_at: now,
    };
    await tx<ProviderRow>('delivery_providers')
      .insert({
        ...row,
        entity_ref: effect.entityRef,
        provider: EVENTS_PROVIDER.id,
        failing_since: null,
        message: null,
        retry_at: null,
        changes: 1,
      })
      .onConflict(['entity_ref', 'provider'])
      .merge({ ...row, changes: nextChange(tx) });

    if (effect.run) {
      await joinRun(tx, effect.entityRef, effect.run);
    }
    if (effect.claims) {
      await joinKind(tx, effect.entityRef, effect.claims, outbox);
    }
    if (effect.deployment) {
      const { isRollback, artifactId, ...deployment } = effect.deployment;
      const rows = [
        toDeploymentRow(effect.entityRef, deployment, {
          isRollback,
          artifactId,
        }),
      ];
      await appendDeploymentEvents(tx, rows, options);
      await putDeployments(tx, rows);
      await markRolledBack(
        tx,
        effect.entityRef,
        environments.resolve(deployment.environment).keys,
      );
    }
    await linkChanges(tx, effect);
    return true;
  });
}

/** For an update of `delivery_providers`. */
export function nextChange(db: Knex): Knex.Raw {
  return db.raw('delivery_providers.changes + 1');
}

async function joinRun(
  tx: Knex.Transaction,
  entityRef: string,
  { id, claims }: { id: string; claims: Claims },
): Promise<void> {
  const row = await tx<RunRow>('delivery_runs')
    .where({ entity_ref: entityRef, provider: EVENTS_PROVIDER.id, id })
    .first('claims');
  const joined = joinClaims(parseClaims(row), claims);
  await putRuns(tx, [
    toRunRow(entityRef, toRun(id, EVENTS_PROVIDER.id, joined), {
      orderedAt: earliest(joined),
      claims: JSON.stringify(joined),
    }),
  ]);
}

async function joinKind(
  tx: Knex.Transaction,
  entityRef: string,
  { kind, id, claims }: { kind: ClaimKind; id: string; claims: Claims },
  outbox: DomainEventOutbox,
): Promise<void> {
  const row = await tx<ClaimsRow>('delivery_claims')
    .where({ entity_ref: entityRef, kind, id })
    .first('claims');
  const before = parseClaims(row);
  const joined = joinClaims(before, claims);
  if (kind === 'incident') {
    await outbox.append(toIncidentEvents(entityRef, { id, before, joined }), {
      transaction: tx,
    });
  }
  await tx<ClaimsRow>('delivery_claims')
    .insert({
      entity_ref: entityRef,
      kind,
      id,
      at: earliest(joined),
      claims: JSON.stringify(joined),
    })
    .onConflict(['entity_ref', 'kind', 'id'])
    .merge();
}

/** An incident begins and ends once, whatever the order of its events. */
function toIncidentEvents(
  entityRef: string,
  options: { id: string; before: Claims; joined: Claims },
): NewDomainEvent[] {
  const { id, before, joined } = options;
  const { detected, resolved, environment } = joined;
  const of = {
    incidentId: id,
    ...(environment && { environment: environment.value }),
  };
  const events: NewDomainEvent[] = [];
  if (detected && !before.detected) {
    events.push({
      topic: 'handover.incident.detected',
      entityRef,
      data: { ...of, detectedAt: toIso(detected.at) },
    });
  }
  if (resolved && !before.resolved) {
    events.push({
      topic: 'handover.incident.resolved',
      entityRef,
      data: { ...of, resolvedAt: toIso(resolved.at) },
    });
  }
  return events;
}

/**
 * Which change an artifact was made from, and when that was merged, may be told
 * before or after it is deployed. Each of the three brings the others together.
 */
async function linkChanges(
  tx: Knex.Transaction,
  { entityRef, deployment, claims }: EventEffect,
): Promise<void> {
  let artifactIds: string[] = [];
  if (deployment?.artifactId) {
    artifactIds = [deployment.artifactId];
  } else if (claims?.kind === 'artifact') {
    artifactIds = [claims.id];
  } else if (claims?.kind === 'change') {
    const artifacts = await tx<ClaimsRow>('delivery_claims')
      .where({ entity_ref: entityRef, kind: 'artifact' })
      .select('id', 'claims');
    artifactIds = artifacts
      .filter(row => parseClaims(row).change?.value === claims.id)
      .map(row => row.id);
  }
  for (const artifactId of artifactIds) {
    const change = await changeOf(tx, entityRef, artifactId);
    const merged = change?.merged;
    if (merged) {
      await tx<DeploymentRow>('delivery_deployments')
        .where({
          entity_ref: entityRef,
          provider: EVENTS_PROVIDER.id,
          artifact_id: artifactId,
        })
        .update({
          // What the deployment's own event said stays.
          merged_at: tx.raw('coalesce(merged_at, ?)', [new Date(merged.at)]),
        });
    }
  }
}

async function changeOf(
  tx: Knex.Transaction,
  entityRef: string,
  artifactId: string,
): Promise<Claims | undefined> {
  const read = async (kind: ClaimKind, id: string) =>
    parseClaims(
      await tx<ClaimsRow>('delivery_claims')
        .where({ entity_ref: entityRef, kind, id })
        .first('claims'),
    );
  const { change } = await read('artifact', artifactId);
  return change && read('change', change.value);
}

function parseClaims(row: { claims: string | null } | undefined): Claims {
  return row?.claims ? JSON.parse(row.claims) : {};
}

function earliest(claims: Claims): Date {
  return new Date(Math.min(...Object.values(claims).map(claim => claim.at)));
}

/** An incident that claims are about, RFC 3339. */
export function toIncident(row: Pick<ClaimsRow, 'id' | 'claims'>) {
  const claims = parseClaims(row);
  return {
    id: row.id,
    ...(claims.environment && { environment: claims.environment.value }),
    ...(claims.detected && { detectedAt: toIso(claims.detected.at) }),
    ...(claims.resolved && { resolvedAt: toIso(claims.resolved.at) }),
  };
}
