import { effectOfName } from './scriptName';
import type { Effect, EffectKind } from './types';

/** The inputs of a step, as the workflow gives them. */
export type ActionInputs = (name: string) => string | undefined;

type Known = {
  action: RegExp;
  does: EffectKind;
  what?: string;
  inCluster?: true;
  /** Inputs that change what it does. */
  unless?: (input: ActionInputs) => EffectKind | undefined;
};

const isFalse = (value: string | undefined) => value === 'false';
const isTrue = (value: string | undefined) => value === 'true';

/** Well-known actions. The first that matches counts. */
const KNOWN: readonly Known[] = [
  {
    action:
      /^(helm\/kind-action|engineerd\/setup-kind|container-tools\/kind-action|medyagh\/setup-minikube|manusa\/actions-setup-(minikube|k3s)|absaoss\/k3d-action|nolar\/setup-k3d-k3s|debianmaster\/actions-k3s|jupyterhub\/action-k3s-helm|balchua\/microk8s-actions|localstack\/setup-localstack)$/,
    does: 'local',
  },
  {
    action:
      /^(actions\/deploy-pages|peaceiris\/actions-gh-pages|jamesives\/github-pages-deploy-action|crazy-max\/ghaction-github-pages|cpina\/github-action-push-to-another-repository|mhausenblas\/mkdocs-deploy-gh-pages|shalzz\/zola-deploy-action|withastro\/action)$/,
    does: 'publishes',
    what: 'a site',
  },
  {
    action:
      /^(pypa\/gh-action-pypi-publish|js-devtools\/npm-publish|rubygems\/release-gem|changesets\/action|katyo\/publish-crates|gradle\/publish-action|codfish\/semantic-release-action|etils-actions\/pypi-auto-publish)$/,
    does: 'publishes',
    what: 'a package',
  },
  {
    action:
      /^(softprops\/action-gh-release|ncipollo\/release-action|goreleaser\/goreleaser-action|actions\/create-release|actions\/upload-release-asset|cycjimmy\/semantic-release-action|svenstaro\/upload-release-action|marvinpinto\/action-automatic-releases|elgohr\/github-release-action|helm\/chart-releaser-action|mathieudutour\/github-tag-action|anothrnick\/github-tag-action)$/,
    does: 'publishes',
    what: 'a release',
  },
  {
    action:
      /^(release-drafter\/release-drafter|googleapis\/release-please-action|google-github-actions\/release-please-action)$/,
    does: 'none',
  },
  {
    action:
      /^(docker\/build-push-action|docker\/bake-action|redhat-actions\/push-to-registry|mr-smithers-excellent\/docker-build-push|elgohr\/publish-docker-github-action)$/,
    does: 'publishes',
    what: 'a container image',
    unless: input =>
      input('push') === undefined || isFalse(input('push'))
        ? 'none'
        : undefined,
  },
  { action: /^trstringer\/manual-approval$/, does: 'asks' },
  {
    action: /^azure\/static-web-apps-deploy$/,
    does: 'deploys',
    unless: input => (input('action') === 'close' ? 'removes' : undefined),
  },
  {
    action: /^azure\/k8s-deploy$/,
    does: 'deploys',
    inCluster: true,
    unless: input =>
      input('action') === 'reject' || isTrue(input('dry-run'))
        ? 'none'
        : undefined,
  },
  {
    action: /^aws-actions\/aws-cloudformation-github-deploy$/,
    does: 'deploys',
    unless: input =>
      ['1', 'true'].includes(input('no-execute-changeset') ?? '')
        ? 'none'
        : undefined,
  },
  {
    action: /^aws-actions\/amazon-ecs-deploy-task-definition$/,
    does: 'deploys',
    // Without a service it only registers the definition.
    unless: input => (input('service') === undefined ? 'none' : undefined),
  },
  {
    action: /^firebaseextended\/action-hosting-deploy$/,
    does: 'deploys',
    unless: input => (input('channelId') === 'live' ? undefined : 'none'),
  },
  {
    action: /^amondnet\/vercel-action$/,
    does: 'deploys',
    unless: input =>
      /--prod\b/.test(input('vercel-args') ?? '') ? undefined : 'none',
  },
  {
    action: /^nwtgck\/actions-netlify$/,
    does: 'deploys',
    unless: input =>
      isTrue(input('production-deploy')) || input('production-branch')
        ? undefined
        : 'none',
  },
  {
    action: /^deliverybot\/helm$/,
    does: 'deploys',
    inCluster: true,
    unless: input => (input('task') === 'remove' ? 'removes' : undefined),
  },
  {
    action: /^pulumi\/actions$/,
    does: 'deploys',
    unless: input => {
      const command = input('command');
      if (command === 'up' || command === 'update') {
        return undefined;
      }
      return command === 'destroy' ? 'removes' : 'none';
    },
  },
  {
    action:
      /^(samkirkland\/ftp-deploy-action|easingthemes\/ssh-deploy|burnett01\/rsync-deployments|wlixcc\/sftp-deploy-action|milanmk\/actions-file-deployer)$/i,
    does: 'deploys',
    unless: input => (isTrue(input('dry-run')) ? 'none' : undefined),
  },
  {
    action:
      /^google-github-actions\/(deploy-cloudrun|deploy-appengine|deploy-cloud-functions|create-cloud-deploy-release)$/,
    does: 'deploys',
  },
  {
    action:
      /^(azure\/(webapps-deploy|functions-action|container-apps-deploy-action|aci-deploy|arm-deploy|bicep-deploy|spring-apps-deploy|appservice-settings-deploy)|aws-actions\/aws-lambda-deploy|appleboy\/lambda-action|cloudflare\/pages-action|akhileshns\/heroku-deploy|einaregilsson\/beanstalk-deploy|digitalocean\/app_action\/deploy|digitalocean\/app_action|johnbeynon\/render-deploy-action|dokku\/github-action|octopusdeploy\/deploy-release-action|reggionick\/s3-deploy|nais\/deploy\/actions\/deploy|koyeb\/action-git-deploy|appleboy\/kubernetes-action|bitovi\/github-actions-deploy-[\w-]+|citycloud-as\/kamal-action)$/,
    does: 'deploys',
  },
  {
    action:
      /^(actions|docker|github|hashicorp|codecov|sonarsource|dorny|step-security|sigstore|anchore|aquasecurity|snyk)\//,
    does: 'none',
  },
  {
    action:
      /^(aws-actions\/(configure-aws-credentials|amazon-ecr-login|amazon-ecs-render-task-definition)|google-github-actions\/(auth|setup-gcloud|get-gke-credentials|get-secretmanager-secrets)|azure\/(login|docker-login|aks-set-context|k8s-set-context|cli|get-keyvault-secrets|k8s-bake|k8s-create-secret))$/,
    does: 'none',
  },
];

