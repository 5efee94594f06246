import type {
  ExemptionNote,
  RequestExemptionRequest,
} from '@backstage-handover/plugin-handover-common';
import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../../audit';
import { entityRefOf, queryOf } from '../../openapi/requests';
import type { ExemptionsService } from './ExemptionsService';

const ENTITY = '/exemptions/:kind/:namespace/:name';

const STEPS = {
  approve: 'approveExemption',
  deny: 'denyExemption',
  withdraw: 'withdrawExemption',
  revoke: 'revokeExemption',
} as const satisfies Record<string, keyof ExemptionsService>;

/** Routes of exemptions. Requests have been checked against the API's description. */
export function createExemptionsRouter(options: {
  exemptions: ExemptionsService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { exemptions, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/exemptions', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const page = await audited(
      auditor,
      { eventId: 'exemption-fetch', request: req, meta: { queryType: 'list' } },
      () =>
        exemptions.listExemptions(queryOf('listExemptions', req), {
          credentials,
        }),
    );
    res.json(page);
  });

  router.get('/exemptions/budgets', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const budgets = await audited(
      auditor,
      {
        eventId: 'exemption-fetch',
        request: req,
        meta: { queryType: 'budgets' },
      },
      () =>
        exemptions.listBudgets(queryOf('listExemptionBudgets', req), {
          credentials,
        }),
    );
    res.json(budgets);
  });

  router.post(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const request: RequestExemptionRequest = req.body;
    const exemption = await audited(
      auditor,
      {
        eventId: 'exemption-mutate',
        severityLevel: 'medium',
        request: req,
        meta: {
          actionType: 'request',
          entityRef,
          scorecard: request.scorecard,
          check: request.check,
        },
      },
      () => exemptions.requestExemption(entityRef, request, { credentials }),
    );
    res.status(201).json(exemption);
  });

  for (const [actionType, method] of Object.entries(STEPS)) {
    router.post(`${ENTITY}/:id/${actionType}`, async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = entityRefOf(req);
      const { id } = req.params;
      const note: ExemptionNote = req.body;
      const exemption = await audited(
        auditor,
        {
          eventId: 'exemption-mutate',
          severityLevel: 'medium',
          request: req,
          meta: { actionType, entityRef, id },
        },
        () => exemptions[method](entityRef, id, note, { credentials }),
      );
      res.json(exemption);
    });
  }
  return router;
}
