import { effectOfName, wordsOf } from '../../effects/scriptName';
import type { JobEffect } from '../../effects/jobEffect';
import type { Value } from '../../yamlFile';
import type { JobEnvironment } from '../types';
import type { Option, Resolved, Scope } from './Scope';
import { placeOf } from './Scope';

/** What a workflow of another repository is said to do by how it is called. */
export type RemoteCall = {
  effect: JobEffect;
  environments: Option[];
  choice: 'all' | 'one';
  url?: JobEnvironment['url'];
};

const ENVIRONMENT =
  /^(?!.*(url|file|secret|variable|var|suffix|id)$)((github|gh|deploy(ment)?|target|app)[_-]?)?env(ironment)?([_-]?name)?$|^(deploy(ment)?|target)[_-]?(to|target|stage)$/i;

const URL_INPUT = /env(ironment)?[_-]?url$/i;

/** Values of inputs that turn a deployment into something else. */
const INSTEAD =
  /^(build|check|cleanup|delete|destroy|diff|dry-?run|lint|plan|preview|rollback|stop|teardown|test|validate|verify)$/i;

/**
 * A call of a workflow that is not in the repository. It counts as a deployment
 * where the call names an environment and the workflow or an input says `deploy`.
 */
export function readRemoteCall(
  uses: string,
  job: Value,
  scope: Scope,
): RemoteCall {
  const inputs = job.get('with')?.entries() ?? [];
  const texts = inputs.map(({ key, value }) => ({
    key,
    text: value.text ?? '',
  }));
  const file = uses.split('@')[0].split('/').slice(2).join('/');
  const isInstead =
    texts.some(
      ({ key, text }) =>
        INSTEAD.test(text) ||
        (/dry[_-]?run|plan[_-]?only|destroy/i.test(key) && text !== 'false') ||
        (/^(deploy|push)$/i.test(key) && text === 'false'),
    ) ||
    ['none', 'removes'].includes(effectOfName(file.replace(/\.ya?ml$/, '')));
  const saysDeploy =
    wordsOf(file).includes('deploy') ||
    texts.some(({ text }) => /^(deploy|apply)$/i.test(text));
  const named = inputs.find(({ key }) => ENVIRONMENT.test(key));
  const resolved: Resolved | undefined = named && scope.resolve(named.value);
  if (!saysDeploy || isInstead || !resolved || resolved.kind === 'unknown') {
    return {
      effect: { kind: 'unknown', what: uses },
      environments: [],
      choice: 'all',
    };
  }
  const url = inputs.find(({ key }) => URL_INPUT.test(key))?.value;
  return {
    effect: { kind: 'deploys' },
    environments: resolved.options,
    choice: resolved.kind,
    ...(url?.text &&
      !url.text.includes('$') && {
        url: { text: url.text, place: placeOf(url) },
      }),
  };
}
