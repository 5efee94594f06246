import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { bundle, type Outcome, ROOT, run } from './handover';

const EXAMPLES = path.join(ROOT, 'examples/enforcement');

/** What a pipeline runs: a shell with a script, or a container's command. */
type Step = { command: string; args: string[]; env: Record<string, string> };
type Inputs = Record<string, string>;

const read = (file: string) => readFile(path.join(EXAMPLES, file), 'utf8');

/** The step of the composite action, as the runner starts it. */
export async function githubStep(inputs: Inputs): Promise<Step> {
  const action = parse(await read('github/action.yml'));
  const [{ run: script, env }] = action.runs.steps;
  return {
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
    command: 'bash',
    args: ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    env: Object.fromEntries(
      Object.entries<string>(env).map(([name, expression]) => [
        name,
        expression.replace(
          /\$\{\{ inputs\.([\w-]+) \}\}/,
          (_, input) => inputs[input] ?? action.inputs[input].default,
        ),
      ]),
    ),
  };
}

/** The script of the job, as a runner with an image without bash starts it. */
export async function gitlabStep(inputs: Inputs): Promise<Step> {
  const [{ spec }, job] = parseAllDocuments(
    await read('gitlab/templates/handover-gate.yml'),
  ).map(document => document.toJS());
  const [{ script, variables }] = Object.values<any>(job);
  const filled = (text: string) =>
    text.replace(
      /\$\[\[ inputs\.([\w-]+) \]\]/g,
      (_, input) => inputs[input] ?? spec.inputs[input].default,
    );
  return {
    command: 'sh',
    args: ['-e', '-c', script.map(filled).join('\n')],
    env: Object.fromEntries(
      Object.entries<any>(variables).map(([name, value]) => [
        name,
        filled(value.value ?? value),
      ]),
    ),
  };
}

/** The command of the hook's container. */
export async function argocdStep(): Promise<Step> {
  const job = parse(await read('argocd/presync.yaml'));
  const [{ command, args }] = job.spec.template.spec.containers;
  return {
    command: command[0],
    // Tests do not wait.
    args: [...command.slice(1), ...args, '--wait=0s'],
    env: {},
  };
}

/** The only part of the shared library that runs outside of Jenkins. */
export async function jenkinsStep(inputs: Inputs): Promise<Step> {
  const groovy = await read('jenkins/vars/handoverGate.groovy');
  const [, script] = /'''([^']*)'''/.exec(groovy)!;
  return {
    command: 'sh',
    args: ['-e', '-c', script.replaceAll('\\\\', '\\')],
    env: {
      GATE_ENTITY: inputs.entity,
      GATE_ENVIRONMENT: inputs.environment,
      GATE_CHANGE: 'deploy',
      GATE_ARTIFACT_VERSION: '',
      GATE_UNREACHABLE: inputs.unreachable ?? 'fail',
      GATE_RECORD: 'true',
      BUILD_TAG: 'jenkins-orders-81',
    },
  };
}

/** Runs a step with an `npx` that runs the bundle instead of a download. */
export async function runStep(
  step: Step,
  options: { folder: string; env: Record<string, string> },
): Promise<Outcome> {
  const npx = path.join(options.folder, 'npx');
  await writeFile(
    npx,
    [
      '#!/bin/sh',
      'case "$1 $2" in',
      '  "--yes @backstage-handover/cli@"[0-9]*.[0-9]*.[0-9]*) ;;',
      '  *) echo "npx $*" >&2; exit 97 ;;',
      'esac',
      'shift 2',
      `exec '${process.execPath}' '${bundle()}' "$@"`,
      '',
    ].join('\n'),
  );
  await chmod(npx, 0o755);
  return run(step.command, step.args, {
    cwd: options.folder,
    env: {
      CI_PROJECT_PATH: 'shop/orders',
      CI_PIPELINE_ID: '81',
      ...step.env,
      ...options.env,
      PATH: `${options.folder}:${process.env.PATH}`,
    },
  });
}
