import { codeSpan } from '@backstage-handover/plugin-handover-common/documents';
import { isCommonEnvironment } from '@backstage-handover/plugin-handover-common/proposals';
import { jobEffect } from '../../effects/jobEffect';
import type { JobEffect } from '../../effects/jobEffect';
import { saysDeploy, wordsOf } from '../../effects/scriptName';
import { environmentOfDeployment } from '../../environmentNames';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { SourceFile } from '../../types';
import { namespaceIn } from '../namespaceIn';
import { jobsNotRead, MAX_JOBS } from '../types';
import type { JobEnvironment, Pipeline, PipelineJob, Unknown } from '../types';
import { callsNamed, readCalls, textOf } from './groovy';
import type { Call } from './groovy';
import { readStages } from './stages';
import type { Stage } from './stages';
import { readStageSteps } from './steps';
import type { StageSteps } from './steps';

const BY_EVENTS = /^(githubPush|pollSCM|gitlab|bitbucketPush|GenericTrigger)$/;

/** A Jenkinsfile. Its stages run one after the other, unless in `parallel`. */
export function readJenkinsfile(
  file: SourceFile,
  repository: RepositoryFiles,
): Pipeline {
  const { path } = file;
  const root = readCalls(file.text);
  const methods = new Map(
    root
      .filter(call => call.body && call.isDefinition)
      .map(call => [call.name, call]),
  );
  const stages = readStages(root, methods);
  const events = callsNamed(root, 'triggers')
    .flatMap(({ body }) => body ?? [])
    .find(({ name }) => BY_EVENTS.test(name))?.line;
  const unknown: Unknown[] = [];
  const context = { path, repository, methods };
  const choices = callsNamed(root, 'choice');
  const jobs = stages.slice(0, MAX_JOBS).map((stage): PipelineJob => {
    const steps = readStageSteps(stage.calls, context);
    return readStage(stage, steps, { path, choices, events, unknown });
  });
  if (stages.length > MAX_JOBS) {
    unknown.push(jobsNotRead('stage', { path, line: stages[MAX_JOBS].line }));
  }
  unknown.push(...loadedFiles(root, path));
  if (stages.length === 0) {
    unknown.push(...withoutStages(root, path));
  }
  return {
    tool: 'Jenkins',
    path,
    jobWord: 'stage',
    isPreview: false,
    jobs,
    unknown,
  };
}

function readStage(
  stage: Stage,
  steps: StageSteps,
  context: {
    path: string;
    /** Parameters that are chosen from a list. */
    choices: readonly Call[];
    events: number | undefined;
    unknown: Unknown[];
  },
): PipelineJob {
  const { path, choices, events, unknown } = context;
  const { name, line } = stage;
  const place = { path, line };
  const effect = effectOf(stage, steps);
  const deploys = effect.kind === 'deploys';
  if (!deploys && saysDeploy(name) && !isApproval(name)) {
    unknown.push(...openQuestion(stage, steps, effect, path));
  }
  const asks = stage.input ?? steps.input;
  const environments = deploys
    ? environmentsOf(stage, steps, choices, path)
    : [];
  const namespace = deploys ? namespaceIn(steps.commands) : undefined;
  const isConditional =
    (stage.condition !== undefined && !isOfBranch(stage.condition)) ||
    steps.mayAsk ||
    steps.isConditional;
  return {
    name,
    place,
    effect,
    environments,
    choice: environments.length > 1 && !stage.matrix ? 'one' : 'all',
    isReview: false,
    trigger:
      events === undefined || isConditional
        ? undefined
        : { kind: 'automatic', place: { path, line: events } },
    ...(asks !== undefined && { asks: { path, line: asks } }),
    condition: stage.condition,
    required: true,
    after: stage.after,
    ...(namespace && { namespace }),
  };
}

/** A stage has no environment of its own: what it runs has to show that it deploys. */
function effectOf({ name, input }: Stage, steps: StageSteps): JobEffect {
  const effect = jobEffect(steps.effects, { name, declares: false });
  if (effect.kind !== 'runs' && effect.kind !== 'unknown') {
    return effect;
  }
  if (steps.mayAsk) {
    return { kind: 'mayAsk' };
  }
  const asks = (input ?? steps.input) !== undefined;
  const acts = steps.effects.some(({ kind }) => kind !== 'none');
  return asks && !acts ? { kind: 'asks' } : effect;
}

