import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { type ProviderRow, toIso } from '../tables';

/** {@inheritDoc DeliveryFactReader.readFailing} */
export async function readFailing(
  db: Knex,
  entityRefs: string[],
): Promise<Map<string, string>> {
  const rows: Pick<ProviderRow, 'entity_ref' | 'title' | 'failing_since'>[] =
    await db<ProviderRow>('delivery_providers')
      .where(isOneOf(db, 'entity_ref', entityRefs))
      .whereNotNull('failing_since')
      .select('entity_ref', 'title', 'failing_since');
  return new Map(
    rows.map(({ entity_ref: ref, title, failing_since: since }) => [
      ref,
      `${title} has not been readable since ${toIso(since!)}`,
    ]),
  );
}
