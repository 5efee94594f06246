import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { queryOf } from '../openapi/requests';
import type { DomainEventStore } from './store';

/**
 * Route of domain events. Requests have been checked against the API's
 * description, which lets only services in.
 */
export function createEventsRouter(options: {
  domainEvents: Pick<DomainEventStore, 'replay'>;
  auditor: AuditorService;
}): Router {
  const { domainEvents, auditor } = options;
  const router = PromiseRouter();

  router.get('/events', async (req, res) => {
    const { topic: topics, ...query } = queryOf('replayEvents', req);
    const page = await audited(
      auditor,
      { eventId: 'event-fetch', request: req, meta: { queryType: 'replay' } },
      () => domainEvents.replay({ ...query, topics }),
    );
    res.json(page);
  });

  return router;
}
