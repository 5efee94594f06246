/**
 * The names in a document that refer to each other. Taken from a value that may
 * break the schema anywhere: what is not as expected is left out, and the places
 * in lists are kept.
 */
export type Outline = {
  environments: { name?: string; promotedFrom?: string }[];
  /** Environments that `deployment.trigger` names. */
  triggers: string[];
  windows: { id?: string; environments: string[]; schedule: unknown }[];
};

/** Reads the outline of any value. */
export function outline(value: unknown): Outline {
  return {
    environments: items(get(value, 'environments')).map(item => ({
      name: text(get(item, 'name')),
      promotedFrom: text(get(item, 'promotedFrom')),
    })),
    triggers: keys(get(get(value, 'deployment'), 'trigger')),
    windows: items(get(value, 'windows')).map(item => ({
      id: text(get(item, 'id')),
      environments: array(get(item, 'environments')).map(
        // A name that is no text is the schema's to report: `*` matches all.
        each => text(each) ?? '*',
      ),
      schedule: get(item, 'schedule'),
    })),
  };
}

function get(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function array(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function items(section: unknown): unknown[] {
  return array(get(section, 'items'));
}

function keys(value: unknown): string[] {
  return isObject(value) && !Array.isArray(value) ? Object.keys(value) : [];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() : undefined;
}
