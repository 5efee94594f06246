import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
  type Router,
} from 'express';
import PromiseRouter from 'express-promise-router';
import type { DemoObject } from '../world/types';
import { attributesOf, mayDo } from './accessReview';
import { API_GROUPS, API_VERSIONS, resourceList, VERSION } from './discovery';
import { KubernetesError } from './KubernetesError';
import { podLog } from './podLog';
import { podMetrics } from './podMetrics';
import { notFound, refuseTheRest } from './refusals';
import { apiVersionOf, type Resource, RESOURCES } from './resources';
import { fieldSelector, labelSelector } from './selectors';
import { type IncludeObject, toTable } from './tables';
import { watch } from './watch';

/** A cluster's objects at this moment. */
export type ReadWorld = () => { objects: DemoObject[]; now: Date };

/**
 * As much of the API of Kubernetes as it takes to look at what is there: with
 * it kubectl and Backstage's Kubernetes plugin show it as any cluster. Nothing
 * can be changed.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/
 */
export function createKubernetesRouter(read: ReadWorld): Router {
  const router = PromiseRouter();

  router.get('/version', (_req, res) => res.json(VERSION));
  router.get('/api', (_req, res) => res.json(API_VERSIONS));
  router.get('/apis', (_req, res) => res.json(API_GROUPS));
  router.get(['/api/:version', '/apis/:group/:version'], (req, res) => {
    const { group = '', version } = req.params;
    const list = resourceList(group, version);
    if (!list) {
      throw notFound();
    }
    res.json(list);
  });

  router.post(
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    express.raw({ type: () => true, limit: '16kb' }),
    (req, res) => {
      const body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
      const attributes = attributesOf(body);
      res.status(201).json({
        kind: 'SelfSubjectAccessReview',
        apiVersion: 'authorization.k8s.io/v1',
        metadata: {},
        spec: { resourceAttributes: attributes },
        status: { allowed: mayDo(attributes) },
      });
    },
  );

  router.get(
    [
      '/apis/metrics.k8s.io/v1beta1/pods',
      '/apis/metrics.k8s.io/v1beta1/namespaces/:namespace/pods/:name?',
    ],
    (req, res) => {
      const { namespace, name } = req.params;
      const { objects, now } = read();
      const running = objects.filter(
        each =>
          each.kind === 'Pod' &&
          (each.status as { phase: string }).phase === 'Running' &&
          (!namespace || each.metadata.namespace === namespace) &&
          (!name || each.metadata.name === name),
      );
      if (name) {
        if (running.length === 0) {
          throw missing('pods', name);
        }
        res.json(podMetrics(running[0], now));
        return;
      }
      res.json({
        kind: 'PodMetricsList',
        apiVersion: 'metrics.k8s.io/v1beta1',
        metadata: {},
        items: selected(running, req).map(each => podMetrics(each, now)),
      });
    },
  );

  router.get('/api/v1/namespaces/:namespace/pods/:name/log', (req, res) => {
    const { objects, now } = read();
    const pod = find(objects, 'Pod', req.params);
    if (!pod) {
      throw missing('pods', req.params.name);
    }
    const tail = parameter(req, 'tailLines');
    res.type('text/plain').send(
      podLog(pod, {
        container: parameter(req, 'container'),
        isPrevious: parameter(req, 'previous') === 'true',
        tail: tail === undefined ? undefined : Number(tail),
        now,
      }),
    );
  });

  for (const resource of RESOURCES) {
    serve(router, resource, read);
  }

  refuseTheRest(router);
  router.use(toStatus());
  return router;
}

