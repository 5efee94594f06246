import { linesOf } from '../lines';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';
import { programName } from './programName';
import type { ScriptLine } from './shell';

/** A script that a command runs. */
export type Script = {
  name: string;
  args: string[];
  /** Undefined where it is not in the repository. */
  lines: ScriptLine[] | undefined;
};

/** Commands of npm, Yarn, pnpm and Bun that are no scripts of package.json. */
const NOT_SCRIPTS =
  /^(add|audit|cache|ci|config|create|dedupe|dlx|exec|fund|i|info|init|install|link|login|ls|npm|outdated|pack|prune|publish|rebuild|root|set|unlink|update|upgrade|version|view|whoami|workspaces?|why|x)$/;

/** Runners of targets that are not read. */
const RUNNERS =
  /^(task|just|rake|invoke|inv|nx|turbo|earthly|dagger|mage|grunt|gulp|ant|composer)$/;

/** The scripts of a repository: package.json, Makefile and shell scripts. */
export class Scripts {
  readonly #files: Map<string, SourceFile>;
  #packageScripts: Map<string, ScriptLine[]> | undefined;
  #targets: Map<string, ScriptLine[]> | undefined;

  private constructor(files: Map<string, SourceFile>) {
    this.#files = files;
  }

  static create(files: readonly SourceFile[]): Scripts {
    return new Scripts(new Map(files.map(file => [file.path, file])));
  }

  /** The script that a command runs. Undefined when it runs none. */
  find(program: string, word: string, args: string[]): Script | undefined {
    const positional = args.filter(arg => !arg.startsWith('-'));
    if (/^(npm|yarn|pnpm|bun)$/.test(program)) {
      return this.#packageScript(program, positional, args);
    }
    if (/^g?make$/.test(program)) {
      const targets = positional.filter(arg => !arg.includes('='));
      return targets.length > 0 ? this.#makeTargets(targets, args) : undefined;
    }
    if (RUNNERS.test(program) && positional.length > 0) {
      const name = positional.find(
        arg => !/^(run|run-many|vendor\/bin)$/.test(arg),
      );
      return { name: name ?? program, args, lines: undefined };
    }
    return this.#shellScript(program, word, args);
  }

  #packageScript(
    program: string,
    positional: string[],
    args: string[],
  ): Script | undefined {
    const isRun = positional[0] === 'run' || positional[0] === 'run-script';
    const name = isRun ? positional[1] : positional[0];
    if (
      name === undefined ||
      (!isRun && (program === 'npm' || NOT_SCRIPTS.test(name)))
    ) {
      return undefined;
    }
    this.#packageScripts ??= readPackageScripts(
      this.#files.get('package.json'),
    );
    // Another folder has another package.json.
    const isElsewhere = args.some(arg =>
      /^(--prefix|--cwd|-C|--filter|-F|-w|--workspace|--dir)/.test(arg),
    );
    return {
      name,
      args: positional.slice(isRun ? 2 : 1),
      lines: isElsewhere ? undefined : this.#packageScripts.get(name),
    };
  }

  #makeTargets(targets: string[], args: string[]): Script {
    this.#targets ??= readTargets(
      this.#files.get('Makefile') ?? this.#files.get('GNUmakefile'),
    );
    const isElsewhere = args.some(arg =>
      /^(-C|-f|--directory|--file)/.test(arg),
    );
    const known = isElsewhere
      ? []
      : targets.flatMap(name => this.#targets?.get(name) ?? []);
    return {
      name: targets.join(' '),
      args: args.some(arg => /^(-n|--dry-run|--just-print)$/.test(arg))
        ? ['--dry-run']
        : [],
      lines: known.length > 0 ? known : undefined,
    };
  }

  #shellScript(
    program: string,
    word: string,
    args: string[],
  ): Script | undefined {
    const isShell = /^(ba|da|z|k|a)?sh$|^source$|^\.$/.test(program);
    const isInterpreter =
      /^(python3?|node|ruby|php|perl|deno|bun|tsx|ts-node|pwsh|powershell)$/.test(
        program,
      );
    if (isShell || isInterpreter) {
      if (!isShell && args.some(arg => /^-(c|e|m|p)$/.test(arg))) {
        return undefined;
      }
      const at = args.findIndex(arg => !arg.startsWith('-'));
      const file = args[at];
      return file === undefined
        ? undefined
        : {
            name: programName(file),
            args: args.slice(at + 1),
            lines: isShell ? this.#linesOf(file) : undefined,
          };
    }
    const isFile = /^(\.{0,2}|[\w.$(){}-]+)\//.test(word);
    return isFile && /^\.|\.(sh|bash)$|^[^/]/.test(word) && this.#isScript(word)
      ? { name: programName(word), args, lines: this.#linesOf(word) }
      : undefined;
  }

  /** A file of the repository, not a program that is installed. */
  #isScript(word: string): boolean {
    return (
      /\.(sh|bash|py|js|mjs|rb|ps1)$/.test(word) ||
      this.#files.has(normalize(word))
    );
  }

  #linesOf(path: string): ScriptLine[] | undefined {
    const file = this.#files.get(normalize(path));
    return file && /^(?!.*\.(py|js|mjs|rb|ps1)$)/.test(file.path)
      ? linesOf(file.text).map(each => ({ ...each, path: file.path }))
      : undefined;
  }
}

function normalize(path: string): string {
  return path
    .replace(/^(\$\{?(GITHUB_WORKSPACE|CI_PROJECT_DIR|WORKSPACE|PWD)\}?\/)/, '')
    .replace(/^(\.\/)+/, '');
}

function readPackageScripts(
  file: SourceFile | undefined,
): Map<string, ScriptLine[]> {
  try {
    const [root] = file ? readYamlFile(file) : [];
    return new Map(
      (root?.get('scripts')?.entries() ?? []).map(({ key, line, value }) => [
        key,
        [{ text: value.text ?? '', path: file?.path ?? '', line }],
      ]),
    );
  } catch {
    // Its own reader names what is wrong with it.
    return new Map();
  }
}

/** The recipes of a Makefile. */
function readTargets(file: SourceFile | undefined): Map<string, ScriptLine[]> {
  const targets = new Map<string, ScriptLine[]>();
  let current: ScriptLine[] = [];
  for (const { text, line } of file ? linesOf(file.text) : []) {
    const names = /^([\w.\-/ ]+):(?!=)/.exec(text)?.[1];
    if (text.startsWith('\t')) {
      current.push({
        // `$(KUBECTL) apply` and `$$HOME` are the shell's `$KUBECTL` and `$HOME`.
        text: text
          .trim()
          .replace(/^[@+-]+/, '')
          .replace(/\$\((\w+)\)/g, '$$$1')
          .replace(/\$\$/g, '$'),
        path: file?.path ?? '',
        line,
      });
    } else if (names) {
      current = [];
      for (const name of names.trim().split(/\s+/)) {
        targets.set(name, current);
      }
    }
  }
  return targets;
}
