import type { AdmissionAnswer } from './answer';
import { ADMISSION_API_VERSION } from './readAdmissionReview';

/** The length that Kubernetes recommends for a warning. */
const WARNING_LENGTH = 120;
/** Kubernetes can cut longer ones. */
const MAX_WARNING_LENGTH = 256;
/** Kubernetes drops all warnings if they are too long together. */
const MAX_WARNINGS = 12;
const MAX_ANNOTATION_LENGTH = 1_000;
const MAX_MESSAGE_LENGTH = 2_000;

/**
 * An answer as the AdmissionReview that the API server reads.
 *
 * @alpha
 */
export type AdmissionReviewResponse = {
  apiVersion: string;
  kind: 'AdmissionReview';
  response: {
    uid: string;
    allowed: boolean;
    status?: { code: number; reason: string; message: string };
    warnings?: string[];
    auditAnnotations?: Record<string, string>;
  };
};

/**
 * Writes an answer for the API server.
 *
 * @alpha
 */
export function toAdmissionReview(
  uid: string,
  { allowed, message, warnings, annotations }: AdmissionAnswer,
): AdmissionReviewResponse {
  const lines = warnings.flatMap(toWarnings).slice(0, MAX_WARNINGS);
  return {
    apiVersion: ADMISSION_API_VERSION,
    kind: 'AdmissionReview',
    response: {
      uid,
      allowed,
      ...(!allowed && {
        status: {
          code: 403,
          reason: 'Forbidden',
          message: shortened(message ?? '', MAX_MESSAGE_LENGTH),
        },
      }),
      ...(lines.length > 0 && { warnings: lines }),
      auditAnnotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          name,
          shortened(value, MAX_ANNOTATION_LENGTH),
        ]),
      ),
    },
  };
}

/** Several warnings of the recommended length, broken between words. */
function toWarnings(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of plain(text).split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > WARNING_LENGTH) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line]
    .filter(Boolean)
    .map(each => shortened(each, MAX_WARNING_LENGTH));
}

function shortened(text: string, length: number): string {
  const line = plain(text);
  return line.length <= length
    ? line
    : `${line.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** In one line: the API server drops warnings with control characters. */
function plain(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim();
}
