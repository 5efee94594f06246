const REASONS = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  415: 'UnsupportedMediaType',
  500: 'InternalError',
} as const;

/** A failure as Kubernetes says it. */
export class KubernetesError extends Error {
  readonly status: keyof typeof REASONS;
  readonly #details: object | undefined;

  constructor(status: keyof typeof REASONS, message: string, details?: object) {
    super(message);
    this.status = status;
    this.#details = details;
  }

  /** The `Status` object that answers the request. */
  toBody(): object {
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: REASONS[this.status],
      ...(this.#details ? { details: this.#details } : {}),
      code: this.status,
    };
  }
}
