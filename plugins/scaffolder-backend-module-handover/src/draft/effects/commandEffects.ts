import { DRY_RUN, INSTEAD, withoutOptions } from './arguments';
import { CLOUD_TOOLS } from './cloudTools';
import { CLUSTER_TOOLS } from './clusterTools';
import { HARMLESS } from './harmlessPrograms';
import { ofUnknown } from './ofUnknown';
import { programName } from './programName';
import { PUBLISH_TOOLS } from './publishTools';
import { readCommands } from './shell';
import type { Command } from './shell';
import type { Script, Scripts } from './Scripts';
import type { Effect, Tool } from './types';
import { SPECIAL } from './specialPrograms';
import { withoutWrappers } from './withoutWrappers';

const TOOLS: readonly Tool[] = [
  ...CLUSTER_TOOLS,
  ...CLOUD_TOOLS,
  ...PUBLISH_TOOLS,
];

/** Steps of an effort that telling what a command does takes, besides its words. */
const COMMAND_STEPS = 20;

/** Scripts that call scripts are followed this deep. */
const MAX_DEPTH = 4;

/**
 * What a command does. Tools are known by their arguments; scripts of the
 * repository are read; a script that is not there goes by its own name.
 */
export function effectsOfCommand(
  command: Command,
  scripts: Scripts,
  depth = 0,
): Effect[] {
  scripts.effort.spend(COMMAND_STEPS + command.words.length);
  const words = withoutWrappers(command.words);
  const [first, ...args] = words;
  if (first === undefined) {
    return [];
  }
  const inner = innerScript(first, args);
  if (inner !== undefined && depth < MAX_DEPTH) {
    const { path, line } = command;
    return readCommands(
      inner.split('\n').map(text => ({ text, path, line })),
    ).flatMap(each => effectsOfCommand(each, scripts, depth + 1));
  }
  const program = programName(first);
  if (program === 'ssh') {
    return [overSsh(args, command, scripts, depth)];
  }
  const special = Object.hasOwn(SPECIAL, program)
    ? SPECIAL[program]?.(args)
    : undefined;
  if (special) {
    return [special];
  }
  const script = scripts.find(program, first, args);
  if (script) {
    return ofScript(script, scripts, depth);
  }
  const tools = TOOLS.filter(tool => tool.program.test(program));
  if (tools.length > 0) {
    return [ofTools(tools, program, args, command)];
  }
  return [
    HARMLESS.has(program.toLowerCase()) && !first.startsWith('.')
      ? { kind: 'none' }
      : ofUnknown(first, args),
  ];
}

/** `bash -c '…'`, `sh -ec '…'`, `eval '…'` */
function innerScript(first: string, args: string[]): string | undefined {
  if (/^(ba|da|z|k|a)?sh$/.test(programName(first))) {
    const at = args.findIndex(arg => /^-[a-z]*c$/.test(arg));
    return at >= 0 ? args[at + 1] : undefined;
  }
  return first === 'eval' ? args.join(' ') : undefined;
}

function ofTools(
  tools: readonly Tool[],
  program: string,
  args: string[],
  { input }: Command,
): Effect {
  if (args.some(arg => DRY_RUN.test(arg))) {
    return { kind: 'none' };
  }
  // `kubectl create secret --dry-run … | kubectl apply -f -` prepares something.
  const created = input && withoutWrappers(input.words);
  if (created?.[1] === 'create' && programName(created[0]) === program) {
    return { kind: 'none' };
  }
  const positional = withoutOptions(args).join(' ');
  const all = args.join(' ');
  for (const { rules, inCluster } of tools) {
    const rule = rules.find(
      each => each.args.test(positional) && (each.options?.test(all) ?? true),
    );
    if (rule) {
      return {
        kind: rule.does,
        ...(rule.what && { what: rule.what }),
        ...(inCluster && { inCluster }),
        ...(program === 'cap' &&
          positional && { environment: positional.split(' ')[0] }),
        ...(rule.does === 'opaque' && {
          what: [program, positional].join(' ').trim(),
        }),
      };
    }
  }
  return { kind: tools[0].otherwise };
}

/** What restarts or replaces something on another machine. */
const RESTARTS =
  /^(systemctl (--user )?(restart|reload|start)|service \S+ (restart|reload|start)|docker compose .*\bup\b|docker-compose .*\bup\b|docker (run|service update|stack deploy)|podman run|pm2 (restart|reload|start|deploy|startOrRestart|startOrReload)|supervisorctl (restart|start)|git (pull|reset --hard|checkout)|forever restart|touch tmp\/restart\.txt)/;

function overSsh(
  args: string[],
  command: Command,
  scripts: Scripts,
  depth: number,
): Effect {
  const { path, line, document } = command;
  const [, ...remote] = withoutOptions(
    args.filter((_, index) => !/^-[iopJFlL]$/.test(args[index - 1] ?? '')),
  );
  const lines = document ?? [{ text: remote.join(' '), path, line }];
  return remoteEffect(
    lines.map(({ text }) => text).join('\n'),
    command,
    scripts,
    depth,
  );
}

/** What commands do on a machine that outlives the job. */
export function remoteEffect(
  script: string,
  { path, line }: { path: string; line: number },
  scripts: Scripts,
  depth = 0,
): Effect {
  const commands = readCommands(
    script.split('\n').map(text => ({ text, path, line })),
  );
  const effects = commands.flatMap((each): Effect[] => {
    if (RESTARTS.test(withoutWrappers(each.words).join(' '))) {
      return [{ kind: 'deploys' }];
    }
    return depth < MAX_DEPTH ? effectsOfCommand(each, scripts, depth + 1) : [];
  });
  return (
    effects.find(({ kind }) => kind === 'deploys') ??
    effects.find(({ kind }) => kind === 'removes') ?? {
      kind: 'opaque',
      what: 'commands on another machine',
    }
  );
}

/** Of a script in the repository, what is in it counts; else its name. */
function ofScript(script: Script, scripts: Scripts, depth: number): Effect[] {
  const { name, lines, args } = script;
  if (args.some(arg => DRY_RUN.test(arg) || INSTEAD.test(arg))) {
    return [{ kind: 'none' }];
  }
  const inside =
    lines && depth < MAX_DEPTH
      ? scripts
          .commandsOf(lines)
          .flatMap(each => effectsOfCommand(each, scripts, depth + 1))
      : [];
  const kinds = new Set(inside.map(({ kind }) => kind));
  kinds.delete('none');
  return kinds.size > 0 && !(kinds.size === 1 && kinds.has('opaque'))
    ? inside
    : [
        lines && kinds.size === 0 && inside.length > 0
          ? { kind: 'none' }
          : ofUnknown(name, args),
      ];
}
