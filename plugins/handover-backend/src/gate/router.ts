import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type {
  Artifact,
  GateQuery,
} from '@backstage-handover/plugin-handover-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audit';
import { entityRefOf, queryOf } from '../openapi/requests';
import type { GateService, RecordRequest } from './GateService';

const ENTITY = '/gate/:kind/:namespace/:name';

/** Routes of the gate. Requests have been checked against the API's description. */
export function createGateRouter(options: {
  gate: GateService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { gate, httpAuth, auditor } = options;
  const router = PromiseRouter();

  router.get(ENTITY, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const { environment, change, at, ...query } = queryOf(
      'getGateDecision',
      req,
    );
    const artifact = artifactOf(query);
    const decision = await audited(
      auditor,
      {
        eventId: 'gate-decision',
        request: req,
        meta: { queryType: 'by-environment', entityRef, environment },
      },
      () =>
        gate.getDecision(
          entityRef,
          { environment, change, at, artifact },
          { credentials },
        ),
    );
    res.json(decision);
  });

  router.post(`${ENTITY}/decisions`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const request: RecordRequest = req.body;
    const recorded = await audited(
      auditor,
      {
        eventId: 'gate-decision-record',
        request: req,
        meta: {
          entityRef,
          environment: request.environment,
          changeId: request.changeId,
        },
      },
      () => gate.recordDecision(entityRef, request, { credentials }),
    );
    res.status(201).json(recorded);
  });

  router.get(`${ENTITY}/environments`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const { change, at } = queryOf('getGateDecisions', req);
    const decisions = await audited(
      auditor,
      {
        eventId: 'gate-decision',
        request: req,
        meta: { queryType: 'all-environments', entityRef },
      },
      () => gate.getDecisions(entityRef, { change, at }, { credentials }),
    );
    res.json(decisions);
  });

  router.get(`${ENTITY}/occurrences`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const { from, to, environment } = queryOf('getOccurrences', req);
    const occurrences = await audited(
      auditor,
      {
        eventId: 'calendar-fetch',
        request: req,
        meta: { queryType: 'occurrences', entityRef },
      },
      () =>
        gate.getOccurrences(
          entityRef,
          { from, to, environment },
          { credentials },
        ),
    );
    res.json(occurrences);
  });

  router.get(`${ENTITY}/calendars`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const calendars = await audited(
      auditor,
      {
        eventId: 'calendar-fetch',
        request: req,
        meta: { queryType: 'calendars', entityRef },
      },
      () => gate.getCalendars(entityRef, { credentials }),
    );
    res.json(calendars);
  });

  router.get(`${ENTITY}/calendar.ics`, async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = entityRefOf(req);
    const calendar = await audited(
      auditor,
      {
        eventId: 'calendar-fetch',
        request: req,
        meta: { queryType: 'icalendar', entityRef },
      },
      () => gate.getCalendar(entityRef, { credentials }),
    );
    res.type('text/calendar').send(calendar);
  });

  return router;
}

/** The artifact that the parameters name. */
function artifactOf({
  artifactName: name,
  artifactVersion: version,
  artifactDigest: digest,
}: Pick<GateQuery, 'artifactName' | 'artifactVersion' | 'artifactDigest'>):
  | Artifact
  | undefined {
  const artifact = {
    ...(name !== undefined && { name }),
    ...(version !== undefined && { version }),
    ...(digest !== undefined && { digest }),
  };
  return Object.keys(artifact).length > 0 ? artifact : undefined;
}
