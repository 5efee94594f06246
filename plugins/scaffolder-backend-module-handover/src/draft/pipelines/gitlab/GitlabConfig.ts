import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { Value } from '../../yamlFile';
import type { Place, Unknown } from '../types';
import { Layers } from './Layers';
import { matchesGlob } from './matchesGlob';
import { readIncluded } from './readIncluded';

/** Most files that one pipeline includes. */
const MAX_FILES = 100;

/** Deepest chain of includes that is followed. */
const MAX_DEPTH = 10;

const TOO_MANY = `a draft follows at most ${MAX_FILES} includes, ${MAX_DEPTH} deep`;

/** Templates of GitLab that bring jobs or stages for deployments. */
const DEPLOYING_TEMPLATE =
  /Auto-DevOps|\/Deploy|Workflows\/|Pages|Terraform|OpenTofu/i;

/** A `.gitlab-ci.yml` together with the files of the repository that it includes. */
export class GitlabConfig {
  /** The files, those that overrule others first. */
  readonly roots: Value[] = [];
  readonly unknown: Unknown[] = [];
  /** Something is included that may define jobs, stages and rules. */
  isOpen = false;
  readonly #layers = new Map<string, Layers>();
  readonly #repository: RepositoryFiles;

  private constructor(repository: RepositoryFiles) {
    this.#repository = repository;
  }

  static create(root: Value, repository: RepositoryFiles): GitlabConfig {
    const config = new GitlabConfig(repository);
    config.#add(root, 0);
    return config;
  }

  /** The first that any file says of a key at the top. */
  top(key: string): Value | undefined {
    return this.roots.map(root => root.get(key)).find(Boolean);
  }

  /** What the files say of a job or a template, what overrules others first. */
  own(name: string): Value[] {
    return this.roots.flatMap(root => root.get(name) ?? []);
  }

  /** A job or a template with all that it extends. Each is put together once. */
  layers(name: string): Layers {
    const layers = this.#layers.get(name) ?? Layers.create(this, name);
    this.#layers.set(name, layers);
    return layers;
  }

  /** All keys at the top, in the order of the files, each where it stands first. */
  keys(): { key: string; place: Place }[] {
    const found = new Map<string, Place>();
    for (const root of this.roots) {
      for (const { key, line } of root.entries()) {
        if (!found.has(key)) {
          found.set(key, { path: root.path, line });
        }
      }
    }
    return [...found].map(([key, place]) => ({ key, place }));
  }

  #add(root: Value, depth: number) {
    this.roots.push(root);
    const include = root.get('include');
    const entries = include?.text ? [include] : include?.items() ?? [];
    const all = entries.length > 0 || !include ? entries : [include];
    // What is included last overrules what is included before.
    for (const entry of [...all].reverse()) {
      this.#include(entry, depth);
    }
  }

  #include(entry: Value, depth: number) {
    const local =
      entry.get('local')?.text ??
      (entry.text && !/^https?:/.test(entry.text) ? entry.text : undefined);
    const paths = local === undefined ? [] : this.#find(local);
    for (const path of paths) {
      const file = this.#repository.file(path);
      if (depth >= MAX_DEPTH || this.roots.length >= MAX_FILES) {
        this.#open(entry, `what ${codeSpan(path)} adds: ${TOO_MANY}`);
        break;
      }
      const root =
        file && readIncluded(file, entry.get('inputs'), this.#repository);
      if (root) {
        this.#add(root, depth + 1);
      } else {
        this.#open(entry, `what ${codeSpan(path)} adds: it is not readable`);
      }
    }
    const template = entry.get('template')?.text;
    if (paths.length === 0) {
      const what =
        local ??
        template ??
        ['project', 'remote', 'component', 'artifact']
          .map(key => entry.get(key)?.text)
          .find(Boolean) ??
        entry.text ??
        'something';
      this.#open(
        entry,
        `what ${codeSpan(what)} adds: it is not in the repository`,
        template === undefined || DEPLOYING_TEMPLATE.test(template),
      );
    }
  }

  #open({ path, line }: Value, reason: string, mayAddJobs = true) {
    this.unknown.push({ place: { path, line }, reason });
    this.isOpen ||= mayAddJobs;
  }

  /** The files that a local path means, which may have `*` and `**`. */
  #find(local: string): string[] {
    const path = local.replace(/^\/+/, '');
    if (!path.includes('*')) {
      return this.#repository.file(path) ? [path] : [];
    }
    const { paths } = this.#repository;
    this.#repository.effort.spend(paths.length * path.length);
    return paths.filter(each => matchesGlob(path, each));
  }
}
