import { openapi } from '@backstage-handover/plugin-handover-common';
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
import { isUtf8 } from 'node:buffer';
import { PayloadTooLargeError } from './PayloadTooLargeError';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/**
 * Longest body in bytes. A document of 256 KiB fits even where JSON escapes
 * most of its characters; what is longer than a document may be is refused
 * with its own message.
 */
const MAX_BODY_BYTES = 1024 * 1024;

/** Types of the bodies that hold a document: JSON around it, or YAML itself. */
const YAML_TYPES = ['application/yaml', 'text/yaml'];

/** Where events come in. What reads them says what is wrong with them. */
const EVENTS_PATH = '/delivery/events';
const CLOUD_EVENTS = 'application/cloudevents';

/**
 * A router that lets through only the requests that the API's description
 * allows, and serves the description at `/openapi.json`. What is not described
 * goes on to whatever follows, in the end to 404.
 */
export function createOpenApiRouter(): Router {
  const router = PromiseRouter();

  router.get('/openapi.json', (req, res) => {
    const baseUrl = req.originalUrl.replace(/\/openapi\.json.*$/, '');
    res.json({ ...openapi, servers: [{ url: baseUrl || '/' }] });
  });

  router.use(refuseNul());
  const body = { limit: MAX_BODY_BYTES, verify: assertUtf8 };
  router.post(EVENTS_PATH, express.text({ ...body, type: () => true }));
  router.use(express.json(body));
  router.use(express.text({ ...body, type: YAML_TYPES }));
  router.use(simplifyContentType());
  router.use(
    validateRequests({
      apiSpec: structuredClone(openapi) as Parameters<
        typeof validateRequests
      >[0]['apiSpec'],
      validateRequests: {
        coerceTypes: false,
        allowUnknownQueryParameters: false,
      },
      validateResponses: false,
      // Who may do what is decided by Backstage's credentials and permissions.
      validateSecurity: false,
      // Paths are matched below the place where the plugin is mounted.
      useRequestUrl: true,
      ignoreUndocumented: true,
    }),
  );
  router.use(toBackstageError());
  return router;
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

/**
 * Leaves no more of the content type than the validator needs, now that bodies
 * are read: it remembers each content type that it has met. In the binary mode
 * of CloudEvents events may have any.
 */
function simplifyContentType(): RequestHandler {
  return (req, _res, next) => {
    const type = req.headers['content-type']
      ?.split(';')[0]
      .trim()
      .toLowerCase();
    if (req.method === 'POST' && req.path === EVENTS_PATH) {
      req.headers['content-type'] = toEventType(type);
    } else if (type !== undefined) {
      req.headers['content-type'] = type;
    }
    next();
  };
}

function toEventType(type: string | undefined): string {
  if (type === CLOUD_EVENTS) {
    // The format is JSON unless it says another one.
    return `${CLOUD_EVENTS}+json`;
  }
  return type?.startsWith(CLOUD_EVENTS) ? type : 'application/json';
}

/** Decoding would put replacement characters in the place of what is no text. */
function assertUtf8(
  _req: unknown,
  _res: unknown,
  body: Buffer,
  encoding: string,
): void {
  if (/^utf-?8$/i.test(encoding) && !isUtf8(body)) {
    throw new Error('The body is not text in UTF-8');
  }
}

/** Puts the complaints of the parsers and the validator into Backstage's errors. */
function toBackstageError(): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    if (error.type === 'entity.verify.failed') {
      next(new InputError(error.message));
    } else if (error.type === 'entity.too.large') {
      next(new PayloadTooLargeError(MAX_BODY_BYTES));
    } else if (error instanceof validationErrors.BadRequest) {
      next(new InputError(error.message));
    } else if (error instanceof validationErrors.UnsupportedMediaType) {
      next(new UnsupportedMediaTypeError(error.message));
    } else {
      next(error);
    }
  };
}
