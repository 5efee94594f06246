import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf } from '../openapi/requests';
import type { AlertsService } from './AlertsService';

/** Routes of alerts. Requests have been checked against the API's description. */
export function createAlertsRouter(options: {
  alerts: AlertsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { alerts, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/alerts/:kind/:namespace/:name', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const body = await audited(
      auditor,
      { eventId: 'alert-fetch', request: req, meta: { entityRef } },
      () => alerts.listAlerts(entityRef, { credentials }),
    );
    res.json(body);
  });

  return router;
}
