import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { Clock } from '../world/types';
import { metricOf } from './metrics';

/** As in Prometheus. */
const MAX_POINTS = 11_000;

/**
 * The part of Prometheus' HTTP API that evaluates a query over a range. It knows
 * the metrics in the queries of the examples. All others have no result.
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries
 */
export function createPrometheusRouter(readClock: () => Clock): Router {
  const router = PromiseRouter();
  router.get('/api/v1/query_range', (req, res) => {
    const query = String(req.query.query ?? '');
    const [start, end, step] = ['start', 'end', 'step'].map(name =>
      Number(req.query[name]),
    );
    const points = Math.floor((end - start) / step) + 1;
    if (!(step > 0 && points >= 1 && points <= MAX_POINTS)) {
      res.status(400).json({
        status: 'error',
        errorType: 'bad_data',
        error: 'invalid parameters "start", "end" or "step"',
      });
      return;
    }
    const metric = metricOf(query, readClock());
    const times = Array.from(
      { length: points },
      (_, index) => start + index * step,
    );
    res.json({
      status: 'success',
      data: {
        resultType: 'matrix',
        result: metric
          ? [
              {
                metric: {},
                values: times.map(seconds => [
                  seconds,
                  String(metric(new Date(seconds * 1_000))),
                ]),
              },
            ]
          : [],
      },
    });
  });
  return router;
}
