import type { ScriptLine } from '../../effects/shell';
import type { Value } from '../../yamlFile';
import type { Place } from '../types';
import type { GitlabConfig } from './GitlabConfig';
import type { Layers } from './Layers';

/** Lists in lists are followed as deep as GitLab does. */
const MAX_NESTING = 10;

/** Most lines of one script that are read. */
const MAX_LINES = 2_000;

/** A job with the templates that it extends. */
export class GitlabJob {
  readonly name: string;
  readonly place: Place;
  readonly #layers: Layers;
  readonly #config: GitlabConfig;

  private constructor(
    config: GitlabConfig,
    name: string,
    place: Place,
    layers: Layers,
  ) {
    this.#config = config;
    this.name = name;
    this.place = place;
    this.#layers = layers;
  }

  static create(config: GitlabConfig, name: string, place: Place): GitlabJob {
    return new GitlabJob(config, name, place, config.layers(name));
  }

  /** It extends something that is not in the repository, or is only changed here. */
  get isPartial(): boolean {
    return this.#layers.isPartial;
  }

  /** Names of all templates that it extends. */
  get parents(): readonly string[] {
    return this.#layers.parents;
  }

  /** A value of the job itself, or of the templates, the last of which wins. */
  get(key: string, ...rest: string[]): Value | undefined {
    for (const each of this.#layers.all(key)) {
      const value = this.#dereference(each);
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
    for (const variables of this.#layers.all('variables')) {
      for (const { key, value } of variables.entries()) {
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
        ? this.#config
            .layers(name)
            .all(keys[0])
            .map(each => within(each, keys.slice(1)))
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

function within(value: Value, keys: readonly string[]): Value | undefined {
  const [first, ...rest] = keys;
  return first === undefined ? value : value.get(first, ...rest);
}
