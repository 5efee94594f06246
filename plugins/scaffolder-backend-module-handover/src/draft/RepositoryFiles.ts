import { Effort } from './Effort';
import { Scripts } from './effects/Scripts';
import type { SourceFile } from './types';
import { readYamlFile } from './yamlFile';
import type { Value } from './yamlFile';

/** The files that a pipeline file may refer to. */
export class RepositoryFiles {
  /** What reading the file has cost so far, with all that it refers to. */
  readonly effort: Effort;
  readonly scripts: Scripts;
  readonly #files: ReadonlyMap<string, SourceFile>;
  /** By path and text: what inputs are put into is another text. */
  readonly #read = new Map<string, Map<string, Value[]>>();

  private constructor(
    files: ReadonlyMap<string, SourceFile>,
    scripts: Scripts,
    effort: Effort,
  ) {
    this.#files = files;
    this.effort = effort;
    this.scripts = scripts.withEffort(effort);
  }

  static create(files: readonly SourceFile[]): RepositoryFiles {
    return new RepositoryFiles(
      new Map(files.map(file => [file.path, file])),
      Scripts.create(files),
      Effort.create(),
    );
  }

  /** The same files, for reading another one of them. */
  withEffort(effort: Effort): RepositoryFiles {
    return new RepositoryFiles(this.#files, this.scripts, effort);
  }

  get paths(): string[] {
    return [...this.#files.keys()];
  }

  file(path: string): SourceFile | undefined {
    return this.#files.get(path);
  }

  /**
   * The documents of a YAML file. Each is read once.
   *
   * @throws UnreadableError
   */
  read({ path, text }: SourceFile): Value[] {
    const byText = this.#read.get(path) ?? new Map<string, Value[]>();
    const documents =
      byText.get(text) ?? readYamlFile({ path, text }, this.effort);
    this.#read.set(path, byText.set(text, documents));
    return documents;
  }

  /** The documents of a YAML file. Undefined where it is missing or not readable. */
  yaml(path: string): Value[] | undefined {
    const file = this.#files.get(path);
    try {
      return file && this.read(file);
    } catch {
      // Its own reader, or who refers to it, says so.
      return undefined;
    }
  }
}
