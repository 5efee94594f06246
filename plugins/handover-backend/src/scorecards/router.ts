import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf, queryOf, yamlOf } from '../openapi/requests';
import type { ScorecardsService } from './ScorecardsService';

const ENTITY = '/scorecards/results/:kind/:namespace/:name';

/** Routes of scorecards. Requests have been checked against the API's description. */
export function createScorecardsRouter(options: {
  scorecards: ScorecardsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { scorecards, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/scorecards', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const list = await audited(
      auditor,
      { eventId: 'scorecard-fetch', request: req, meta: { queryType: 'list' } },
      () => scorecards.listScorecards({ credentials }),
    );
    res.json(list);
  });

  router.get('/scorecards/facts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const list = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'facts' },
      },
      () => scorecards.listFacts({ credentials }),
    );
    res.json(list);
  });

  router.get('/scorecards/open-checks', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const page = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'open-checks' },
      },
      () =>
        scorecards.listOpenChecks(queryOf('listOpenChecks', req), {
          credentials,
        }),
    );
    res.json(page);
  });

  router.post('/scorecards/plan', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { yaml } = yamlOf(req);
    const result = await audited(
      auditor,
      { eventId: 'scorecard-plan', request: req },
      () =>
        scorecards.plan({ yaml }, { credentials, signal: untilClosed(res) }),
    );
    res.json(result);
  });

  router.get('/scorecards/:scorecard/results', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { scorecard } = req.params;
    const page = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'results', scorecard },
      },
      () =>
        scorecards.listResults(
          { ...queryOf('listScorecardResults', req), scorecard },
          { credentials },
        ),
    );
    res.json(page);
  });

  router.get('/scorecards/:scorecard/trend', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { scorecard } = req.params;
    const trend = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'trend', scorecard },
      },
      () =>
        scorecards.getTrend(
          { ...queryOf('getScorecardTrend', req), scorecard },
          { credentials },
        ),
    );
    res.json(trend);
  });

  router.get('/scorecards/:scorecard/counts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { scorecard } = req.params;
    const counts = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'counts', scorecard },
      },
      () =>
        scorecards.count(
          { ...queryOf('countScorecardResults', req), scorecard },
          { credentials },
        ),
    );
    res.json(counts);
  });

  router.get(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const results = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'by-name', entityRef },
      },
      () => scorecards.getForEntity(entityRef, { credentials }),
    );
    res.json(results);
  });

  router.get(`${ENTITY}/history/:scorecard`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const { scorecard } = req.params;
    const page = await audited(
      auditor,
      {
        eventId: 'scorecard-fetch',
        request: req,
        meta: { queryType: 'history', entityRef, scorecard },
      },
      () =>
        scorecards.listHistory(
          entityRef,
          scorecard,
          queryOf('listScorecardHistory', req),
          { credentials },
        ),
    );
    res.json(page);
  });

  return router;
}

/** Aborts when nobody waits for the answer any more. */
function untilClosed(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => controller.abort());
  return controller.signal;
}
