import {
  DEFAULT_LINK_SCHEMES,
  isLinkScheme,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Config } from '@backstage/config';
import { readInteger, readMs } from '../configValues';

/** The keys under `handover.documents`, and `handover.links.schemes`. Durations are in milliseconds. */
export type DocumentsConfig = {
  /** Kinds of catalog entities that can have a handover, in lower case. */
  kinds: string[];
  /** How the document of an entity is found. */
  discovery: 'annotation' | 'sibling';
  /** Schemes that links in a document may have, without colon. */
  linkSchemes: string[];
  refresh: {
    /** How often each process looks for documents that are due. */
    frequencyMs: number;
    /** How long after it was read a document is due again. */
    intervalMs: number;
    /** Documents claimed at once. */
    batchSize: number;
    /** Documents read at the same time by one process. */
    concurrency: number;
    /** How long reading one document may take. */
    timeoutMs: number;
  };
  history: {
    /** How long the history of a document is kept. */
    retentionMs: number;
    /** How often documents are searched that became stale. */
    frequencyMs: number;
  };
};

const DAY_MS = 24 * 60 * 60 * 1000;

function readLinkSchemes(config: Config): string[] {
  const key = 'handover.links.schemes';
  const schemes = (config.getOptionalStringArray(key) ?? []).map(scheme =>
    scheme.toLocaleLowerCase('en-US').replace(/:$/, ''),
  );
  const refused = schemes.find(scheme => !isLinkScheme(scheme));
  if (refused !== undefined) {
    throw new Error(
      `Invalid value at '${key}': '${refused}' is not a scheme such as 'slack', or it runs code or reads files`,
    );
  }
  return [...new Set([...DEFAULT_LINK_SCHEMES, ...schemes])];
}

/** Reads and checks `handover.documents` and `handover.links.schemes`. */
export function readDocumentsConfig(config: Config): DocumentsConfig {
  const key = (name: string) => `handover.documents.${name}`;

  const discovery = config.getOptionalString(key('discovery')) ?? 'annotation';
  if (discovery !== 'annotation' && discovery !== 'sibling') {
    throw new Error(
      `Invalid value at '${key(
        'discovery',
      )}': must be 'annotation' or 'sibling', not '${discovery}'`,
    );
  }

  const kinds = config.getOptionalStringArray(key('kinds')) ?? [
    'Component',
    'System',
  ];
  if (kinds.length === 0) {
    throw new Error(`Invalid value at '${key('kinds')}': must not be empty`);
  }

  return {
    kinds: kinds.map(kind => kind.toLocaleLowerCase('en-US')),
    discovery,
    linkSchemes: readLinkSchemes(config),
    refresh: {
      frequencyMs: readMs(config, key('refresh.frequency'), 10_000),
      intervalMs: readMs(config, key('refresh.interval'), 10 * 60_000),
      batchSize: readInteger(config, key('refresh.batchSize'), 100, 1000),
      concurrency: readInteger(config, key('refresh.concurrency'), 10, 100),
      timeoutMs: readMs(config, key('refresh.timeout'), 15_000),
    },
    history: {
      retentionMs: readMs(config, key('history.retention'), 1095 * DAY_MS),
      frequencyMs: readMs(config, key('history.frequency'), 10 * 60_000),
    },
  };
}
