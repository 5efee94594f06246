import { CustomErrorBase } from '@backstage/errors';

/** Somebody else changed an initiative after the writer saw it (HTTP 412). */
export class InitiativeChangedError extends CustomErrorBase {
  name = 'InitiativeChangedError' as const;

  /** Read by the error middleware. */
  readonly status = 412;

  constructor(options: {
    id: string;
    expectedRevision: number;
    currentRevision: number;
  }) {
    super(
      `The initiative '${options.id}' is at revision ${options.currentRevision}, not ${options.expectedRevision}`,
    );
  }
}
