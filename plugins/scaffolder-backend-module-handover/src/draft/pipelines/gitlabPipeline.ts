import { saysDeploy } from '../environmentNames';
import type { SourceFile } from '../types';
import { readYamlFile } from '../yamlFile';
import type { Value } from '../yamlFile';
import { readEnvironment } from './readEnvironment';
import { MAX_JOBS } from './types';
import type { Pipeline, PipelineJob } from './types';

/** Keys at the top that are no jobs. */
const KEYWORDS = new Set([
  'after_script',
  'before_script',
  'cache',
  'default',
  'image',
  'include',
  'pages',
  'services',
  'spec',
  'stages',
  'variables',
  'workflow',
]);

/** Stages that GitLab has when a file names none. */
const DEFAULT_STAGES = ['.pre', 'build', 'test', 'deploy', '.post'];

/** `.gitlab-ci.yml`. What it includes from elsewhere is not known. */
export function readGitlabPipeline(file: SourceFile): Pipeline | undefined {
  const root = readYamlFile(file).at(-1);
  const entries = root?.entries() ?? [];
  const named = (root?.get('stages')?.items() ?? []).flatMap(
    ({ text }) => text ?? [],
  );
  const stages =
    named.length > 0 ? ['.pre', ...named, '.post'] : DEFAULT_STAGES;
  const jobs = entries
    .filter(
      ({ key, value }) =>
        !KEYWORDS.has(key) &&
        !key.startsWith('.') &&
        value.entries().length > 0,
    )
    .slice(0, MAX_JOBS)
    .map(({ key, line, value }) => ({
      key,
      line,
      read: reader(value, entries),
    }))
    .map(job => ({
      ...job,
      stage: stages.indexOf(job.read('stage')?.text ?? 'test'),
    }))
    .filter(({ read }) => read('environment')?.get('action')?.text !== 'stop')
    .sort((a, b) => a.stage - b.stage);
  return {
    tool: 'GitLab CI/CD',
    path: file.path,
    jobWord: 'job',
    choices: [],
    jobs: jobs.map(({ key, line, read, stage }) => {
      const environment = readEnvironment(read('environment'), {
        name: key,
        line,
      });
      return {
        name: key,
        line,
        environment,
        deploys: Boolean(environment) || saysDeploy(key),
        trigger: readTrigger(line, read),
        required: read('allow_failure')?.text !== 'true',
        after:
          readNeeds(read) ??
          jobs.filter(other => other.stage < stage).map(other => other.key),
        script: (read('script')?.items() ?? []).flatMap(item => item.lines()),
      };
    }),
  };
}

type Read = (key: string) => Value | undefined;

/** Reads a key of a job, or of the templates that it extends, the last of which wins. */
function reader(job: Value, entries: ReturnType<Value['entries']>): Read {
  return key => {
    const seen = new Set<string>();
    const read = (value: Value): Value | undefined => {
      const own = value.get(key);
      const parents = value.get('extends');
      if (own || !parents) {
        return own;
      }
      const names = parents.text
        ? [parents.text]
        : parents.items().flatMap(({ text }) => text ?? []);
      for (const name of names.reverse()) {
        // Also keeps from going in circles.
        const parent = seen.has(name)
          ? undefined
          : entries.find(entry => entry.key === name)?.value;
        seen.add(name);
        const found = parent && read(parent);
        if (found) {
          return found;
        }
      }
      return undefined;
    };
    return read(job);
  };
}

function readNeeds(read: Read): string[] | undefined {
  return read('needs')
    ?.items()
    .flatMap(item => item.text ?? item.get('job')?.text ?? []);
}

/** Rules decide case by case: only when all of them agree is the trigger known. */
function readTrigger(line: number, read: Read): PipelineJob['trigger'] {
  const when = read('when');
  const rules = read('rules')?.items();
  if (when?.text && when.text !== 'on_success') {
    return when.text === 'manual'
      ? { kind: 'manual', line: when.line }
      : undefined;
  }
  if (!rules) {
    return { kind: 'automatic', line };
  }
  const kinds = rules
    .map(rule => rule.get('when'))
    .filter(value => value?.text !== 'never')
    .map(value => ({
      text: value?.text ?? 'on_success',
      line: value?.line ?? line,
    }));
  const [first] = kinds;
  if (!first || kinds.some(({ text }) => text !== first.text)) {
    return undefined;
  }
  if (first.text === 'manual') {
    return { kind: 'manual', line: first.line };
  }
  return first.text === 'on_success' ? { kind: 'automatic', line } : undefined;
}