function isApproval(name: string): boolean {
  return wordsOf(name).some(word =>
    /^(approval|approve|approved|confirm|confirmation|gate|ask|promote|proceed)$/.test(
      word,
    ),
  );
}

/** A stage that is named as if it deployed, and that nothing shows to do so. */
function openQuestion(
  { name, line }: Stage,
  { foreign }: StageSteps,
  effect: JobEffect,
  path: string,
): Unknown[] {
  const what =
    foreign[0] ?? (effect.kind === 'unknown' ? effect.what : undefined);
  return what === undefined
    ? []
    : [
        {
          place: { path, line },
          reason: `whether the stage ${codeSpan(name)} deploys: what ${codeSpan(
            what,
          )} does is not in the file`,
        },
      ];
}

/** A condition that only says for which branch a stage runs. */
function isOfBranch(condition: string): boolean {
  return /^(beforeAgent true |beforeInput true )*(branch|allOf { branch) \S+( })?$/.test(
    condition,
  );
}

/** `Deploy to staging`; a choice of environments; the axis of a matrix. */
function environmentsOf(
  stage: Stage,
  { commands }: StageSteps,
  choices: readonly Call[],
  path: string,
): JobEnvironment[] {
  const said = environmentOfDeployment(stage.name);
  if (said) {
    return [{ name: said, place: { path, line: stage.line } }];
  }
  const used = new Set(commands.flatMap(({ words }) => variablesIn(words)));
  const uses = (variable: string) => used.has(variable);
  const axis = stage.matrix?.find(each => uses(each.name));
  if (axis) {
    return axis.values.filter(isCommonEnvironment).length === axis.values.length
      ? axis.values.map(name => ({ name, place: { path, line: axis.line } }))
      : [];
  }
  const choice = choices.find(each => {
    const name = textOf(each, 'name') ?? '';
    return /^\w*env\w*$/i.test(name) && uses(name);
  });
  return choice
    ? choicesOf(choice).map(name => ({
        name,
        place: { path, line: choice.line },
      }))
    : [];
}

/** The names in `$name`, `${name}`, `${params.name}` and `${env.name}`. */
function variablesIn(words: readonly string[]): string[] {
  return words.flatMap(word =>
    [...word.matchAll(/\$\{?(?:(?:params|env)\.)?(\w+)/g)].map(
      ([, name]) => name,
    ),
  );
}

/** `choices: ['staging', 'production']`, or one a line. */
function choicesOf(choice: Call): string[] {
  const at = choice.tokens.findIndex(
    ({ value }, index) =>
      value === 'choices' && choice.tokens[index + 1]?.value === ':',
  );
  const rest = choice.tokens.slice(at + 2);
  const isList = rest[0]?.kind === 'mark' && rest[0].value === '[';
  const end = rest.findIndex(
    ({ kind, value }) => kind === 'mark' && value === ']',
  );
  const texts = (isList ? rest.slice(0, end) : rest.slice(0, 1))
    .filter(({ kind }) => kind === 'text')
    .flatMap(({ value }) => value.split('\n'))
    .filter(Boolean);
  // One that is no environment makes it a choice of something else.
  return at >= 0 && texts.every(isCommonEnvironment) ? texts : [];
}

/** Groovy of other files is not read. */
function loadedFiles(root: readonly Call[], path: string): Unknown[] {
  return callsNamed(root, 'load').map(call => ({
    place: { path, line: call.line },
    reason: `what ${codeSpan(
      textOf(call) ?? 'a file',
    )} does, which the Jenkinsfile loads`,
  }));
}

/** `@Library('x') _` and one call: the stages are in a shared library. */
function withoutStages(root: readonly Call[], path: string): Unknown[] {
  const call = root.find(
    each =>
      !each.isDefinition &&
      /^[a-z]\w+$/.test(each.name) &&
      !/^(library|properties|node|pipeline)$/.test(each.name),
  );
  return call
    ? [
        {
          place: { path, line: call.line },
          reason: `what ${codeSpan(
            call.name,
          )} does: the Jenkinsfile has no stages of its own`,
        },
      ]
    : [];
}
