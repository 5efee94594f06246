import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import type { CalendarsService } from './CalendarsService';

/** Routes of company calendars. Requests have been checked against the API's description. */
export function createCalendarsRouter(options: {
  calendars: CalendarsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { calendars, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/calendars', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const list = await audited(
      auditor,
      { eventId: 'calendar-fetch', request: req, meta: { queryType: 'list' } },
      () => calendars.listCalendars({ credentials }),
    );
    res.json(list);
  });

  router.get('/calendars/:calendar', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { calendar: name } = req.params;
    const calendar = await audited(
      auditor,
      {
        eventId: 'calendar-fetch',
        request: req,
        meta: { queryType: 'by-name', calendar: name },
      },
      () => calendars.getCalendar({ name }, { credentials }),
    );
    res.json(calendar);
  });

  return router;
}
