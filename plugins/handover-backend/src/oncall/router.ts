import type { PageOnCallRequest } from '@backstage-handover/plugin-handover-common';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf } from '../openapi/requests';
import type { OnCallService } from './OnCallService';

/** The routes of who is on call. Requests have been checked against the API's description. */
export function createOnCallRouter(options: {
  onCall: OnCallService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { onCall, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/oncall/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const body = await audited(
      auditor,
      { eventId: 'oncall-fetch', request: req, meta: { entityRef } },
      () => onCall.getOnCall(entityRef, { credentials }),
    );
    res.json(body);
  });

  router.post('/oncall/:kind/:namespace/:name/page', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const request: PageOnCallRequest = req.body;
    const { provider, target, urgency = 'high' } = request;
    const page = await audited(
      auditor,
      {
        eventId: 'oncall-page',
        severityLevel: 'high',
        request: req,
        // Without the message, which can contain anything.
        meta: { entityRef, provider, target, urgency },
      },
      () => onCall.page(entityRef, request, { credentials }),
      ({ id, url }) => ({ outcome: 'sent', id, url }),
    );
    res.json(page);
  });

  return router;
}
