import {
  type AdmissionRequest,
  AdmissionReviewError,
  readAdmissionReview,
  toAdmissionReview,
} from '@backstage-handover/plugin-handover-common/admission';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { queryOf } from '../openapi/requests';
import type { AdmissionService } from './AdmissionService';
import { recordAdmission } from './recordAdmission';

/**
 * The route of the admission webhook. The token of the cluster has been checked,
 * and the request has been checked against the API's description.
 */
export function createAdmissionRouter(options: {
  admission: AdmissionService;
  auditor: AuditorService;
  logger: LoggerService;
}): Router {
  const { admission, auditor, logger } = options;
  const router = PromiseRouter();

  router.post('/gate/admission/:cluster', async (req, res) => {
    const { cluster } = req.params;
    const { timeout } = queryOf('reviewAdmission', req);
    const request = readReview(req.body);
    const reviewed = await admission
      .review({ cluster, request, timeoutMs: readTimeout(timeout) })
      .catch(toInputError);
    // A denial that can't be audited is still one.
    await recordAdmission(auditor, {
      cluster,
      request,
      res,
      ...reviewed,
    }).catch(error =>
      logger.error(`An admission could not be audited: ${error}`),
    );
    res.json(toAdmissionReview(request.uid, reviewed.answer));
  });

  return router;
}

function readReview(body: unknown): AdmissionRequest {
  try {
    return readAdmissionReview(body);
  } catch (error) {
    return toInputError(error);
  }
}

function toInputError(error: unknown): never {
  throw error instanceof AdmissionReviewError
    ? new InputError(error.message)
    : error;
}

/** API servers write whole seconds. */
function readTimeout(text: string | undefined): number | undefined {
  const [, seconds] = /^(\d{1,4})s$/.exec(text ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds) * 1_000;
}
