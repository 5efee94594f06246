import { Scripts } from './effects/Scripts';
import type { SourceFile } from './types';
import { readYamlFile } from './yamlFile';
import type { Value } from './yamlFile';

/** The files that a pipeline file may refer to. */
export class RepositoryFiles {
  readonly scripts: Scripts;
  readonly #files: Map<string, SourceFile>;

  private constructor(files: readonly SourceFile[]) {
    this.#files = new Map(files.map(file => [file.path, file]));
    this.scripts = Scripts.create(files);
  }

  static create(files: readonly SourceFile[]): RepositoryFiles {
    return new RepositoryFiles(files);
  }

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  file(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  /** The documents of a YAML file. Undefined where it is missing or not readable. */
  yaml(path: string): Value[] | undefined {
    const file = this.#files.get(path);
    try {
      return file && readYamlFile(file);
    } catch {
      // Its own reader, or who refers to it, says so.
      return undefined;
    }
  }
}
