import type { ErrorRequestHandler } from 'express';
import { TooManyRequestsError } from '../TooManyRequestsError';

/** Tells those who ask too often when to try again. */
export const retryAfter: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof TooManyRequestsError) {
    res.set('Retry-After', String(error.retryAfterSeconds));
  }
  next(error);
};
