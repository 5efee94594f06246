import { InputError, toError } from '@backstage/errors';
import type { IncomingHttpHeaders } from 'node:http';
import { InvalidEventError } from './InvalidEventError';
import { decodeHeader } from './decodeHeader';

/** Events in one request, at most. */
const MAX_BATCH = 500;

const BATCH = 'application/cloudevents-batch+json';
const STRUCTURED = 'application/cloudevents+json';

/** The attributes that a CloudEvent must have, and that CDEvents repeats in its context. */
const ATTRIBUTES = ['id', 'source', 'type'] as const;
type Attributes = Record<(typeof ATTRIBUTES)[number], string>;

/**
 * The attributes of a CloudEvent that are read. CDEvents contains the
 * information of all others.
 */
export type CloudEvent = Attributes & {
  data: unknown;
  /**
   * The attributes of the binary mode before they were decoded: producers that
   * are older than the percent-encoding of headers mean these.
   */
  undecoded?: Attributes;
};

/** Reads one event, or throws an error that explains why it isn't valid. */
export type ReadCloudEvent = () => CloudEvent;

/**
 * Reads the events of a request with the HTTP binding of CloudEvents 1.0:
 * binary, structured or batched. Each event of a batch is read separately.
 *
 * @throws InputError if the request as a whole is none of these.
 *
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md
 * @see https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md
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
        `A batch can contain at most ${MAX_BATCH} events, this one has ${batch.length}`,
      );
    }
    return { isBatch: true, events: batch.map(each => () => ofJson(each)) };
  }
  if (type === STRUCTURED) {
    const event = parseJson(body);
    return { isBatch: false, events: [() => ofJson(event)] };
  }
  return { isBatch: false, events: [() => ofHeaders(headers, body)] };
}

/** An event of the JSON format. Attributes that are null are not there. */
function ofJson(json: unknown): CloudEvent {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw invalid('must be a JSON object');
  }
  const event = json as Record<string, unknown>;
  const { data, data_base64: base64 } = event;
  if (isThere(data) && isThere(base64)) {
    throw invalid('must not be set together with data', 'data_base64');
  }
  const attributes = toAttributes(
    key => event[key],
    key => key,
  );
  if (isThere(base64)) {
    return { ...attributes, data: parseData(fromBase64(base64)) };
  }
  // Those who serialize data twice send JSON within JSON.
  return {
    ...attributes,
    data: typeof data === 'string' ? parseData(data) : data,
  };
}

/** An event of the binary mode: attributes are headers, and the body is the data. */
function ofHeaders(headers: IncomingHttpHeaders, body: unknown): CloudEvent {
  if (!Object.keys(headers).some(name => name.startsWith('ce-'))) {
    throw invalid(
      `The request contains no CloudEvent: send it as ${STRUCTURED}, or its attributes as headers ce-id, ce-source, ce-type and ce-specversion`,
    );
  }
  const nameOf = (key: string) => `ce-${key}`;
  const decoded = toAttributes(key => {
    const value = headers[nameOf(key)];
    return typeof value === 'string' ? decodeHeader(value) : value;
  }, nameOf);
  return {
    ...decoded,
    undecoded: toAttributes(key => headers[nameOf(key)], nameOf),
    data: body,
  };
}

/** @throws InvalidEventError that names every attribute that is wrong. */
function toAttributes(
  read: (key: string) => unknown,
  nameOf: (key: string) => string,
): Attributes {
  const version = read('specversion');
  const problems = ATTRIBUTES.flatMap(key => {
    const value = read(key);
    return typeof value === 'string' && value !== ''
      ? []
      : [
          {
            path: nameOf(key),
            message: isThere(value)
              ? 'must be text that is not empty'
              : 'is required',
          },
        ];
  });
  if (version !== '1.0') {
    problems.push({
      path: nameOf('specversion'),
      message: isThere(version)
        ? "must be '1.0', the version of CloudEvents"
        : "is required: '1.0', the version of CloudEvents",
    });
  }
  if (problems.length > 0) {
    throw new InvalidEventError(problems);
  }
  return Object.fromEntries(
    ATTRIBUTES.map(key => [key, String(read(key))]),
  ) as Attributes;
}

/** CDEvents are JSON, whatever the content type of the data says. */
function parseData(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(
      `must be an event of CDEvents as JSON: ${toError(error).message}`,
      'data',
    );
  }
}

/** Base64 by RFC 4648, with or without padding. */
function fromBase64(value: unknown): string {
  if (
    typeof value !== 'string' ||
    !/^[A-Za-z0-9+/]*={0,2}$/.test(value.replace(/\s/g, ''))
  ) {
    throw invalid('must be text in Base64', 'data_base64');
  }
  return Buffer.from(value, 'base64').toString('utf8');
}

function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(String(body));
  } catch (error) {
    throw new InputError(`The body is not JSON: ${toError(error).message}`);
  }
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function invalid(message: string, path = ''): InvalidEventError {
  return new InvalidEventError([{ path, message }]);
}
