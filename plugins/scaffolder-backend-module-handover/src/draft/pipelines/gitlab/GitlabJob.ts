import type { ScriptLine } from '../../effects/shell';
import type { Value } from '../../yamlFile';
import type { Place } from '../types';
import type { GitlabConfig } from './GitlabConfig';

/** Most templates that one job extends. */
const MAX_LAYERS = 100;

/** Lists in lists are followed as deep as GitLab does. */
const MAX_NESTING = 10;

/** Most lines of one script that are read. */
const MAX_LINES = 2_000;

/** A job with the templates that it extends. */
export class GitlabJob {
  readonly name: string;
  readonly place: Place;
  /** It extends something that is not in the repository, or is only changed here. */
  readonly isPartial: boolean;
  /** Names of all templates that it extends. */
  readonly parents: readonly string[];
  readonly #layers: Value[];
  readonly #config: GitlabConfig;

  private constructor(
    config: GitlabConfig,
    name: string,
    place: Place,
    found: Layers,
  ) {
    this.#config = config;
    this.name = name;
    this.place = place;
    this.#layers = found.layers;
    this.isPartial = found.isPartial;
    this.parents = found.parents;
  }

  static create(config: GitlabConfig, name: string, place: Place): GitlabJob {
    return new GitlabJob(config, name, place, layersOf(config, name));
  }

  /** A value of the job itself, or of the templates, the last of which wins. */
  get(key: string, ...rest: string[]): Value | undefined {
    for (const layer of this.#layers) {
      const value = this.#dereference(layer.get(key));
      const found = rest.length > 0 ? value?.get(...rest) : value;
      // A text in place of a mapping replaces all of it.
      if (found || value?.text !== undefined) {
        return found;
      }
    }
    return undefined;
  }

  /** The elements of a list, with those that `!reference` brings. */
  list(key: string): Value[] {
    const value = this.get(key);
    return value ? this.#flatten(value, 0) : [];
  }

  /** The lines of `before_script` and `script`. */
  script(): ScriptLine[] {
    return ['before_script', 'script']
      .flatMap(key => this.list(key))
      .flatMap(item => item.lines().map(each => ({ ...each, path: item.path })))
      .slice(0, MAX_LINES);
  }

  /** The variables of the job over those of its templates. */
  variables(): Map<string, Value> {
    const found = new Map<string, Value>();
    for (const layer of this.#layers) {
      for (const { key, value } of layer.get('variables')?.entries() ?? []) {
        if (!found.has(key)) {
          found.set(key, value);
        }
      }
    }
    return found;
  }

  /** What `!reference [.template, key]` stands for. */
  #dereference(value: Value | undefined, depth = 0): Value | undefined {
    if (value?.tag !== '!reference' || depth > MAX_NESTING) {
      return value;
    }
    const [name, ...keys] = value.items().flatMap(({ text }) => text ?? []);
    const target =
      name !== undefined && keys.length > 0
        ? layersOf(this.#config, name)
            .layers.map(layer => layer.get(keys[0], ...keys.slice(1)))
            .find(Boolean)
        : undefined;
    return this.#dereference(target, depth + 1);
  }

  #flatten(value: Value, depth: number): Value[] {
    if (depth > MAX_NESTING) {
      return [];
    }
    if (value.tag === '!reference') {
      const target = this.#dereference(value);
      return target ? this.#flatten(target, depth + 1) : [];
    }
    const items = value.items();
    return items.length > 0
      ? items
          .slice(0, MAX_LINES)
          .flatMap(item =>
            item.items().length > 0 ? this.#flatten(item, depth + 1) : [item],
          )
          .slice(0, MAX_LINES)
      : [value];
  }
}

type Layers = { layers: Value[]; isPartial: boolean; parents: string[] };

function layersOf(config: GitlabConfig, name: string): Layers {
  const layers: Value[] = [];
  const seen = new Set<string>();
  let isPartial = false;
  const add = (key: string) => {
    if (seen.has(key) || layers.length > MAX_LAYERS) {
      return;
    }
    seen.add(key);
    const own = config.layers(key);
    isPartial ||= own.length === 0;
    layers.push(...own);
    const parents = own.map(layer => layer.get('extends')).find(Boolean);
    const names = parents?.text
      ? [parents.text]
      : (parents?.items() ?? []).flatMap(({ text }) => text ?? []);
    names.reverse().forEach(add);
  };
  add(name);
  return { layers, isPartial, parents: [...seen].slice(1) };
}
