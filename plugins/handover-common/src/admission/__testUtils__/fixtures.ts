import { readFileSync } from 'fs';
import { join } from 'path';

/** An AdmissionReview as an API server of Kubernetes 1.31 sends it. */
export function admissionReview(name: string): {
  request: Record<string, unknown>;
} {
  return JSON.parse(
    readFileSync(join(__dirname, '../__fixtures__', `${name}.json`), 'utf8'),
  );
}
