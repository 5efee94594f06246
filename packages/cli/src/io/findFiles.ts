import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { CommandError } from './CommandError';
import { STDIN } from './readText';

const FILE_NAME = 'handover.yaml';

/** What a command that takes many files should look at. */
export type FoundFiles = {
  /** As the user would write them: relative to the working directory where they are below it. */
  files: string[];
  /** Arguments that lead to nothing. */
  problems: CommandError[];
};

/**
 * Finds the files that arguments mean: files, folders (every `handover.yaml`
 * below), glob patterns, `-`; without arguments every `handover.yaml` below the
 * working directory. Folders named `node_modules` and `.git` are left out unless
 * a file in them is named outright.
 */
export async function findFiles(args: readonly string[]): Promise<FoundFiles> {
  const found = await Promise.all(
    (args.length > 0 ? args : ['.']).map(findOne),
  );
  const files = found.flatMap(each => ('files' in each ? each.files : []));
  return {
    files: [...new Set(files)],
    problems: found.flatMap(each => ('problem' in each ? [each.problem] : [])),
  };
}

async function findOne(
  arg: string,
): Promise<{ files: string[] } | { problem: CommandError }> {
  if (arg === STDIN) {
    return { files: [STDIN] };
  }
  // A file may have a name that looks like a pattern.
  const stats = await stat(arg).catch(() => undefined);
  if (stats?.isDirectory()) {
    const files = await search([`**/${FILE_NAME}`], arg);
    return files.length > 0
      ? { files }
      : {
          problem: new CommandError(
            `no ${FILE_NAME} in '${path.resolve(arg)}'`,
            { hint: `'handover init' creates one.` },
          ),
        };
  }
  const pattern = toPattern(arg, process.platform);
  if (stats || !isDynamicPattern(pattern)) {
    return { files: [path.normalize(arg)] };
  }
  const files = await search([pattern], '.');
  return files.length > 0
    ? { files }
    : { problem: new CommandError(`no file matches '${arg}'`) };
}

async function search(patterns: string[], folder: string): Promise<string[]> {
  const files = await glob(patterns, {
    cwd: folder,
    ignore: ['**/node_modules/**', '**/.git/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  return files.map(file => path.join(folder, file)).sort();
}

/** On Windows people and shells write patterns with backslashes, which in globs escape. */
export function toPattern(arg: string, platform: NodeJS.Platform): string {
  return platform === 'win32' ? arg.replaceAll('\\', '/') : arg;
}
