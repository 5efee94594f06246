import type {
  AuditorService,
  LifecycleService,
} from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { isAudited } from '../audit';
import { recordRefusal } from './auditRefusals';

/** Node.js publishes each response of an HTTP server here when it is sent. */
const CHANNEL = 'http.server.response.finish';

/** Where Backstage mounts the plugin. Express ignores the case. */
const PLUGIN_URL = /^(https?:\/\/[^/]*)?\/api\/handover([/?]|$)/i;

/**
 * Records requests that Backstage rejects with 401 before they reach a route of
 * the plugin.
 *
 * The plugin could receive such requests itself, and record them there, if its
 * paths had the policy `unauthenticated`. But Backstage would then no longer
 * protect anything below these paths, including routes that other modules add.
 * So this only observes the responses of the process, and lets nothing through.
 */
export class UnauthenticatedRequests {
  readonly #auditor: AuditorService;

  static create(options: { auditor: AuditorService }): UnauthenticatedRequests {
    return new UnauthenticatedRequests(options.auditor);
  }

  private constructor(auditor: AuditorService) {
    this.#auditor = auditor;
  }

  /** Records requests until the plugin shuts down. */
  start({ lifecycle }: { lifecycle: LifecycleService }): void {
    subscribe(CHANNEL, this.#onResponse);
    lifecycle.addShutdownHook(() => {
      unsubscribe(CHANNEL, this.#onResponse);
    });
  }

  readonly #onResponse = (message: unknown): void => {
    const { request, response } = message as {
      request: Request;
      response: Response;
    };
    if (
      response.statusCode !== 401 ||
      !PLUGIN_URL.test(request.originalUrl ?? '') ||
      isAudited(response)
    ) {
      return;
    }
    recordRefusal(
      this.#auditor,
      request,
      new AuthenticationError('Missing or invalid credentials'),
    ).catch(() => {
      // The response is sent, and the auditor logs its own failures.
    });
  };
}
