import { CustomErrorBase } from '@backstage/errors';

/** Another revision came between what the writer saw and what is written (HTTP 412). */
export class RevisionMismatchError extends CustomErrorBase {
  name = 'RevisionMismatchError' as const;

  /** Read by the error middleware. */
  readonly status = 412;
  readonly entityRef: string;
  readonly expectedRevision: number;
  readonly currentRevision: number;

  constructor(options: {
    entityRef: string;
    expectedRevision: number;
    currentRevision: number;
  }) {
    super(
      `The handover of '${options.entityRef}' is at revision ${options.currentRevision}, not ${options.expectedRevision}`,
    );
    this.entityRef = options.entityRef;
    this.expectedRevision = options.expectedRevision;
    this.currentRevision = options.currentRevision;
  }
}
