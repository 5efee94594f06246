import type { EffectKind } from './types';

const WORDS = /[^A-Za-z0-9]+/;

/** Words that say that a script does something else, or only on the way to it. */
const ELSE =
  /^(after|audit|backup|backups|before|build|bundle|check|checks|clean|cleanup|compile|coverage|debug|delete|deps|dump|export|health|healthcheck|import|migrate|migration|migrations|monitor|ping|reindex|restore|rotate|sanitise|sanitize|snapshot|destroy|diff|doc|docs|down|dry|dryrun|e2e|format|generate|help|init|install|integration|lint|list|local|login|mock|notify|package|perf|plan|post|postdeploy|pre|predeploy|prep|prepare|preview|previews|purge|remove|render|report|review|rollback|sanity|scan|seed|setup|slack|smoke|sonar|spec|status|stop|storybook|template|terminate|test|tests|teardown|undeploy|undo|unit|validate|verify|version|wait|website)$/;

const DEPLOY = /^(deploy|deploys|redeploy|deployment|deployer|rollout)$/;

/** The words of a name: `deployToStaging`, `deploy-to_staging`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(WORDS)
    .filter(Boolean)
    .map(word => word.toLowerCase());
}

/**
 * What a script, a target or an action that cannot be read does, by its name. It
 * only deploys where its name says that and nothing else.
 */
export function effectOfName(name: string): EffectKind {
  const words = wordsOf(name);
  if (
    words.some(word =>
      /^(delete|destroy|cleanup|teardown|purge|undeploy|terminate)$/.test(word),
    )
  ) {
    return 'removes';
  }
  if (words.some(word => ELSE.test(word))) {
    return 'none';
  }
  if (words.some(word => DEPLOY.test(word))) {
    return 'deploys';
  }
  return 'opaque';
}

/** Steps on the way to a deployment, which a job that deploys may have too. */
const ON_THE_WAY =
  /^(build|bundle|compile|generate|init|install|login|package|prepare|setup)$/;

/** Does the name of a job say that it does something else than deploy? */
export function saysOtherwise(name: string): boolean {
  const words = wordsOf(name);
  const deploys = words.some(word => DEPLOY.test(word));
  return words.some(
    word => ELSE.test(word) && !(deploys && ON_THE_WAY.test(word)),
  );
}

/** Does the name of a job say that it deploys? It may still not do so. */
export function saysDeploy(name: string): boolean {
  return wordsOf(name).some(word => DEPLOY.test(word)) && !saysOtherwise(name);
}
