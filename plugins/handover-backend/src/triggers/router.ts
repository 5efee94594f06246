import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf } from '../openapi/requests';
import type { TriggersService } from './TriggersService';

/** The route of rollback triggers. Requests have been checked against the API's description. */
export function createTriggersRouter(options: {
  triggers: TriggersService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { triggers, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/triggers/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const body = await audited(
      auditor,
      { eventId: 'trigger-fetch', request: req, meta: { entityRef } },
      () => triggers.getTriggers(entityRef, { credentials }),
    );
    res.json(body);
  });

  return router;
}
