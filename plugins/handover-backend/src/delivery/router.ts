import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf, queryOf } from '../openapi/requests';
import type {
  DeliveryService,
  DeliveryServiceOptions,
} from './DeliveryService';
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

  /** A route below an entity, with what answers it. */
  const get = (
    queryType: 'runs' | 'deployments' | 'promotion' | 'metrics',
    answer: (
      entityRef: string,
      req: Request,
      serviceOptions: DeliveryServiceOptions,
    ) => Promise<object>,
  ) =>
    router.get(`${ENTITY}/${queryType}`, async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = entityRefOf(req);
      const body = await audited(
        auditor,
        {
          eventId: 'delivery-fetch',
          request: req,
          meta: { queryType, entityRef },
        },
        () => answer(entityRef, req, { credentials }),
      );
      res.json(body);
    });

  get('runs', (entityRef, req, serviceOptions) =>
    delivery.listRuns(entityRef, queryOf('listRuns', req), serviceOptions),
  );
  get('deployments', (entityRef, req, serviceOptions) =>
    delivery.listDeployments(
      entityRef,
      queryOf('listDeployments', req),
      serviceOptions,
    ),
  );
  get('promotion', (entityRef, _req, serviceOptions) =>
    delivery.getPromotion(entityRef, serviceOptions),
  );
  get('metrics', (entityRef, req, serviceOptions) =>
    delivery.getMetrics(entityRef, queryOf('getMetrics', req), serviceOptions),
  );

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
