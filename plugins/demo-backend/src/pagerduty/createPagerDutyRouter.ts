import express, { type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { openIncidents } from './openIncidents';
import {
  POLICIES,
  type Policy,
  POLICY_OF_SERVICE,
  type Shift,
  shiftsOf,
} from './schedule';

const MAX_AHEAD_MS = 31 * 24 * 3_600_000;

const NOT_FOUND = { error: { message: 'Not Found', code: 2100 } };

/**
 * The part of PagerDuty's REST API that returns who is on call and open incidents,
 * and creates incidents. It notifies nobody, and keeps no incident.
 *
 * @see https://developer.pagerduty.com/api-reference
 */
export function createPagerDutyRouter(readNow: () => Date): Router {
  const router = PromiseRouter();
  router.get('/services/:id', (req, res) => {
    const { id } = req.params;
    const policy = POLICY_OF_SERVICE.get(id);
    if (policy) {
      res.json({ service: { id, escalation_policy: { id: policy.id } } });
    } else {
      res.status(404).json(NOT_FOUND);
    }
  });
  router.get('/escalation_policies/:id', (req, res) => {
    const policy = POLICIES.find(({ id }) => id === req.params.id);
    if (policy) {
      res.json({ escalation_policy: toAnswer(policy) });
    } else {
      res.status(404).json(NOT_FOUND);
    }
  });
  router.get('/oncalls', (req, res) => {
    const ids = [req.query.escalation_policy_ids ?? []].flat();
    const now = readNow();
    const since = toTime(req.query.since) ?? now;
    const until = toTime(req.query.until) ?? since;
    if (
      !(until >= since && until.getTime() - since.getTime() <= MAX_AHEAD_MS)
    ) {
      res.status(400).json({ error: { message: 'Invalid Input Provided' } });
      return;
    }
    res.json({
      oncalls: POLICIES.filter(({ id }) => ids.includes(id)).flatMap(policy =>
        shiftsOf(policy, since, until).map(shift => toOnCall(policy, shift)),
      ),
      more: false,
    });
  });
  router.get('/incidents', (req, res) => {
    const ids = [req.query.service_ids ?? []].flat();
    res.json({
      incidents: openIncidents(readNow()).filter(({ service }) =>
        ids.includes(service.id),
      ),
      more: false,
    });
  });
  let created = 0;
  router.post('/incidents', express.json(), (req, res) => {
    const { incident } = req.body as { incident?: NewIncident };
    const policy = POLICY_OF_SERVICE.get(incident?.service?.id ?? '');
    if (!req.get('from') || !incident?.title || !policy) {
      res.status(400).json({ error: { message: 'Invalid Input Provided' } });
      return;
    }
    const id = `Q${String(++created).padStart(6, '0')}`;
    res.status(201).json({
      incident: {
        id,
        title: incident.title,
        status: 'triggered',
        created_at: readNow().toISOString(),
        html_url: `https://pagerduty.example.com/incidents/${id}`,
        escalation_policy: { id: policy.id },
      },
    });
  });
  return router;
}

type NewIncident = { title?: string; service?: { id?: string } };

function toTime(text: unknown): Date | undefined {
  return typeof text === 'string' ? new Date(text) : undefined;
}

function toAnswer({ id, name, levels }: Policy) {
  return {
    id,
    name,
    html_url: `https://pagerduty.example.com/escalation_policies/${id}`,
    escalation_rules: levels.map((_, index) => ({ id: `${id}${index + 1}` })),
  };
}

function toOnCall({ id }: Policy, { level, user, start, end }: Shift) {
  return {
    escalation_policy: { id },
    escalation_level: level,
    user: {
      ...user,
      html_url: `https://pagerduty.example.com/users/${user.id}`,
    },
    start: start?.toISOString() ?? null,
    end: end?.toISOString() ?? null,
  };
}