/** Actions that run a command: which, from their inputs. */
const COMMANDS: readonly {
  action: RegExp;
  command: (input: ActionInputs) => string | undefined;
  remote?: true;
}[] = [
  {
    action: /^superfly\/flyctl-actions$/,
    command: input => `flyctl ${input('args') ?? ''}`,
  },
  {
    action: /^cloudflare\/wrangler-action$/,
    command: input => `wrangler ${input('command') ?? 'deploy'}`,
  },
  {
    action: /^serverless\/github-action$/,
    command: input => input('args')?.replace(/^-c\s+/, 'bash -c '),
  },
  {
    action:
      /^(actions-hub\/kubectl|steebchen\/kubectl|kodermax\/kubectl-aws-eks)$/,
    command: input => {
      const args = input('args') ?? '';
      return args.startsWith('kubectl') ? args : `kubectl ${args}`;
    },
  },
  {
    action: /^w9jds\/firebase-action$/,
    command: input => `firebase ${input('args') ?? ''}`,
  },
  {
    action: /^netlify\/actions\/cli$/,
    command: input => `netlify ${input('args') ?? ''}`,
  },
  { action: /^azure\/cli$/, command: input => input('inlineScript') },
  {
    action: /^(wyrihaximus\/github-action-helm3|koslib\/helm-eks-action)$/,
    command: input => input('exec') ?? input('command'),
  },
  {
    action: /^dawidd6\/action-ansible-playbook$/,
    command: input =>
      `ansible-playbook ${input('playbook') ?? ''} ${input('options') ?? ''}`,
  },
  {
    action: /^(appleboy\/ssh-action|fifsky\/ssh-action)$/,
    command: input => input('script') ?? input('command'),
    remote: true,
  },
  {
    action: /^appleboy\/scp-action$/,
    command: input =>
      `scp ${input('source') ?? ''} host:${input('target') ?? ''}`,
  },
  {
    action: /^nick-fields\/retry$|^nick-invision\/retry$/,
    command: input => input('command'),
  },
];

/** What an action does by what is known of it, or the command that it runs. */
export function effectOfAction(
  uses: string,
  input: ActionInputs,
): Effect | { command: string; remote: boolean } {
  const action = uses.split('@')[0].toLowerCase();
  const runs = COMMANDS.find(each => each.action.test(action));
  const command = runs?.command(input);
  if (runs && command !== undefined) {
    return { command, remote: runs.remote ?? false };
  }
  const known = KNOWN.find(each => each.action.test(action));
  if (known) {
    const other = known.unless?.(input);
    return other
      ? { kind: other }
      : {
          kind: known.does,
          ...(known.what && { what: known.what }),
          ...(known.inCluster && { inCluster: known.inCluster }),
        };
  }
  // What an unknown action does is not said by its name; what it does not do, is.
  const named = effectOfName(action.split('/').slice(1).join('/') || action);
  return named === 'deploys' || named === 'opaque'
    ? {
        kind: isHelper(action) ? 'none' : 'opaque',
        what: uses,
      }
    : { kind: named };
}

/** Set-up, sign-in, caches and messages. */
function isHelper(action: string): boolean {
  return /(^|[/_-])(setup|login|auth|cache|checkout|slack|discord|teams|comment|labeler|artifact|secrets?|vault|version|changed-files|paths-filter|toolchain|node|nodejs|python|ruby|deployments|deployment-action|status)([/_-]|$)/.test(
    action,
  );
}
