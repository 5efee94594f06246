// The package brings no types: what is used of it, and of papi, which it is made from.
declare module 'jenkins' {
  import type { EventEmitter } from 'node:events';
  import type { IncomingHttpHeaders } from 'node:http';
  import type { Writable } from 'node:stream';

  namespace Jenkins {
    type Request = {
      /** Ends the request when it emits `cancel`. */
      ctx?: EventEmitter;
      /** Where the body of the answer goes. */
      pipe?: Writable;
      /** Where there was an answer. */
      res?: { statusCode: number; headers: IncomingHttpHeaders };
      err?: Error;
    };

    /** Goes on with nothing, or ends the request with `false` and its result. */
    type Next = (end?: false, result?: unknown) => void;
  }

  class Jenkins {
    constructor(options: { baseUrl: string; headers: Record<string, string> });

    job: { get(name: string, options: { tree: string }): Promise<unknown> };

    _ext(
      event: 'onRequest' | 'onResponse',
      callback: (request: Jenkins.Request, next: Jenkins.Next) => void,
    ): void;

    _get(options: { path: string }): Promise<unknown>;
  }

  export = Jenkins;
}
