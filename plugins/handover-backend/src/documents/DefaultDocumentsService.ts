import type {
  DocumentHistoryEntry,
  DocumentPage,
  DocumentSummary,
  DocumentState,
  FleetSummary,
  Page,
  Revision,
  RevisionDiff,
  RevisionSummary,
  ValidationResult,
} from '@backstage-handover/plugin-handover-common';
import {
  coverageOf,
  diffDocuments,
} from '@backstage-handover/plugin-handover-common/documents';
import type { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  EntitiesService,
  EntityFilter,
} from '../entities/EntitiesService';
import { principalName } from '../principalName';
import { assertMessageAllowed } from './assertMessageAllowed';
import type { DocumentChecker } from './createDocumentChecker';
import type {
  DocumentsService,
  FindFailuresRequest,
  FoundFailure,
  ListRequest,
  PutDocumentRequest,
  ServiceOptions,
  SummaryRequest,
} from './DocumentsService';
import { InvalidDocumentError } from './InvalidDocumentError';
import type { LevelSource } from './LevelSource';
import type { DocumentRefresher } from './refresh/DocumentRefresher';
import {
  type DocumentEnvironment,
  type DocumentStateText,
  type DocumentStore,
  RevisionMismatchError,
} from './store';
import { symptomWords } from './symptomWords';

/** Serves handovers from the store, and looks up what the store does not know yet. */
export class DefaultDocumentsService implements DocumentsService {
  readonly #store: DocumentStore;
  readonly #refresher: DocumentRefresher;
  readonly #entities: Pick<EntitiesService, 'outdatedSince'>;
  readonly #check: DocumentChecker;
  readonly #auth: AuthService;
  readonly #levels: LevelSource;

  static create(options: {
    store: DocumentStore;
    refresher: DocumentRefresher;
    entities: Pick<EntitiesService, 'outdatedSince'>;
    check: DocumentChecker;
    auth: AuthService;
    levels: LevelSource;
  }): DocumentsService {
    return new DefaultDocumentsService(options);
  }

  private constructor(options: {
    store: DocumentStore;
    refresher: DocumentRefresher;
    entities: Pick<EntitiesService, 'outdatedSince'>;
    check: DocumentChecker;
    auth: AuthService;
    levels: LevelSource;
  }) {
    this.#store = options.store;
    this.#refresher = options.refresher;
    this.#entities = options.entities;
    this.#check = options.check;
    this.#auth = options.auth;
    this.#levels = options.levels;
  }

  async getDocument(entityRef: string): Promise<DocumentState> {
    return JSON.parse((await this.getDocumentText(entityRef)).json);
  }

