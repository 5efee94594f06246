import type { Knex } from 'knex';
import { isOneOf } from '../../../entities/sql';
import { insertRows } from '../../../insertRows';
import type { ObservedStarts } from '../DeliveryStore';
import type { ProviderRow, StartFailureRow } from '../tables';
import { nextChange } from './putEvent';

/** {@inheritDoc DeliveryStore.putStarts} */
export async function putStarts(
  db: Knex,
  entityRef: string,
  { failing, started, at }: ObservedStarts,
): Promise<void> {
  await db.transaction(async tx => {
    const rowsOf = () =>
      tx<StartFailureRow>('delivery_start_failures').where({
        entity_ref: entityRef,
      });
    const open = await rowsOf().whereNull('until').select();
    const isOf = (row: StartFailureRow) => (each: (typeof failing)[number]) =>
      each.provider === row.provider &&
      each.id === row.id &&
      each.workload === row.workload;
    const added = failing.filter(each => !open.some(row => isOf(row)(each)));
    const over = open.filter(row => started.includes(row.workload));
    // Almost always: this is called for every reading.
    if (added.length === 0 && over.length === 0) {
      return;
    }
    // A failure that comes back keeps its first start.
    const known = await rowsOf().select();
    await insertRows(
      tx,
      'delivery_start_failures',
      added.map(each => ({
        ...each,
        entity_ref: entityRef,
        since: known.find(row => isOf(row)(each))?.since ?? each.since,
        until: null,
      })),
      { replaceOn: ['entity_ref', 'provider', 'id', 'workload'] },
    );
    await rowsOf()
      .where(isOneOf(tx, 'workload', started))
      .whereNull('until')
      .update({ until: at });
    await tx<ProviderRow>('delivery_providers')
      .where('entity_ref', entityRef)
      .update({ changes: nextChange(tx) as never });
  });
}
