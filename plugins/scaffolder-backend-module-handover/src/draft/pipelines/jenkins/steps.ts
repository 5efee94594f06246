import { effectsOfCommand } from '../../effects/commandEffects';
import { effectOfName } from '../../effects/scriptName';
import { readCommands } from '../../effects/shell';
import type { Command } from '../../effects/shell';
import type { Effect } from '../../effects/types';
import type { RepositoryFiles } from '../../RepositoryFiles';
import type { Call } from './groovy';
import { textOf, tokenOf } from './groovy';

/** What the calls of a stage do. */
export type StageSteps = {
  effects: Effect[];
  commands: Command[];
  /** Where it asks somebody, whenever it runs. */
  input?: number;
  /** It asks in some runs only. */
  mayAsk: boolean;
  /** Some of it only happens in some runs. */
  isConditional: boolean;
  /** Steps that neither Jenkins nor the file defines, as of a shared library. */
  foreign: string[];
};

/** Methods that call methods are followed this deep. */
const MAX_DEPTH = 5;

/** Blocks that decide whether what is in them runs. */
const CONDITIONAL = /^(if|else|catch|for|while|switch|case|try|finally)$/;

/** What only runs after the outcome is known, or says when and where to run. */
const BESIDE =
  /^(post|when|agent|options|environment|parameters|triggers|tools|failure|cleanup|unsuccessful|aborted|catch)$/;

/** Steps of plugins that deploy. */
const DEPLOYING =
  /^(kubernetesDeploy|azureWebAppPublish|azureFunctionAppPublish|acsDeploy|aksDeploy|azureCLI|pushToCloudFoundry|cfPush|cfnUpdate|ebDeploy|awsCodeDeploy|createDeployment|octopusDeployRelease|octopusDeploy|xldDeploy|openshiftDeploy|openShiftDeploy|openshift\.(apply|rollout|newApp)|deploy|cloudFoundryDeploy|appEngineDeploy|kubernetesApply|helmDeploy|sshPublisher|ftpPublisher|dockerSwarmDeploy|ansibleTower)$/;

/** Steps of plugins that publish, and what. */
const PUBLISHING = new Map<string, string>(
  Object.entries({
    nexusArtifactUploader: 'a package',
    nexusPublisher: 'a package',
    rtPublishBuildInfo: 'a package',
    rtUpload: 'a package',
    rtMavenDeployer: 'a package',
    publishHTML: 'a report',
    createGitHubRelease: 'a release',
  }),
);

/** Steps of Jenkins and of common plugins, and words of the language. */
const KNOWN = new Set(
  `ansiColor any archiveArtifacts archive assert bat booleanParam branch build buildDiscarder
  buildingTag catchError changeRequest changelog changeset checkout choice cleanWs configFileProvider
  container containerTemplate credentials cron currentBuild dependencyCheck deleteDir dir disableConcurrentBuilds
  dockerfile echo echoPlain each else emailext env environment error expression fileExists file
  findFiles fingerprint git githubNotify githubPush gitlabBuilds gitlabCommitStatus hudson if input
  isUnix jacoco javadoc junit kubeconfig label library load lock logRotator mail milestone
  catch for while switch case try finally new node not allOf anyOf
  office365ConnectorSend parallel password pipelineTriggers podTemplate pollSCM powershell print println
  properties publishCoverage publishHTML pwd pwsh readFile readJSON readMavenPom readProperties readYaml
  recordIssues retry rtBuildInfo rtServer rocketSend script scm sh skipDefaultCheckout slackSend sleep sshagent
  sshUserPrivateKey stage stages stash step steps string stringCredentials tag text timeout
  timestamps tool tools triggeredBy triggers unstable unstash updateGitlabCommitStatus upstream
  usernamePassword usernameColonPassword waitForQualityGate waitUntil warnError when withAWS withCredentials withDockerContainer
  withDockerRegistry withEnv withKubeConfig withKubeCredentials withMaven withSonarQubeEnv withVault
  withGradle wrap writeFile writeJSON writeYaml ws xunit zip unzip return throw def`
    .split(/\s+/)
    .filter(Boolean),
);

