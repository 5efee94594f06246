import { InvalidEventError, toProblems } from './InvalidEventError';
import { type CdEvent, type CustomData, customData } from './schemas';

/** Keys that are meant for Handover whatever else there is. */
const OWN_KEYS = ['entityRef', 'demonstration'];

/** Handover's fields, and why there are none if that may be a mistake. */
export type ReadCustomData = { custom: CustomData; remark?: string };

/**
 * Reads Handover's fields in the custom data of an event, which may also be an
 * object as JSON in a string. Other data is ignored. So are invalid fields in
 * data that doesn't name an entity, because producers use the same field names.
 *
 * @throws InvalidEventError if fields that are meant for Handover are invalid
 */
export function parseCustomData(event: CdEvent): ReadCustomData {
  const data = toObject(event.customData);
  if (!data) {
    return isEmpty(event.customData)
      ? { custom: {} }
      : {
          custom: {},
          remark:
            'data.customData was ignored: it must be an object, or a string that contains an object as JSON',
        };
  }
  const parsed = customData.safeParse(data);
  if (parsed.success) {
    return { custom: parsed.data };
  }
  const invalid = parsed.error.issues.map(({ path }) => String(path[0]));
  if (
    ('entityRef' in data && data.entityRef !== null) ||
    invalid.some(key => OWN_KEYS.includes(key))
  ) {
    throw new InvalidEventError(
      toProblems(parsed.error, ['data', 'customData']),
    );
  }
  return {
    custom: customData.parse(
      Object.fromEntries(
        Object.entries(data).filter(([key]) => !invalid.includes(key)),
      ),
    ),
  };
}

function isEmpty(data: unknown): boolean {
  return data === undefined || data === null || data === '';
}

function toObject(data: unknown): object | undefined {
  const value = typeof data === 'string' ? parseJson(data) : data;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
