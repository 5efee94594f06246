import { isCommonEnvironment } from '@backstage-handover/plugin-handover-common/proposals';

/**
 * The environment that a folder or a file is for: the innermost part of its path
 * that is a common name (`k8s/overlays/production/deployment.yaml`).
 */
export function environmentOfPath(path: string): string | undefined {
  return path
    .replace(/\.[a-z]+$/i, '')
    .split('/')
    .reverse()
    .find(isCommonEnvironment);
}

/** Words that are verbs or nouns as often as environments: "deploy and test". */
const AMBIGUOUS =
  /^(acceptance|beta|develop|int|integration|live|stage|test|testing)$/i;

/** A few words may stand after the name of an environment. */
const AFTER = /^(cluster|env|environment|namespace|server|servers)$/i;

/**
 * The environment that the name of a job or stage says it deploys to: `Deploy to
 * QA`, `deploy-staging`, `Production deployment`. A word that may be a verb is one,
 * unless `to` stands before it.
 */
export function environmentOfDeployment(name: string): string | undefined {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\bpre[ _-]production\b/i, 'preproduction')
    .replace(/\bpre[ _-]prod\b/i, 'preprod')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const at = words.findIndex(word => /^(re)?deploy(s|ing|ment)?$/i.test(word));
  if (at < 0) {
    return undefined;
  }
  const after = words.slice(at + 1);
  const to = after.findIndex(word => /^(to|on|in|into|onto)$/i.test(word));
  // "Deploy the orders service to production" names one thing between.
  const target = to >= 0 && to <= 4 ? after.slice(to + 1) : after;
  const [first, ...rest] = target.filter(
    word => !/^(the|our|a)$/i.test(word) || to < 0,
  );
  if (first !== undefined) {
    const isCertain = to >= 0 || !AMBIGUOUS.test(first);
    return isCommonEnvironment(first) &&
      isCertain &&
      rest.every(word => AFTER.test(word))
      ? first
      : undefined;
  }
  const before = words.slice(0, at);
  return before.length === 1 &&
    isCommonEnvironment(before[0]) &&
    !AMBIGUOUS.test(before[0])
    ? before[0]
    : undefined;
}