/** What the calls of a stage do, methods of the file included. */
export function readStageSteps(
  calls: readonly Call[],
  context: {
    path: string;
    repository: RepositoryFiles;
    methods: ReadonlyMap<string, Call>;
  },
  depth = 0,
  isConditional = false,
): StageSteps {
  const found: StageSteps = {
    effects: [],
    commands: [],
    mayAsk: false,
    isConditional: false,
    foreign: [],
  };
  const add = (inner: StageSteps) => {
    // One by one: as arguments, many would fill the stack.
    inner.effects.forEach(each => found.effects.push(each));
    inner.commands.forEach(each => found.commands.push(each));
    found.input ??= inner.input;
    found.mayAsk ||= inner.mayAsk;
    found.isConditional ||=
      inner.isConditional ||
      (isConditional && inner.effects.some(({ kind }) => kind !== 'none'));
    inner.foreign.forEach(each => found.foreign.push(each));
  };
  for (const call of calls) {
    context.repository.effort.spend(1 + call.tokens.length);
    if (BESIDE.test(call.name) || call.isDefinition) {
      continue;
    }
    const method = context.methods.get(call.name);
    if (call.name === 'input') {
      if (isConditional) {
        found.mayAsk = true;
      } else {
        found.input ??= call.line;
      }
    } else if (/^(sh|bat|powershell|pwsh)$/.test(call.name)) {
      add(ofShell(call, context));
    } else if (method && depth < MAX_DEPTH) {
      add(readStageSteps(method.body ?? [], context, depth + 1, isConditional));
    } else {
      add(ofStep(call));
    }
    const isNested =
      isConditional || (CONDITIONAL.test(call.name) && call.name !== 'try');
    if (call.name !== 'input') {
      add(readStageSteps(call.inArguments, context, depth, isNested));
      add(readStageSteps(call.body ?? [], context, depth, isNested));
    }
  }
  return found;
}

function emptySteps(effects: Effect[]): StageSteps {
  return {
    effects,
    commands: [],
    mayAsk: false,
    isConditional: false,
    foreign: [],
  };
}

/** `sh 'make'`, `sh(script: '…', returnStdout: true)`, `sh """…"""` */
function ofShell(
  call: Call,
  { path, repository }: { path: string; repository: RepositoryFiles },
): StageSteps {
  const token =
    tokenOf(call, 'script') ??
    (call.tokens[0]?.kind === 'text' ? call.tokens[0] : undefined);
  if (!token) {
    return emptySteps([{ kind: 'opaque', what: call.name }]);
  }
  repository.effort.spendOnText(token.value);
  const commands = readCommands(
    token.value
      .split('\n')
      .map((text, index) => ({ text, path, line: token.line + index })),
  );
  return {
    ...emptySteps(
      commands.flatMap(each => effectsOfCommand(each, repository.scripts)),
    ),
    commands,
  };
}

/** A step of a plugin, or one that is defined elsewhere. */
function ofStep(call: Call): StageSteps {
  const { name, body } = call;
  if (name === 'build') {
    const job = textOf(call, 'job') ?? textOf(call) ?? 'another job';
    return { ...emptySteps([{ kind: 'opaque', what: job }]), foreign: [job] };
  }
  if (name === 'ansiblePlaybook') {
    const playbook = textOf(call, 'playbook') ?? textOf(call) ?? '';
    return emptySteps([
      { kind: effectOfName(playbook.replace(/\.ya?ml$/, '')), what: playbook },
    ]);
  }
  if (name === 'step') {
    const type = call.tokens.find(
      ({ kind, value }) =>
        kind === 'text' && /\w(Publisher|Deployer)$/.test(value),
    )?.value;
    return emptySteps(
      type && /Deploy|CodeDeploy|Beanstalk/.test(type)
        ? [{ kind: 'deploys' }]
        : [],
    );
  }
  if (DEPLOYING.test(name) && body === undefined) {
    return emptySteps([{ kind: 'deploys' }]);
  }
  const published = PUBLISHING.get(name);
  if (published) {
    return emptySteps([{ kind: 'publishes', what: published }]);
  }
  const isForeign =
    /^[a-z]\w*$/.test(name) && !KNOWN.has(name) && call.label === undefined;
  return isForeign
    ? { ...emptySteps([{ kind: 'opaque', what: name }]), foreign: [name] }
    : emptySteps(
        /^(\w*image|img|app|docker\w*)?\.push$/i.test(name)
          ? [{ kind: 'publishes', what: 'a container image' }]
          : [],
      );
}
