import { Effort } from '../Effort';
import { linesOf } from '../lines';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';
import { programName } from './programName';
import { readCommands } from './shell';
import type { Command, ScriptLine } from './shell';

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

/** What was read before, for all files that refer to it. */
type Known = {
  packageScripts?: Map<string, ScriptLine[]>;
  targets?: Map<string, ScriptLine[]>;
  lines: Map<string, ScriptLine[]>;
  commands: Map<readonly ScriptLine[], Command[]>;
};

/** The scripts of a repository: package.json, Makefile and shell scripts. */
export class Scripts {
  /** What following scripts has cost so far. */
  readonly effort: Effort;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #known: Known;

  private constructor(
    files: ReadonlyMap<string, SourceFile>,
    known: Known,
    effort: Effort,
  ) {
    this.#files = files;
    this.#known = known;
    this.effort = effort;
  }

  static create(files: readonly SourceFile[]): Scripts {
    return new Scripts(
      new Map(files.map(file => [file.path, file])),
      { lines: new Map(), commands: new Map() },
      Effort.create(),
    );
  }

  /** The same scripts, for reading another file that runs them. */
  withEffort(effort: Effort): Scripts {
    return new Scripts(this.#files, this.#known, effort);
  }

  /** The commands of a script of the repository. */
  commandsOf(lines: readonly ScriptLine[]): Command[] {
    const commands = this.#known.commands.get(lines) ?? readCommands(lines);
    this.#known.commands.set(lines, commands);
    return commands;
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
    this.#known.packageScripts ??= readPackageScripts(
      this.#files.get('package.json'),
    );
    // Another folder has another package.json.
    const isElsewhere = args.some(arg =>
      /^(--prefix|--cwd|-C|--filter|-F|-w|--workspace|--dir)/.test(arg),
    );
    return {
      name,
      args: positional.slice(isRun ? 2 : 1),
      lines: isElsewhere ? undefined : this.#known.packageScripts.get(name),
    };
  }

  #makeTargets(targets: string[], args: string[]): Script {
    this.#known.targets ??= readTargets(
      this.#files.get('Makefile') ?? this.#files.get('GNUmakefile'),
    );
    const isElsewhere = args.some(arg =>
      /^(-C|-f|--directory|--file)/.test(arg),
    );
    const known = isElsewhere
      ? []
      : targets.flatMap(name => this.#known.targets?.get(name) ?? []);
    return {
      name: targets.join(' '),
      args: args.some(arg => /^(-n|--dry-run|--just-print)$/.test(arg))
        ? ['--dry-run']
        : [],
      lines: known.length > 0 ? this.#shared(targets, known) : undefined,
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
    if (!file || /\.(py|js|mjs|rb|ps1)$/.test(file.path)) {
      return undefined;
    }
    const lines =
      this.#known.lines.get(file.path) ??
      linesOf(file.text).map(each => ({ ...each, path: file.path }));
    this.#known.lines.set(file.path, lines);
    return lines;
  }

  /** The lines of several targets, the same list each time. */
  #shared(targets: string[], lines: ScriptLine[]): ScriptLine[] {
    const key = `make ${targets.join(' ')}`;
    const known = this.#known.lines.get(key) ?? lines;
    this.#known.lines.set(key, known);
    return known;
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
