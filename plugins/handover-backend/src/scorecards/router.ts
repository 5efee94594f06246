import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import type { OperationQueries } from '@backstage-handover/plugin-handover-common/api';
import { entityRefOf, queryOf, yamlOf } from '../openapi/requests';
import type { ScorecardsService, ServiceOptions } from './ScorecardsService';

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

  /** A route about the results of one scorecard. */
  const ofScorecard = <T extends keyof OperationQueries>(
    path: string,
    operation: T,
    read: (
      query: OperationQueries[T] & { scorecard: string },
      options: ServiceOptions,
    ) => Promise<object>,
  ) =>
    router.get(`/scorecards/:scorecard/${path}`, async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const { scorecard } = req.params;
      const answer = await audited(
        auditor,
        {
          eventId: 'scorecard-fetch',
          request: req,
          meta: { queryType: path, scorecard },
        },
        () => read({ ...queryOf(operation, req), scorecard }, { credentials }),
      );
      res.json(answer);
    });

  ofScorecard('results', 'listScorecardResults', (query, by) =>
    scorecards.listResults(query, by),
  );
  ofScorecard('trend', 'getScorecardTrend', (query, by) =>
    scorecards.getTrend(query, by),
  );
  ofScorecard('changes', 'getScorecardChanges', (query, by) =>
    scorecards.getChanges(query, by),
  );
  ofScorecard('preview', 'previewScorecard', (query, by) =>
    scorecards.preview(query, by),
  );
  ofScorecard('counts', 'countScorecardResults', (query, by) =>
    scorecards.count(query, by),
  );

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
