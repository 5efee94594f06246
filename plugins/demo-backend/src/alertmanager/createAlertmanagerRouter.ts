import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Clock } from '../world/types';
import { type DemoAlert, firingAlerts, silences } from './firingAlerts';

/**
 * The part of Alertmanager's API v2 that returns firing alerts. Matchers can
 * compare with `=` and `!=`.
 *
 * @see https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml
 */
export function createAlertmanagerRouter(readClock: () => Clock): Router {
  const router = PromiseRouter();
  router.get('/api/v2/alerts', (req, res) => {
    const { filter = [] } = req.query;
    const matchers = [filter].flat().map(each => toMatcher(String(each)));
    const wrong = matchers.indexOf(undefined);
    if (wrong >= 0) {
      res.status(400).json(`bad matcher format: ${[filter].flat()[wrong]}`);
      return;
    }
    res.json(
      firingAlerts(readClock()).filter(({ labels }) =>
        matchers.every(matches => matches?.(labels)),
      ),
    );
  });
  router.get('/api/v2/silence/:id', (req, res) => {
    const found = silences(readClock()).find(({ id }) => id === req.params.id);
    if (found) {
      res.json({ ...found, matchers: [], status: { state: 'active' } });
    } else {
      res.status(404).json(`silence not found: ${req.params.id}`);
    }
  });
  return router;
}

/** Undefined if it can't be read. A label that is missing counts as empty. */
function toMatcher(
  text: string,
): ((labels: DemoAlert['labels']) => boolean) | undefined {
  const [, label, operator, value] =
    /^(\w{1,100})(!?=)"([^"\\]{0,200})"$/.exec(text) ?? [];
  return label === undefined
    ? undefined
    : labels => ((labels[label] ?? '') === value) === (operator === '=');
}
