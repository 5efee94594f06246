import { handoverJsonSchema } from '@backstage-handover/plugin-handover-common/documents';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf, queryOf, yamlOf } from '../openapi/requests';
import type { DocumentsService } from './DocumentsService';
import { etagOf } from './etag';
import { expectedRevisionOf } from './precondition';
import type { DocumentStateText } from './store';
import { toMarkdownPage } from './toMarkdownPage';

const ENTITY = '/documents/:kind/:namespace/:name';

/** Routes of handover documents. Requests have been checked against the API's description. */
export function createDocumentsRouter(options: {
  documents: DocumentsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  /** Schemes that links in a document may have. */
  linkSchemes: readonly string[];
}): Router {
  const { documents, httpAuth, auditor, linkSchemes } = options;
  const router = PromiseRouter();

  // Made once: anybody may ask for it, and it does not change.
  const schema = JSON.stringify(handoverJsonSchema({ linkSchemes }));
  router.get('/schema.json', (_req, res) => {
    res.type('application/schema+json').send(schema);
  });

  router.get('/documents', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { sort, order, ...query } = queryOf('listDocuments', req);
    const page = await audited(
      auditor,
      { eventId: 'document-fetch', request: req, meta: { queryType: 'list' } },
      () =>
        documents.listDocuments(
          {
            ...withCoverage(query),
            sort: { field: sort ?? 'entityRef', order: order ?? 'asc' },
          },
          { credentials },
        ),
    );
    res.json(page);
  });

  router.get('/documents/summary', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { groupBy, ...query } = queryOf('getFleetSummary', req);
    const summary = await audited(
      auditor,
      {
        eventId: 'document-fetch',
        request: req,
        meta: { queryType: 'summary' },
      },
      () =>
        documents.summarizeDocuments(
          {
            ...withCoverage(query),
            ...(groupBy && groupBy !== 'none' && { groupBy }),
          },
          { credentials },
        ),
    );
    res.json(summary);
  });

  router.post('/documents/validate', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { yaml } = yamlOf(req);
    const result = await audited(
      auditor,
      { eventId: 'document-validate', request: req },
      () => documents.validateDocument(yaml, { credentials }),
    );
    res.json(result);
  });

  router.get(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const text = await audited(
      auditor,
      {
        eventId: 'document-fetch',
        request: req,
        meta: { queryType: 'by-name', entityRef },
      },
      () => documents.getDocumentText(entityRef, { credentials }),
    );
    sendState(res, text);
  });

  router.put(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const expectedRevision = expectedRevisionOf(req);
    const state = await audited(
      auditor,
      {
        eventId: 'document-update',
        severityLevel: 'medium',
        request: req,
        meta: { entityRef, expectedRevision },
      },
      () =>
        documents.putDocument(
          entityRef,
          { ...yamlOf(req), expectedRevision },
          { credentials },
        ),
    );
    sendState(res.status(expectedRevision === 0 ? 201 : 200), {
      revision: state.revision?.number ?? 0,
      json: JSON.stringify(state),
    });
  });

  router.get(`${ENTITY}/handover.md`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const page = await audited(
      auditor,
      {
        eventId: 'document-fetch',
        request: req,
        meta: { queryType: 'markdown', entityRef },
      },
      async () =>
        toMarkdownPage(await documents.getDocument(entityRef, { credentials })),
    );
    res.type('text/markdown').send(page);
  });

  router.get(`${ENTITY}/revisions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const page = await audited(
      auditor,
      {
        eventId: 'revision-fetch',
        request: req,
        meta: { queryType: 'list', entityRef },
      },
      () =>
        documents.listRevisions(entityRef, queryOf('listRevisions', req), {
          credentials,
        }),
    );
    res.json(page);
  });

  router.get(`${ENTITY}/history`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const page = await audited(
      auditor,
      {
        eventId: 'document-fetch',
        request: req,
        meta: { queryType: 'history', entityRef },
      },
      () =>
        documents.listHistory(entityRef, queryOf('listDocumentHistory', req), {
          credentials,
        }),
    );
    res.json(page);
  });

  router.get(`${ENTITY}/revisions/:number`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const number = Number(req.params.number);
    const revision = await audited(
      auditor,
      {
        eventId: 'revision-fetch',
        request: req,
        meta: { queryType: 'by-number', entityRef, number },
      },
      () => documents.getRevision(entityRef, number, { credentials }),
    );
    res.json(revision);
  });

  router.get(`${ENTITY}/diff`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const { from, to } = queryOf('getDiff', req);
    const diff = await audited(
      auditor,
      {
        eventId: 'revision-fetch',
        request: req,
        meta: { queryType: 'diff', entityRef, from, to },
      },
      () => documents.getDiff(entityRef, { from, to }, { credentials }),
    );
    res.json(diff);
  });

  return router;
}

/** The query with its bounds of the coverage together. */
function withCoverage<
  T extends { coverageMin?: number; coverageMax?: number },
>({ coverageMin: min, coverageMax: max, ...rest }: T) {
  return { ...rest, coverage: { min, max } };
}

function sendState(res: Response, { revision, json }: DocumentStateText): void {
  // Encoded once, for the digest, the length and the connection alike.
  const body = Buffer.from(json);
  res.set('ETag', etagOf(revision, body)).type('application/json').send(body);
}
