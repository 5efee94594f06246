import type { ListDocumentsQuery } from '@backstage-handover/plugin-handover-common';
import { useApi } from '@backstage/frontend-plugin-api';
import DownloadIcon from '@material-ui/icons/GetApp';
import { useEffect, useRef, useState } from 'react';
import { handoverApiRef } from '../../api';
import {
  Button,
  downloadFile,
  useHandoverTranslation,
  useLanguage,
} from '../../components';
import { formatCount } from '../formats';
import type { FleetColumn } from '../services/columns';
import { readCsv } from './readCsv';

type Download =
  | { kind: 'idle' }
  | { kind: 'reading'; done: number }
  | { kind: 'done'; count: number }
  | { kind: 'failed'; message: string };

/** Downloads the whole list as it is filtered and sorted, with its columns. */
export function CsvDownload({
  query,
  columns,
  total,
}: {
  query: ListDocumentsQuery;
  columns: readonly FleetColumn[];
  total: number;
}) {
  const { t } = useHandoverTranslation();
  const language = useLanguage();
  const api = useApi(handoverApiRef);
  const [download, setDownload] = useState<Download>({ kind: 'idle' });
  const abort = useRef<AbortController>();
  useEffect(() => () => abort.current?.abort(), []);

  const start = async () => {
    const controller = new AbortController();
    abort.current = controller;
    const { signal } = controller;
    const set = (next: Download) => !signal.aborted && setDownload(next);
    set({ kind: 'reading', done: 0 });
    try {
      const { parts, count } = await readCsv({
        api: api.documents,
        query,
        columns,
        context: { t, language },
        signal,
        onProgress: done => set({ kind: 'reading', done }),
      });
      downloadFile({
        name: t('page.csv.file'),
        type: 'text/csv',
        content: parts,
      });
      set({ kind: 'done', count });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      set({ kind: 'failed', message });
    }
  };
  const cancel = () => {
    abort.current?.abort();
    setDownload({ kind: 'idle' });
  };

  const isReading = download.kind === 'reading';
  return (
    <>
      <span role="status">
        {isReading &&
          t('page.csv.progress', {
            done: formatCount(download.done, language),
            total: formatCount(total, language),
          })}
        {download.kind === 'done' &&
          t('page.csv.done', { count: download.count })}
        {download.kind === 'failed' &&
          t('page.csv.failed', { message: download.message })}
      </span>
      <Button
        size="small"
        variant="outlined"
        startIcon={isReading ? undefined : <DownloadIcon aria-hidden />}
        onClick={isReading ? cancel : start}
      >
        {t(isReading ? 'page.csv.cancel' : 'page.csv.download')}
      </Button>
    </>
  );
}
