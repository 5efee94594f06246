import { isRecord } from './isRecord';
import type { AdmissionObject, AdmissionRequest } from './types';

const OPERATIONS = ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'] as const;

/** The version that is read and answered. */
export const ADMISSION_API_VERSION = 'admission.k8s.io/v1';

/** What keeps a body from being an AdmissionReview. */
export class AdmissionReviewError extends Error {
  name = 'AdmissionReviewError';

  constructor(field: string, problem: string) {
    super(`Invalid AdmissionReview: '${field}' ${problem}`);
  }
}

/**
 * Reads an AdmissionReview. Fields that aren't used can hold anything, because
 * later versions of Kubernetes add some.
 *
 * @throws AdmissionReviewError if a field that decides is missing or wrong.
 *
 * @alpha
 */
export function readAdmissionReview(body: unknown): AdmissionRequest {
  const review = isRecord(body) ? body : {};
  expectText(review, 'apiVersion', ADMISSION_API_VERSION);
  expectText(review, 'kind', 'AdmissionReview');
  const request = review.request;
  if (!isRecord(request)) {
    throw new AdmissionReviewError('request', 'is missing');
  }
  const operation = OPERATIONS.find(each => each === request.operation);
  if (!operation) {
    throw new AdmissionReviewError(
      'request.operation',
      `must be one of ${OPERATIONS.join(', ')}`,
    );
  }
  const resource = request.resource;
  if (!isRecord(resource)) {
    throw new AdmissionReviewError('request.resource', 'is missing');
  }
  const userInfo = isRecord(request.userInfo) ? request.userInfo : {};
  const read: AdmissionRequest = {
    uid: readText(request, 'uid', 'request.uid'),
    operation,
    // The core group has an empty name.
    group: readOptionalText(resource, 'group', 'request.resource.group') ?? '',
    resource: readText(resource, 'resource', 'request.resource.resource'),
    subResource:
      readOptionalText(request, 'subResource', 'request.subResource') ?? '',
    namespace:
      readOptionalText(request, 'namespace', 'request.namespace') || undefined,
    name: readOptionalText(request, 'name', 'request.name') ?? '',
    username:
      readOptionalText(userInfo, 'username', 'request.userInfo.username') ?? '',
    dryRun: readBoolean(request, 'dryRun'),
    object: readObject(request, 'object'),
    oldObject: readObject(request, 'oldObject'),
  };
  if ((operation === 'CREATE' || operation === 'UPDATE') && !read.object) {
    throw new AdmissionReviewError('request.object', 'is missing');
  }
  return read;
}

function expectText(
  from: Record<string, unknown>,
  field: string,
  expected: string,
): void {
  if (from[field] !== expected) {
    throw new AdmissionReviewError(field, `must be '${expected}'`);
  }
}

function readText(
  from: Record<string, unknown>,
  field: string,
  path: string,
): string {
  const text = readOptionalText(from, field, path);
  if (!text) {
    throw new AdmissionReviewError(path, 'is missing');
  }
  return text;
}

function readOptionalText(
  from: Record<string, unknown>,
  field: string,
  path: string,
): string | undefined {
  const value = from[field] ?? undefined;
  if (value !== undefined && typeof value !== 'string') {
    throw new AdmissionReviewError(path, 'must be a text');
  }
  return value;
}

function readBoolean(from: Record<string, unknown>, field: string): boolean {
  const value = from[field] ?? false;
  if (typeof value !== 'boolean') {
    throw new AdmissionReviewError(`request.${field}`, 'must be true or false');
  }
  return value;
}

function readObject(
  from: Record<string, unknown>,
  field: string,
): AdmissionObject | undefined {
  const value = from[field] ?? undefined;
  if (value !== undefined && !isRecord(value)) {
    throw new AdmissionReviewError(`request.${field}`, 'must be an object');
  }
  return value;
}
