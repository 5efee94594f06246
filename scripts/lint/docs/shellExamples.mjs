import { spawnSync } from 'node:child_process';
import { loadSource } from './loadSource.mjs';

// The bundle of the command line sets it.
globalThis.HANDOVER_VERSION ??= '0.0.0';

/** Words of a command line, without quotes, up to a pipe or a redirection. */
function wordsOf(commandLine) {
  const [command] = commandLine.split(/\s(?:[|<>]|&&)/);
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g) ?? [];
  return words.map(word => word.replace(/['"]/g, ''));
}

/** Calls of our command line in a text, as lists of arguments. */
function callsOf(text) {
  return text
    .replace(/\\\n\s*/g, '')
    .split(/\n|\|\s/)
    .map(line =>
      /(?:^|[$\s])(?:npx @backstage-handover\/cli|handover) ([a-z].*)/.exec(
        line.replace(/#.*$/, ''),
      ),
    )
    .flatMap(match => (match ? [wordsOf(match[1])] : []));
}

/** What is wrong with the calls of our command line in a text. */
export function checkCommands(text) {
  const { createProgram } = loadSource('packages/cli/src/program.ts');
  const program = createProgram();
  return callsOf(text).flatMap(words => checkCall(program, 'handover', words));
}

function checkCall(parent, call, [name, ...args]) {
  const command = parent.commands.find(each => each.name() === name);
  if (!command) {
    return [`unknown command '${call} ${name}'`];
  }
  if (command.commands.length > 0 && args.length > 0) {
    return checkCall(command, `${call} ${name}`, args);
  }
  return command
    .parseOptions(args)
    .unknown.filter(option => option.startsWith('-'))
    .map(option => `unknown option '${option}' of '${call} ${name}'`);
}

/** What is wrong with a shell example: its syntax, and its calls of our command line. */
export function checkShell(text) {
  const { status, stderr } = spawnSync('bash', ['-n'], {
    // Placeholders such as `<name>` would be redirections.
    input: text.replace(/<[a-z-]+>/g, 'placeholder'),
    encoding: 'utf8',
  });
  return [...(status === 0 ? [] : [stderr.trim()]), ...checkCommands(text)];
}