function serve(router: Router, resource: Resource, read: ReadWorld): void {
  const { group, version, kind, plural, namespaced } = resource;
  const base = `${group ? `/apis/${group}` : '/api'}/${version}`;
  const inNamespace = `${base}/namespaces/:namespace/${plural}`;
  const paths = [`${base}/${plural}`, ...(namespaced ? [inNamespace] : [])];

  router.get(paths, (req, res) => {
    const readSelected = () => {
      const { objects, now } = read();
      const { namespace } = req.params;
      return {
        now,
        objects: selected(
          objects.filter(
            each =>
              each.kind === kind &&
              (!namespace || each.metadata.namespace === namespace),
          ),
          req,
        ),
      };
    };
    if (parameter(req, 'watch') === 'true' || parameter(req, 'watch') === '1') {
      watch(req, res, {
        read: readSelected,
        toBody: (object, now) =>
          wantsTable(req)
            ? toTable(kind, [object], {}, now, rows(req))
            : object,
      });
      return;
    }
    sendList(req, res, resource, readSelected());
  });

  router.get(
    namespaced ? `${inNamespace}/:name` : `${base}/${plural}/:name`,
    (req, res) => {
      const { objects, now } = read();
      const object = find(objects, kind, req.params);
      if (!object) {
        throw missing(plural, req.params.name);
      }
      res.json(
        wantsTable(req) ? toTable(kind, [object], {}, now, rows(req)) : object,
      );
    },
  );
}

/** One page of what was selected: `limit` objects, and where to go on. */
function sendList(
  req: Request,
  res: Response,
  resource: Resource,
  { objects, now }: ReturnType<ReadWorld>,
): void {
  const offset = offsetOf(parameter(req, 'continue'));
  const limit = Number(parameter(req, 'limit') ?? 0) || objects.length;
  const items = objects.slice(offset, offset + limit);
  const rest = objects.length - offset - items.length;
  const metadata = {
    resourceVersion: `${Math.floor(now.getTime() / 1_000)}`,
    ...(rest > 0
      ? {
          continue: Buffer.from(`${offset + limit}`).toString('base64url'),
          remainingItemCount: rest,
        }
      : {}),
  };
  if (wantsTable(req)) {
    res.json(toTable(resource.kind, items, metadata, now, rows(req)));
    return;
  }
  res.json({
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata,
    items,
  });
}

function offsetOf(token: string | undefined): number {
  if (token === undefined) {
    return 0;
  }
  const offset = Number(Buffer.from(token, 'base64url').toString('utf8'));
  if (!Number.isInteger(offset) || offset < 0) {
    throw new KubernetesError(400, 'continue key is not valid');
  }
  return offset;
}

function selected(objects: DemoObject[], req: Request): DemoObject[] {
  const labels = labelSelector(parameter(req, 'labelSelector') ?? '');
  const fields = fieldSelector(parameter(req, 'fieldSelector') ?? '');
  return objects.filter(each => labels(each) && fields(each));
}

function find(
  objects: DemoObject[],
  kind: string,
  { namespace, name }: { namespace?: string; name?: string },
): DemoObject | undefined {
  return objects.find(
    each =>
      each.kind === kind &&
      each.metadata.name === name &&
      (namespace === undefined || each.metadata.namespace === namespace),
  );
}

/** The first value of a query parameter. */
function parameter(req: Request, name: string): string | undefined {
  const value = req.query[name];
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : undefined;
}

/** `kubectl get` lets the server make the table that it prints. */
function wantsTable(req: Request): boolean {
  return /;\s*as=Table/.test(req.get('accept') ?? '');
}

/** What each row of a table carries: `kubectl --sort-by` asks for all of it. */
function rows(req: Request): IncludeObject {
  const policy = parameter(req, 'includeObject');
  return policy === 'Object' || policy === 'None' ? policy : 'Metadata';
}

function missing(plural: string, name: string): KubernetesError {
  return new KubernetesError(404, `${plural} "${name}" not found`, {
    name,
    kind: plural,
  });
}

function toStatus(): ErrorRequestHandler {
  return (error, _req, res, next) => {
    if (res.headersSent || !(error instanceof KubernetesError)) {
      next(error);
      return;
    }
    res.status(error.status).json(error.toBody());
  };
}
