import { effectOfAction } from '../../effects/actionEffects';
import { effectsOfCommand, remoteEffect } from '../../effects/commandEffects';
import { readCommands } from '../../effects/shell';
import type { Command } from '../../effects/shell';
import type { Effect } from '../../effects/types';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { Value } from '../../yamlFile';
import { conditionTerms } from './triggers';

/** What the steps of a job do, and the commands that they run. */
export type Steps = { effects: Effect[]; commands: Command[] };

/** Steps of an effort that telling what an action does takes. */
const ACTION_STEPS = 20;

/** Composite actions that call others are followed this deep. */
const MAX_DEPTH = 4;

/** Reads the steps of a job or of a composite action. */
export function readSteps(
  steps: readonly Value[],
  repository: RepositoryFiles,
  depth = 0,
): Steps {
  const found: Steps = { effects: [], commands: [] };
  const add = ({ effects, commands }: Steps) => {
    // One by one: as arguments, many would fill the stack.
    effects.forEach(each => found.effects.push(each));
    commands.forEach(each => found.commands.push(each));
  };
  for (const step of steps) {
    if (runsAsPlanned(step)) {
      const run = step.get('run');
      const uses = step.get('uses')?.text;
      if (run) {
        const shell = step.get('shell')?.text ?? 'bash';
        add(
          /^(python|node|ruby|perl)/.test(shell)
            ? { effects: [{ kind: 'none' }], commands: [] }
            : ofScript(run, repository),
        );
      } else if (uses) {
        add(ofAction(uses, step, repository, depth));
      }
    }
  }
  return found;
}

/** Steps that only run after a failure, or never, are not on the way. */
function runsAsPlanned(step: Value): boolean {
  const terms = conditionTerms(step.get('if'));
  return !terms.some(term => /^(failure\(\)|cancelled\(\)|false)$/.test(term));
}

function ofScript(run: Value, repository: RepositoryFiles): Steps {
  const commands = readCommands(
    run.lines().map(each => ({ ...each, path: run.path })),
  );
  return {
    commands,
    effects: commands.flatMap(each =>
      effectsOfCommand(each, repository.scripts),
    ),
  };
}

function ofAction(
  uses: string,
  step: Value,
  repository: RepositoryFiles,
  depth: number,
): Steps {
  if (uses.startsWith('./')) {
    return ofLocalAction(uses, step, repository, depth);
  }
  repository.effort.spend(ACTION_STEPS);
  const effect = effectOfAction(uses, name => step.get('with', name)?.text);
  if (!('command' in effect)) {
    return { effects: [effect], commands: [] };
  }
  const { path, line } = step.get('uses') ?? step;
  if (effect.remote) {
    return {
      effects: [
        remoteEffect(effect.command, { path, line }, repository.scripts),
      ],
      commands: [],
    };
  }
  const commands = readCommands(
    effect.command.split('\n').map(text => ({ text, path, line })),
  );
  return {
    commands,
    effects: commands.flatMap(each =>
      effectsOfCommand(each, repository.scripts),
    ),
  };
}

/** `uses: ./.github/actions/deploy` */
function ofLocalAction(
  uses: string,
  step: Value,
  repository: RepositoryFiles,
  depth: number,
): Steps {
  const folder = uses.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
  const prefix = folder ? `${folder}/` : '';
  const [action] =
    repository.yaml(`${prefix}action.yml`) ??
    repository.yaml(`${prefix}action.yaml`) ??
    [];
  const inner = action?.get('runs', 'steps')?.items();
  // An action of Node.js or Docker is a program of its own.
  return inner && depth < MAX_DEPTH
    ? readSteps(inner, repository, depth + 1)
    : {
        effects: [{ kind: 'opaque', what: step.get('uses')?.text ?? uses }],
        commands: [],
      };
}
