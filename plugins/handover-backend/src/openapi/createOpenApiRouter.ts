import { openapi } from '@backstage-handover/plugin-handover-common';
import { InputError } from '@backstage/errors';
import express, { type ErrorRequestHandler, type Router } from 'express';
import {
  error as validationErrors,
  middleware as validateRequests,
} from 'express-openapi-validator';
import PromiseRouter from 'express-promise-router';
import { UnsupportedMediaTypeError } from './UnsupportedMediaTypeError';

/**
 * Longest body in bytes. A document of 256 KiB fits even where JSON escapes
 * most of its characters; what is longer than a document may be is refused
 * with its own message.
 */
const MAX_BODY_BYTES = 1024 * 1024;

/** Types of the bodies that hold a document: JSON around it, or YAML itself. */
const YAML_TYPES = ['application/yaml', 'text/yaml'];

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

  router.use(express.json({ limit: MAX_BODY_BYTES }));
  router.use(express.text({ type: YAML_TYPES, limit: MAX_BODY_BYTES }));
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

/** Puts the validator's complaints into Backstage's errors. */
function toBackstageError(): ErrorRequestHandler {
  return (error, _req, _res, next) => {
    if (error instanceof validationErrors.BadRequest) {
      next(new InputError(error.message));
    } else if (error instanceof validationErrors.UnsupportedMediaType) {
      next(new UnsupportedMediaTypeError(error.message));
    } else {
      next(error);
    }
  };
}