  async getDocumentText(entityRef: string): Promise<DocumentStateText> {
    // An entity that the catalog got a moment ago is not stored before the next
    // comparison with the catalog, and its document was not read before that.
    const known = await this.#store.getText(entityRef);
    if (known && !known.isPending) {
      return this.#withAge(known);
    }
    const state = await this.#refresher.refreshNow(entityRef);
    if (!state) {
      throw new NotFoundError(
        `The catalog has no entity '${entityRef}' that can have a handover`,
      );
    }
    return this.#withAge({
      revision: state.revision?.number ?? 0,
      json: JSON.stringify(state),
    });
  }

  async getEnvironments(entityRef: string): Promise<DocumentEnvironment[]> {
    const known = await this.#store.getEnvironments(entityRef);
    if (known) {
      return known;
    }
    const { document } = await this.getDocument(entityRef);
    return document?.environments?.items ?? [];
  }

  async listDocuments({
    include,
    ...request
  }: ListRequest): Promise<DocumentPage> {
    const query = await this.#withLevel(request);
    const [page, age] = await Promise.all([
      this.#store.list({
        ...query,
        ...(include !== 'levels' && { include }),
      }),
      this.#age(),
    ]);
    const items =
      include === 'levels' ? await this.#addLevels(page.items) : page.items;
    return { ...page, items, ...age };
  }

  async summarizeDocuments(request: SummaryRequest): Promise<FleetSummary> {
    const query = await this.#withLevel(request);
    const [figures, age] = await Promise.all([
      this.#store.summarize(query),
      this.#age(),
    ]);
    return { ...figures, ...age };
  }

  async findFailures(request: FindFailuresRequest): Promise<FoundFailure[]> {
    const { symptom, limit = 10, ...rest } = request;
    return this.#store.findFailures({
      ...rest,
      limit,
      words: symptomWords(symptom),
    });
  }

  async listRevisions(
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<Page<RevisionSummary>> {
    const revisions = await this.#store.listRevisions(entityRef, page);
    if (revisions.totalItems === 0) {
      // Tells an entity without revisions from one that does not exist.
      await this.getDocument(entityRef);
    }
    return revisions;
  }

  async listHistory(
    entityRef: string,
    page: { limit?: number; cursor?: string },
  ): Promise<Page<DocumentHistoryEntry>> {
    const history = await this.#store.listHistory(entityRef, page);
    if (history.totalItems === 0) {
      // Distinguishes an entity without history from one that does not exist.
      await this.getDocument(entityRef);
    }
    return history;
  }

  async getRevision(entityRef: string, number: number): Promise<Revision> {
    const revision = await this.#store.getRevision(entityRef, number);
    if (!revision) {
      throw new NotFoundError(
        `No revision ${number} of the handover of '${entityRef}' found`,
      );
    }
    return revision;
  }

  async getDiff(
    entityRef: string,
    { from, to }: { from: number; to: number },
  ): Promise<RevisionDiff> {
    const [before, after] = await Promise.all([
      this.getRevision(entityRef, from),
      this.getRevision(entityRef, to),
    ]);
    return {
      from,
      to,
      changes: diffDocuments(before.document, after.document),
    };
  }

  async putDocument(
    entityRef: string,
    { yaml, message, expectedRevision }: PutDocumentRequest,
    { credentials }: ServiceOptions,
  ): Promise<DocumentState> {
    const state = await this.getDocument(entityRef);
    // Where no repository has one (any more), it may be written here.
    if (state.source === 'repository' && state.status !== 'missing') {
      throw new ConflictError(
        `The handover of '${entityRef}' is kept in its repository${
          state.location ? ` at ${state.location}` : ''
        }. Change the file there`,
      );
    }

    await assertMessageAllowed(message);
    const { document, problems } = await this.#check(yaml, { entityRef });
    if (!document) {
      throw new InvalidDocumentError(problems);
    }

    const currentRevision = state.revision?.number ?? 0;
    if (currentRevision !== expectedRevision) {
      throw new RevisionMismatchError({
        entityRef,
        expectedRevision,
        currentRevision,
      });
    }
    if (await this.#isInView(entityRef, currentRevision, yaml)) {
      return state;
    }

    await this.#store.addRevision(entityRef, {
      expectedRevision,
      revision: {
        source: 'portal',
        yaml,
        document,
        message,
        author: principalName(this.#auth, credentials),
      },
    });
    return this.getDocument(entityRef);
  }

  async validateDocument(yaml: string): Promise<ValidationResult> {
    const { document, problems } = await this.#check(yaml);
    return {
      valid: document !== undefined,
      problems,
      ...(document && { coverage: coverageOf(document) }),
    };
  }

  /** Says so if the mirror of the catalog is old. Nothing is parsed for that. */
  async #withAge(text: DocumentStateText): Promise<DocumentStateText> {
    const age = await this.#age();
    return age.catalogOutdatedSince
      ? {
          ...text,
          json: `${text.json.slice(0, -1)},${JSON.stringify(age).slice(1)}`,
        }
      : text;
  }

  /** The query, for entities with the levels only. */
  async #withLevel<T extends { filter?: EntityFilter; level?: string[] }>({
    level,
    ...query
  }: T): Promise<Omit<T, 'level'>> {
    if (!level) {
      return query;
    }
    const hasLevel = await this.#levels.toFilter(level);
    return {
      ...query,
      filter: query.filter ? { allOf: [query.filter, hasLevel] } : hasLevel,
    };
  }

  async #addLevels(
    items: readonly DocumentSummary[],
  ): Promise<DocumentSummary[]> {
    const levels = await this.#levels.read(
      items.map(({ entityRef }) => entityRef),
    );
    return items.map(item => ({
      ...item,
      levels: levels.get(item.entityRef) ?? {},
    }));
  }

  /** Set if the mirror of the catalog is old. */
  async #age(): Promise<{ catalogOutdatedSince?: string }> {
    const outdatedSince = await this.#entities.outdatedSince();
    return outdatedSince
      ? { catalogOutdatedSince: outdatedSince.toISOString() }
      : {};
  }

  async #isInView(entityRef: string, number: number, yaml: string) {
    if (number === 0) {
      return false;
    }
    const revision = await this.#store.getRevision(entityRef, number);
    return revision?.yaml === yaml;
  }
}
