import type { Value } from '../../yamlFile';
import type { GitlabConfig } from './GitlabConfig';

/** Most templates that one job extends. GitLab allows eleven levels. */
const MAX_LAYERS = 100;

/** What files say of a job or a template, with all that it extends. */
export class Layers {
  /** It extends something that is not in the repository, or is only changed here. */
  readonly isPartial: boolean;
  /** Names of all templates that it extends. */
  readonly parents: readonly string[];
  readonly #byKey: ReadonlyMap<string, Value[]>;

  private constructor(found: {
    layers: readonly Value[];
    isPartial: boolean;
    parents: readonly string[];
  }) {
    this.isPartial = found.isPartial;
    this.parents = found.parents;
    const byKey = new Map<string, Value[]>();
    for (const { key, value } of found.layers.flatMap(firstOfEach)) {
      const known = byKey.get(key);
      if (known) {
        known.push(value);
      } else {
        byKey.set(key, [value]);
      }
    }
    this.#byKey = byKey;
  }

  static create(config: GitlabConfig, name: string): Layers {
    const layers: Value[] = [];
    const seen = new Set<string>();
    let isPartial = false;
    const add = (key: string) => {
      if (seen.has(key)) {
        return;
      }
      if (layers.length > MAX_LAYERS) {
        isPartial = true;
        return;
      }
      seen.add(key);
      const own = config.own(key);
      isPartial ||= own.length === 0;
      layers.push(...own);
      const parents = own.map(layer => layer.get('extends')).find(Boolean);
      const names = parents?.text
        ? [parents.text]
        : (parents?.items() ?? []).flatMap(({ text }) => text ?? []);
      names.reverse().forEach(add);
    };
    add(name);
    return new Layers({ layers, isPartial, parents: [...seen].slice(1) });
  }

  /** What the layers say of a key: the job itself first, then the last template. */
  all(key: string): readonly Value[] {
    return this.#byKey.get(key) ?? [];
  }
}

/** Of keys that a mapping has twice, the first counts. */
function firstOfEach(layer: Value): { key: string; value: Value }[] {
  const entries = layer.entries();
  return [...new Set(entries.map(({ key }) => key))].flatMap(key => {
    const value = layer.get(key);
    return value ? [{ key, value }] : [];
  });
}
