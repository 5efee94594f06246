import type {
  HandoverApi,
  ListDocumentsQuery,
} from '@backstage-handover/plugin-handover-common';
import type { CellContext, FleetColumn } from '../services/columns';
import { toCsv } from './toCsv';

/** As many as the backend gives at once. */
const PAGE_SIZE = 500;

/** Spreadsheets take a file for UTF-8 if it begins with this. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads all services of a list, page by page, as the parts of a CSV file. Only
 * the text of the pages before is kept.
 */
export async function readCsv(options: {
  api: HandoverApi['documents'];
  query: ListDocumentsQuery;
  columns: readonly FleetColumn[];
  context: CellContext;
  signal: AbortSignal;
  onProgress: (done: number) => void;
}): Promise<{ parts: string[]; count: number }> {
  const { api, query, columns, context, signal, onProgress } = options;
  const parts = [
    BYTE_ORDER_MARK + toCsv([columns.map(({ title }) => title(context.t))]),
  ];
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await api.list(
      { ...query, limit: PAGE_SIZE, cursor },
      { signal },
    );
    signal.throwIfAborted();
    parts.push(
      toCsv(
        page.items.map(item => columns.map(({ text }) => text(item, context))),
      ),
    );
    count += page.items.length;
    onProgress(count);
    cursor = page.nextCursor;
  } while (cursor);
  return { parts, count };
}
