import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf, queryOf } from '../openapi/requests';
import type { DeliveryService } from './DeliveryService';
import type { EventsReceiver } from './events/EventsReceiver';

const ENTITY = '/delivery/:kind/:namespace/:name';

/** Routes of delivery. Requests have been checked against the API's description. */
export function createDeliveryRouter(options: {
  delivery: DeliveryService;
  eventsReceiver: EventsReceiver;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { delivery, eventsReceiver, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get(`${ENTITY}/runs`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const page = await audited(
      auditor,
      {
        eventId: 'delivery-fetch',
        request: req,
        meta: { queryType: 'runs', entityRef },
      },
      () =>
        delivery.listRuns(entityRef, queryOf('listRuns', req), { credentials }),
    );
    res.json(page);
  });

  router.get(`${ENTITY}/deployments`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const page = await audited(
      auditor,
      {
        eventId: 'delivery-fetch',
        request: req,
        meta: { queryType: 'deployments', entityRef },
      },
      () =>
        delivery.listDeployments(entityRef, queryOf('listDeployments', req), {
          credentials,
        }),
    );
    res.json(page);
  });

  router.get(`${ENTITY}/promotion`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const promotion = await audited(
      auditor,
      {
        eventId: 'delivery-fetch',
        request: req,
        meta: { queryType: 'promotion', entityRef },
      },
      () => delivery.getPromotion(entityRef, { credentials }),
    );
    res.json(promotion);
  });

  router.get(`${ENTITY}/metrics`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const metrics = await audited(
      auditor,
      {
        eventId: 'delivery-fetch',
        request: req,
        meta: { queryType: 'metrics', entityRef },
      },
      () =>
        delivery.getMetrics(entityRef, queryOf('getMetrics', req), {
          credentials,
        }),
    );
    res.json(metrics);
  });

  router.post('/delivery/events', async (req, res) => {
    // Only external access tokens and plugins: nobody posts events from a browser.
    const credentials = await httpAuth.credentials(req, { allow: ['service'] });
    const results = await audited(
      auditor,
      {
        eventId: 'delivery-event-receive',
        severityLevel: 'medium',
        request: req,
        meta: { subject: credentials.principal.subject },
      },
      () =>
        eventsReceiver.receive(
          { headers: req.headers, body: req.body },
          { credentials },
        ),
    );
    res.json(results);
  });

  return router;
}
