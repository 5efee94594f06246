import { CustomErrorBase } from '@backstage/errors';

/**
 * An Argo CD has no such application. It says the same of one that its
 * credentials may not see.
 */
export class NoApplicationError extends CustomErrorBase {
  name = 'NoApplicationError' as const;
}
