import { median } from '../lib/quantile';
import type { BackendProcess } from './BackendProcess';

type Pass = { ms: number; count: number };

export type RefreshResult = {
  /** Milliseconds of each pass over all. */
  handover: number[];
  catalog: number[];
  /** Of the medians. */
  ratio: number;
  /** One pass that reads, parses and checks everything, as if nothing were known. */
  handoverInFull: number;
};

/**
 * Compares a refresh of all documents, none of which has changed, with the
 * catalog's processing of all entities, none of which has changed either; that
 * is the cheapest pass that it knows.
 *
 * @throws Error if a pass left something out or found a change.
 */
export async function compareRefreshes(
  backend: BackendProcess,
  { passes, size }: { passes: number; size: number },
): Promise<RefreshResult> {
  const handover: number[] = [];
  const catalog: number[] = [];

  const refresh = async (forget = false) => {
    const pass = await backend.run<Pass & { statuses: Record<string, number> }>(
      'handover.refresh',
      { forget },
    );
    assertAll('refreshed documents', pass.count, size);
    assertAll('documents in order', pass.statuses.ok, size);
    return pass.ms;
  };
  const process = async () => {
    const pass = await backend.run<Pass>('catalog.process');
    assertAll('processed entities', pass.count, size);
    return pass.ms;
  };

  for (let pass = 0; pass < passes; pass += 1) {
    if (pass % 2 === 0) {
      handover.push(await refresh());
      catalog.push(await process());
    } else {
      catalog.push(await process());
      handover.push(await refresh());
    }
  }
  return {
    handover,
    catalog,
    ratio: median(handover) / median(catalog),
    handoverInFull: await refresh(true),
  };
}

function assertAll(what: string, count: number, size: number) {
  if (count !== size) {
    throw new Error(`Expected ${size} ${what}, but there were ${count}`);
  }
}
