import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { Value } from '../../yamlFile';
import { readYamlFile } from '../../yamlFile';
import type { Place, Unknown } from '../types';

/** Most files that one pipeline includes. */
const MAX_FILES = 100;

/** Deepest chain of includes that is followed. */
const MAX_DEPTH = 10;

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
  layers(name: string): Value[] {
    return this.roots.flatMap(root => root.get(name) ?? []);
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
      if (file && depth < MAX_DEPTH && this.roots.length < MAX_FILES) {
        const root = readIncluded(file, entry.get('inputs'));
        if (root) {
          this.#add(root, depth + 1);
        }
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
      this.unknown.push({
        place: { path: entry.path, line: entry.line },
        reason: `what ${codeSpan(what)} adds: it is not in the repository`,
      });
      this.isOpen ||=
        template === undefined || DEPLOYING_TEMPLATE.test(template);
    }
  }

  /** The files that a local path means, which may have `*` and `**`. */
  #find(local: string): string[] {
    const path = local.replace(/^\/+/, '');
    if (!path.includes('*')) {
      return this.#repository.file(path) ? [path] : [];
    }
    const pattern = new RegExp(
      `^${path
        .split(/(\*\*\/|\*\*|\*)/)
        .map(part => {
          if (part === '*') {
            return '[^/]*';
          }
          return part.startsWith('**')
            ? '.*'
            : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
        })
        .join('')}$`,
    );
    return this.#repository.paths.filter(each => pattern.test(each));
  }
}

/** An included file, with its inputs put in. Undefined where it is not readable. */
export function readIncluded(
  file: { path: string; text: string },
  inputs: Value | undefined,
): Value | undefined {
  try {
    const [header] = readYamlFile(file);
    const given = new Map(
      [
        ...(header?.get('spec', 'inputs')?.entries() ?? []).map(
          ({ key, value }) => [key, value.get('default')?.text] as const,
        ),
        ...(inputs?.entries() ?? []).map(
          ({ key, value }) => [key, value.text] as const,
        ),
      ].filter(([, text]) => text !== undefined && /^[^\n]*$/.test(text)),
    );
    const text = file.text.replace(
      /\$\[\[\s*inputs\.([\w-]+)\s*(?:\|[^\]]*)?\]\]/g,
      (whole, name: string) => given.get(name) ?? whole,
    );
    return readYamlFile({ path: file.path, text }).at(-1);
  } catch {
    // It is a YAML file of the repository, and named as one that is not readable.
    return undefined;
  }
}
