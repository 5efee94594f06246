import { InputError, toError } from '@backstage/errors';
import { type CloudEventV1, HTTP, ValidationError } from 'cloudevents';
import type { IncomingHttpHeaders } from 'node:http';
import { InvalidEventError } from './InvalidEventError';

/** Events in one request, at most. */
const MAX_BATCH = 500;

const BATCH = 'application/cloudevents-batch+json';
const STRUCTURED = 'application/cloudevents+json';

/** Reads one event, or says why it is none. */
export type ReadCloudEvent = () => CloudEventV1<unknown>;

/**
 * The events of a request by the HTTP binding of CloudEvents 1.0: binary,
 * structured or batched. Each of a batch is read by itself.
 *
 * @throws InputError if the request as a whole is none of these.
 */
export function readCloudEvents(request: {
  headers: IncomingHttpHeaders;
  body: unknown;
}): { events: ReadCloudEvent[]; isBatch: boolean } {
  const { headers, body } = request;
  const type = headers['content-type']?.split(';')[0].trim().toLowerCase();
  if (type === BATCH) {
    const batch = parseJson(body);
    if (!Array.isArray(batch)) {
      throw new InputError('A batch must be a JSON array of events');
    }
    if (batch.length > MAX_BATCH) {
      throw new InputError(
        `A batch may hold ${MAX_BATCH} events, this one has ${batch.length}`,
      );
    }
    return {
      isBatch: true,
      events: batch.map(
        each => () => toEvent({ 'content-type': STRUCTURED }, each),
      ),
    };
  }
  if (type === STRUCTURED) {
    const event = parseJson(body);
    return {
      isBatch: false,
      events: [() => toEvent({ 'content-type': STRUCTURED }, event)],
    };
  }
  return {
    isBatch: false,
    events: [() => toEvent({ ...headers, 'content-type': type }, body)],
  };
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch (error) {
    throw new InputError(`The body is not JSON: ${toError(error).message}`);
  }
}

function toEvent(
  headers: IncomingHttpHeaders,
  body: unknown,
): CloudEventV1<unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid('must be a JSON object');
  }
  const event = (() => {
    try {
      return HTTP.toEvent<unknown>({ headers, body });
    } catch (error) {
      throw invalid(toError(error).message);
    }
  })();
  if (Array.isArray(event)) {
    throw invalid('must be one event');
  }
  if (event.specversion !== '1.0') {
    throw new InvalidEventError([
      { path: 'specversion', message: "must be '1.0', that of CloudEvents" },
    ]);
  }
  try {
    // Reading alone is lenient; this is what the specification requires.
    if ('validate' in event && typeof event.validate === 'function') {
      event.validate();
    }
  } catch (error) {
    throw error instanceof ValidationError ? invalid(error.message) : error;
  }
  return event;
}

function invalid(message: string): InvalidEventError {
  return new InvalidEventError([{ path: '', message }]);
}
