import type { OpenApiDocument } from '@backstage-handover/plugin-handover-common/api';
import type { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import express, {
  type ErrorRequestHandler,
  type RequestHandler,
  type Router,
} from 'express';
import {
  error as validationErrors,
  middleware as validateRequests,
} from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';
import { admitRequests, type Authenticators } from './admitRequests';
import { describePath } from './describePath';
import { PayloadTooLargeError } from './PayloadTooLargeError';
import { type Route, readRoutes } from './routes';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

type ApiSpec = Parameters<typeof validateRequests>[0]['apiSpec'];

/**
 * A router that lets through only the requests that the API's description
 * allows, and serves the description at `/openapi.json`. Requests that are not
 * described go on to whatever follows, in the end to 404.
 *
 * A request is authenticated first, then its body is read, then it is
 * validated. The description says for each route:
 *
 * - `security`: who may call it, `user` and `service` if it does not say.
 *   `security: []` needs no credentials. `cluster` is checked by the plugin.
 * - `requestBody.content`: the media types. A schema of type `string` is read
 *   as text, any other as JSON.
 * - `requestBody.x-handover-body.limit`: the longest body in bytes. Required.
 * - `requestBody.x-handover-body.raw`: if true, `req.body` is a `Buffer` with
 *   the bytes as they came, for example to check a signature. It is neither
 *   parsed nor validated.
 * - `requestBody.x-handover-body.otherwise`: the media type as which bodies of
 *   other types, or of none, are read. Without it they are refused.
 */
export function createOpenApiRouter(options: {
  document: OpenApiDocument;
  httpAuth: HttpAuthService;
  /** Set if the backend turned authentication off. */
  allowUnauthenticated?: boolean;
  /** What checks credentials that Backstage doesn't know. */
  authenticators?: Authenticators;
}): Router {
  const { document, httpAuth, allowUnauthenticated, authenticators } = options;
  const routes = readRoutes(document);
  const router = PromiseRouter();

  router.get('/openapi.json', (req, res) => {
    const baseUrl = req.originalUrl.replace(/\/openapi\.json.*$/, '');
    res.json({ ...document, servers: [{ url: baseUrl || '/' }] });
  });

  router.use(refuseNul());
  router.use(
    admitRequests({
      routes,
      httpAuth,
      allowUnauthenticated,
      authenticators,
      validate: createValidators(document, routes),
    }),
  );
  router.use(toBackstageError());
  return router;
}

/**
 * A validator for each path: one for all would try, and compile anew, the
 * pattern of every path for each request. Each is made for the first request of
 * its path, because making them all would block the start for a second.
 */
function createValidators(
  document: OpenApiDocument,
  routes: Route[],
): (route: Route) => RequestHandler {
  const validators = new Map<string, RequestHandler>();
  const validatorOf = (template: string): RequestHandler => {
    const validator =
      validators.get(template) ??
      inOrder(
        validateRequests({
          apiSpec: withoutRawBodies(
            describePath(document, template),
            routes.filter(route => route.template === template),
          ),
          validateRequests: {
            coerceTypes: false,
            allowUnknownQueryParameters: false,
          },
          validateResponses: false,
          // Credentials and permissions are Backstage's.
          validateSecurity: false,
          // Paths are matched below the place where the plugin is mounted.
          useRequestUrl: true,
          ignoreUndocumented: true,
        }),
      );
    validators.set(template, validator);
    return validator;
  };
  return ({ template }) =>
    (req, res, next) =>
      validatorOf(template)(req, res, next);
}

function inOrder(handlers: RequestHandler[]): RequestHandler {
  return express.Router().use(...handlers);
}

/** A validator must not look into bytes. */
function withoutRawBodies(document: OpenApiDocument, routes: Route[]): ApiSpec {
  for (const { template, method, body } of routes) {
    const operation = document.paths[template][method] as {
      requestBody?: { content: Record<string, object> };
    };
    for (const type of body?.raw ?? []) {
      operation.requestBody!.content[type] = {};
    }
  }
  return document as ApiSpec;
}

/** No database stores it, and no name or word holds it. */
function refuseNul(): RequestHandler {
  return (req, _res, next) => {
    next(
      /%00/.test(req.originalUrl)
        ? new InputError('A NUL character (%00) is not allowed in the address')
        : undefined,
    );
  };
}

/** Turns the errors of the parsers and the validator into Backstage's errors. */
function toBackstageError(): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    if (error.type === 'entity.too.large') {
      next(new PayloadTooLargeError(error.limit));
    } else if (error.type === 'entity.verify.failed') {
      next(new InputError(error.message));
    } else if (error.type === 'entity.parse.failed') {
      next(new InputError(`The body is not valid JSON: ${error.message}`));
    } else if (
      error.type === 'encoding.unsupported' ||
      error.type === 'charset.unsupported' ||
      error instanceof validationErrors.UnsupportedMediaType
    ) {
      next(new UnsupportedMediaTypeError(error.message));
    } else if (error instanceof validationErrors.BadRequest) {
      next(new InputError(error.message));
    } else {
      next(error);
    }
  };
}
