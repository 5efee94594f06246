import type {
  PartialDocument,
  Problem,
} from '@backstage-handover/plugin-handover-common';
import { isError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DocumentChecker } from '../createDocumentChecker';
import type { DocumentReference, ReadOutcome } from '../store';
import { HostGuard } from './HostGuard';
import { withoutNul } from '../../withoutNul';
import { redactUrl } from './redactUrl';
import { resolveReference } from './resolveReference';
import type {
  SourceLocation,
  SourceReader,
  SourceResult,
} from './SourceReader';

/** Annotation of an entity that says where its handover is. */
export const HANDOVER_REF_ANNOTATION = 'handover.dev/ref';

/** Reads handovers from where the catalog says they are. */
export interface DocumentReader {
  /** Never throws: what went wrong is in the outcome. */
  read(
    document: {
      entityRef: string;
      reference?: DocumentReference;
      etag?: string;
    },
    options: { signal: AbortSignal },
  ): Promise<ReadOutcome>;
}

type Options = {
  integrations: ScmIntegrationRegistry;
  urls: SourceReader<Extract<SourceLocation, { type: 'url' }>>;
  files: SourceReader<Extract<SourceLocation, { type: 'file' }>>;
  check: DocumentChecker;
  logger: LoggerService;
  hosts?: HostGuard;
};

/** Reads handovers through the URL readers and from disk. */
export class DefaultDocumentReader implements DocumentReader {
  readonly #options: Options;
  readonly #hosts: HostGuard;

  static create(options: Options): DefaultDocumentReader {
    return new DefaultDocumentReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#hosts = options.hosts ?? new HostGuard();
  }

  async read(
    document: {
      entityRef: string;
      reference?: DocumentReference;
      etag?: string;
    },
    options: { signal: AbortSignal },
  ): Promise<ReadOutcome> {
    const { entityRef, reference, etag } = document;
    if (!reference) {
      return { status: 'missing', problems: [] };
    }
    try {
      const resolved = resolveReference(reference, this.#options.integrations);
      if ('problem' in resolved) {
        return {
          status: 'invalid',
          problems: [error(`${HANDOVER_REF_ANNOTATION}: ${resolved.problem}`)],
        };
      }
      const { location } = resolved;
      const result = await this.#readSource(location, {
        etag,
        signal: options.signal,
      });
      return await this.#interpret(result, {
        entityRef,
        reference,
        location: describe(location),
      });
    } catch (caught) {
      // What nobody foresaw must not stop the others either.
      this.#options.logger.error(
        `Reading the handover of '${entityRef}' failed`,
        isError(caught) ? caught : undefined,
      );
      return {
        status: 'unreachable',
        problems: [
          error('Reading the handover failed. See the log of the backend'),
        ],
      };
    }
  }

  async #readSource(
    location: SourceLocation,
    options: { etag?: string; signal: AbortSignal },
  ): Promise<SourceResult> {
    if (location.type === 'file') {
      return this.#options.files.read(location, options);
    }
    const { host } = new URL(location.url);
    if (this.#hosts.isResting(host)) {
      return {
        status: 'unreachable',
        message: `Could not read ${redactUrl(
          location.url,
        )}: ${host} failed several times in a row. Handover tries again soon`,
      };
    }
    const result = await this.#options.urls.read(location, options);
    if (result.status === 'unreachable' && result.noAnswer) {
      this.#hosts.failed(host);
    } else {
      this.#hosts.succeeded(host);
    }
    return result;
  }

  async #interpret(
    result: SourceResult,
    context: {
      entityRef: string;
      reference: DocumentReference;
      location: string;
    },
  ): Promise<ReadOutcome> {
    const { entityRef, reference, location } = context;
    switch (result.status) {
      case 'unchanged':
        return { status: 'unchanged' };
      case 'missing':
        return {
          status: 'missing',
          location,
          problems:
            reference.annotation === undefined
              ? []
              : [
                  error(
                    `${HANDOVER_REF_ANNOTATION} points to '${redactReference(
                      reference.annotation,
                    )}', which does not exist`,
                  ),
                ],
        };
      case 'content':
        return this.#parse(result, entityRef, location);
      default:
        return {
          status: result.status,
          location,
          problems: [error(result.message)],
          ...('etag' in result ? { etag: result.etag } : {}),
        };
    }
  }

  async #parse(
    { content, etag }: Extract<SourceResult, { status: 'content' }>,
    entityRef: string,
    location: string,
  ): Promise<ReadOutcome> {
    const invalid = (
      problems: Problem[],
      partial?: PartialDocument,
    ): ReadOutcome => ({
      status: 'invalid',
      problems,
      partial,
      location,
      etag,
    });

    let yaml: string;
    try {
      yaml = new TextDecoder('utf-8', { fatal: true }).decode(content);
    } catch {
      return invalid([error('The file is not UTF-8 text')]);
    }
    const { document, partial, ...checked } = await this.#options.check(yaml, {
      entityRef,
    });
    const problems = checked.problems.map(each => ({
      ...each,
      // An escape in YAML can bring back what the text itself may not hold.
      path: withoutNul(each.path),
      message: withoutNul(each.message),
    }));
    return document
      ? { status: 'ok', yaml, document, problems, location, etag }
      : invalid(problems, partial);
  }
}

function error(message: string): Problem {
  return { path: '', message, severity: 'error' };
}

function describe(location: SourceLocation): string {
  return location.type === 'url'
    ? `url:${redactUrl(location.url)}`
    : `file:${location.folder.replace(/\/+$/, '')}/${location.path}`;
}

function redactReference(annotation: string): string {
  const url = annotation.replace(/^url:/i, '');
  return /^https?:/i.test(url) ? redactUrl(url) : annotation.split('?', 1)[0];
}
