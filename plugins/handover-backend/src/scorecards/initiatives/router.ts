import type { InitiativeDefinition } from '@backstage-handover/plugin-handover-common';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../../audit';
import { ifMatchOf } from '../../documents/precondition';
import { queryOf } from '../../openapi/requests';
import type { InitiativesService } from './InitiativesService';

const INITIATIVE = '/initiatives/:id';

/** Routes of initiatives. Requests have been checked against the API's description. */
export function createInitiativesRouter(options: {
  initiatives: InitiativesService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { initiatives, httpAuth, auditor } = options;
  const router = PromiseRouter();

  const fetched = <T>(
    req: Request,
    meta: { queryType: string; id?: string },
    read: () => Promise<T>,
  ) =>
    audited(auditor, { eventId: 'initiative-fetch', request: req, meta }, read);
  const mutated = <T>(
    req: Request,
    meta: { actionType: string; id?: string } & JsonObject,
    write: () => Promise<T>,
  ) =>
    audited(
      auditor,
      {
        eventId: 'initiative-mutate',
        severityLevel: 'medium',
        request: req,
        meta,
      },
      write,
    );

  router.get('/initiatives', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(
      await fetched(req, { queryType: 'list' }, () =>
        initiatives.listInitiatives(queryOf('listInitiatives', req), {
          credentials,
        }),
      ),
    );
  });

  router.get(INITIATIVE, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    res.json(
      await fetched(req, { queryType: 'by-id', id }, () =>
        initiatives.getInitiative(
          { ...queryOf('getInitiative', req), id },
          { credentials },
        ),
      ),
    );
  });

  router.get(`${INITIATIVE}/burn-up`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    res.json(
      await fetched(req, { queryType: 'burn-up', id }, () =>
        initiatives.getBurnUp(
          { ...queryOf('getInitiativeBurnUp', req), id },
          { credentials },
        ),
      ),
    );
  });

  router.get(`${INITIATIVE}/entities`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    res.json(
      await fetched(req, { queryType: 'entities', id }, () =>
        initiatives.listEntities(
          { ...queryOf('listInitiativeEntities', req), id },
          { credentials },
        ),
      ),
    );
  });

  router.post('/initiatives', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const definition: InitiativeDefinition = req.body;
    res
      .status(201)
      .json(
        await mutated(
          req,
          { actionType: 'create', ...described(definition) },
          () => initiatives.createInitiative(definition, { credentials }),
        ),
      );
  });

  router.put(INITIATIVE, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    const definition: InitiativeDefinition = req.body;
    res.json(
      await mutated(
        req,
        { actionType: 'update', id, ...described(definition) },
        () =>
          initiatives.updateInitiative(
            id,
            definition,
            { revision: ifMatchOf(req) },
            { credentials },
          ),
      ),
    );
  });

  router.delete(INITIATIVE, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    res.json(
      await mutated(req, { actionType: 'delete', id }, () =>
        initiatives.deleteInitiative(
          id,
          { revision: ifMatchOf(req) },
          { credentials },
        ),
      ),
    );
  });

  router.post(`${INITIATIVE}/publish`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    res.json(
      await mutated(req, { actionType: 'publish', id }, () =>
        initiatives.publishInitiative(
          id,
          { revision: ifMatchOf(req) },
          { credentials },
        ),
      ),
    );
  });

  router.post(`${INITIATIVE}/close`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    const { note }: { note?: string } = req.body;
    res.json(
      await mutated(req, { actionType: 'close', id }, () =>
        initiatives.closeInitiative(
          id,
          { revision: ifMatchOf(req), note },
          { credentials },
        ),
      ),
    );
  });
  return router;
}

/** What an audit event says of a definition. */
function described({
  title,
  scorecard,
  owner,
  startsOn,
  endsOn,
}: InitiativeDefinition) {
  return { title, scorecard, owner, startsOn, endsOn };
}
