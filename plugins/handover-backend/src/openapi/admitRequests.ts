import type { HttpAuthService } from '@backstage/backend-plugin-api';
import express, {
  type Request,
  type RequestHandler,
  type Router,
} from 'express';
import { isUtf8 } from 'node:buffer';
import type { OwnScheme, Route, RouteBody } from './routes';

/** Checks credentials of the plugin's own. Throws an AuthenticationError. */
export type Authenticators = Record<OwnScheme, (req: Request) => void>;

/**
 * Lets in only callers that a route allows, reads the body afterwards, as the
 * route says, and has the request validated. Nobody makes the server read or
 * parse a body without credentials, and a route without a body never reads one.
 */
export function admitRequests(options: {
  routes: Route[];
  httpAuth: HttpAuthService;
  /** Set if the backend turned authentication off. */
  allowUnauthenticated?: boolean;
  authenticators?: Authenticators;
  validate(route: Route): RequestHandler;
}): Router {
  const { routes, httpAuth, allowUnauthenticated, authenticators, validate } =
    options;
  const router = express.Router();
  const admitted = new WeakSet<object>();

  for (const route of routes) {
    const { operationId, method, path, allow, scheme, body } = route;
    const check = scheme && authenticators?.[scheme];
    if (scheme && !check) {
      throw new Error(
        `Nobody checks the '${scheme}' that ${operationId} needs`,
      );
    }
    // A route for services alone stays closed to everybody else.
    const isOpen = allowUnauthenticated && allow.includes('user');
    const once: RequestHandler = (req, _res, next) => {
      // A more specific path has matched already.
      if (admitted.has(req)) {
        next('route');
        return;
      }
      admitted.add(req);
      next();
    };
    const authenticate: RequestHandler = (req, _res, next) => {
      httpAuth
        .credentials(req, {
          allow: isOpen ? [...allow, 'none'] : allow,
        })
        .then(() => next(), next);
    };
    router[method](
      path,
      once,
      ...(allow.length > 0 ? [authenticate] : []),
      ...(check ? [toHandler(check)] : []),
      ...(body ? bodyReaders(body) : []),
      validate(route),
    );
  }
  return router;
}

/** Express hands on whatever the check throws. */
function toHandler(check: (req: Request) => void): RequestHandler {
  return (req, _res, next) => {
    check(req);
    next();
  };
}

function bodyReaders(body: RouteBody): RequestHandler[] {
  const { limit, json, text, raw } = body;
  return [
    readOtherTypes(body),
    ...(json.length > 0
      ? [express.json({ limit, type: json, verify: assertUtf8 })]
      : []),
    ...(text.length > 0
      ? [express.text({ limit, type: text, verify: assertUtf8 })]
      : []),
    ...(raw.length > 0 ? [express.raw({ limit, type: raw })] : []),
    withoutParameters(body),
  ];
}

/** Has media types that a route does not describe read as the one that it names for them. */
function readOtherTypes(body: RouteBody): RequestHandler {
  return (req, _res, next) => {
    if (body.otherwise !== undefined && !isDescribed(req, body)) {
      req.headers['content-type'] = body.otherwise;
    }
    next();
  };
}

/**
 * Drops the parameters of a media type once the body is read: the validator
 * keeps what it compiles for each content type that it meets.
 */
function withoutParameters(body: RouteBody): RequestHandler {
  return (req, _res, next) => {
    if (isDescribed(req, body)) {
      req.headers['content-type'] = mediaTypeOf(req);
    }
    next();
  };
}

function isDescribed(req: Request, { json, text, raw }: RouteBody): boolean {
  const type = mediaTypeOf(req);
  return type !== undefined && [...json, ...text, ...raw].includes(type);
}

function mediaTypeOf({ headers }: Request): string | undefined {
  return headers['content-type']?.split(';')[0].trim().toLowerCase();
}

/** Decoding would replace every byte sequence that is not text. */
function assertUtf8(
  _req: unknown,
  _res: unknown,
  body: Buffer,
  encoding: string,
): void {
  if (/^utf-?8$/i.test(encoding) && !isUtf8(body)) {
    throw new Error('The body is not UTF-8 text');
  }
}
