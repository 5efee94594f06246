import type {
  Override,
  OverrideAction,
  OverrideNote,
  RequestOverrideRequest,
} from '@backstage-handover/plugin-handover-common';
import type {
  AuditorService,
  AuditorServiceEventSeverityLevel,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf, queryOf } from '../openapi/requests';
import type { OverridesService, ServiceOptions } from './OverridesService';

const ENTITY = '/gate/:kind/:namespace/:name/overrides';

type Step = (
  overrides: OverridesService,
  entityRef: string,
  id: string,
  note: OverrideNote,
  options: ServiceOptions,
) => Promise<Override>;

const decide =
  (action: Exclude<OverrideAction, 'withdraw'>): Step =>
  (overrides, entityRef, id, note, options) =>
    overrides.decideOverride(entityRef, id, { ...note, action }, options);

/** Each step, and how much it matters to whoever reads the audit log. */
const STEPS: Record<
  OverrideAction,
  { severityLevel: AuditorServiceEventSeverityLevel; step: Step }
> = {
  approve: { severityLevel: 'high', step: decide('approve') },
  deny: { severityLevel: 'medium', step: decide('deny') },
  revoke: { severityLevel: 'high', step: decide('revoke') },
  withdraw: {
    severityLevel: 'medium',
    step: (overrides, ...step) => overrides.withdrawOverride(...step),
  },
};

/** Routes of overrides. Requests have been checked against the API's description. */
export function createOverridesRouter(options: {
  overrides: OverridesService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { overrides, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get('/overrides', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const page = await audited(
      auditor,
      { eventId: 'override-fetch', request: req, meta: { queryType: 'list' } },
      () =>
        overrides.listOverrides(queryOf('listOverrides', req), { credentials }),
    );
    res.json(page);
  });

  router.get(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const query = queryOf('listEntityOverrides', req);
    const page = await audited(
      auditor,
      {
        eventId: 'override-fetch',
        request: req,
        meta: { queryType: 'by-entity', entityRef },
      },
      () => overrides.listEntityOverrides(entityRef, query, { credentials }),
    );
    res.json(page);
  });

  router.post(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const request: RequestOverrideRequest = req.body;
    const override = await audited(
      auditor,
      {
        eventId: 'override-mutate',
        severityLevel: 'high',
        request: req,
        meta: {
          actionType: 'request',
          entityRef,
          environments: request.environments,
          until: request.until,
        },
      },
      () => overrides.requestOverride(entityRef, request, { credentials }),
      ({ id }) => ({ id }),
    );
    res.status(201).json(override);
  });

  for (const [actionType, { severityLevel, step }] of Object.entries(STEPS)) {
    router.post(`${ENTITY}/:id/${actionType}`, async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const entityRef = entityRefOf(req);
      const { id } = req.params;
      const note: OverrideNote = req.body;
      const override = await audited(
        auditor,
        {
          eventId: 'override-mutate',
          severityLevel,
          request: req,
          meta: { actionType, entityRef, id },
        },
        () => step(overrides, entityRef, id, note, { credentials }),
      );
      res.json(override);
    });
  }
  return router;
}
