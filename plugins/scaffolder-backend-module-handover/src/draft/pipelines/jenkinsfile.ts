import { isCommonEnvironment } from '@backstage-handover/plugin-handover-common/proposals';
import { environmentOfDeployment, saysDeploy } from '../environmentNames';
import type { SourceFile } from '../types';
import { blocksNamed, readBlocks } from './groovy';
import type { Block } from './groovy';
import { MAX_JOBS } from './types';
import type { Pipeline, PipelineJob } from './types';

const INPUT = /^\s*input\b\s*(\(|\{|message\b|["'])/;

const BY_EVENTS = /\b(githubPush|pollSCM|gitlab|bitbucketPush)\b/;

const CHOICE = /\bchoice\s*\(([^)]*)\)/;

/** A Jenkinsfile. Its stages run one after the other, unless in `parallel`. */
export function readJenkinsfile(file: SourceFile): Pipeline | undefined {
  const root = readBlocks(file.text);
  if (!root) {
    return undefined;
  }
  const stages = toStages(root).slice(0, MAX_JOBS);
  const approvals = stages.map(
    ({ block }) => block.lines.find(({ text }) => INPUT.test(text))?.line,
  );
  const events = blocksNamed(root, 'triggers')
    .flatMap(({ lines }) => lines)
    .find(({ text }) => BY_EVENTS.test(text))?.line;
  let approvedAt: number | undefined;
  return {
    tool: 'Jenkins',
    path: file.path,
    jobWord: 'stage',
    choices: readChoices(root),
    jobs: stages.map(({ block, after }, index): PipelineJob => {
      const name = block.argument ?? '';
      const said = environmentOfDeployment(name);
      approvedAt = approvals[index] ?? approvedAt;
      return {
        name,
        line: block.line,
        environment: said ? { name: said, line: block.line } : undefined,
        deploys: saysDeploy(name),
        trigger: triggerOf(approvedAt, events),
        required: true,
        after,
        script: block.lines,
      };
    }),
  };
}

/** Once somebody has been asked, nothing after that happens by itself. */
function triggerOf(
  approvedAt: number | undefined,
  events: number | undefined,
): PipelineJob['trigger'] {
  if (approvedAt !== undefined) {
    return { kind: 'manual', line: approvedAt };
  }
  return events === undefined ? undefined : { kind: 'automatic', line: events };
}

type Stage = { block: Block; after: string[] };

/** The innermost stages, each with those that have passed before it. */
function toStages(parent: Block, before: string[] = []): Stage[] {
  const parallel = blocksNamed(parent, 'parallel')[0];
  const children = blocksNamed(parent, 'stage').filter(
    ({ argument }) => argument,
  );
  const found: Stage[] = [];
  for (const child of children) {
    const isParallel = parallel?.lines.some(({ line }) => line === child.line);
    const after = isParallel
      ? before
      : [...before, ...found.map(({ block }) => block.argument ?? '')];
    const inner = toStages(child, after);
    found.push(...(inner.length > 0 ? inner : [{ block: child, after }]));
  }
  return found;
}

/** `choice(name: 'ENVIRONMENT', choices: ['staging', 'production'])` */
function readChoices(root: Block): Pipeline['choices'] {
  return root.lines.flatMap(({ text, line }) => {
    const declared = CHOICE.exec(text)?.[1] ?? '';
    const name = /\bname\s*:\s*["'](\w+)["']/.exec(declared)?.[1] ?? '';
    const choices = /\bchoices\s*:\s*\[([^\]]*)\]/.exec(declared)?.[1] ?? '';
    return /env/i.test(name)
      ? [...choices.matchAll(/["']([^"'$]+)["']/g)].flatMap(([, choice]) =>
          isCommonEnvironment(choice) ? [{ name: choice, line }] : [],
        )
      : [];
  });
}
