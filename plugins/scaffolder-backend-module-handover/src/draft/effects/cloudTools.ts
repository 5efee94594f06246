import type { Tool } from './types';

const deploysWith = (program: RegExp, args: RegExp): Tool => ({
  program,
  otherwise: 'none',
  rules: [
    {
      args: /(^|[ :-])(destroy|delete|remove|down|undeploy|teardown)\b/,
      does: 'removes',
    },
    { args, does: 'deploys' },
  ],
});

/** `terragrunt run-all apply`, `terragrunt run --all -- apply` */
const ALL = '^(?:(?:run-all|run|stack run) (?:-- )?)?';

/** Tools that deploy to a cloud, to a platform or to servers. */
export const CLOUD_TOOLS: readonly Tool[] = [
  {
    program: /^(terraform|tofu|terragrunt|cdktf)$/,
    otherwise: 'none',
    rules: [
      { args: new RegExp(`${ALL}destroy\\b`), does: 'removes' },
      {
        args: new RegExp(`${ALL}apply\\b`),
        options: /(^| )--?destroy\b/,
        does: 'removes',
      },
      { args: new RegExp(`${ALL}(apply|deploy)\\b`), does: 'deploys' },
    ],
  },
  {
    program: /^(serverless|sls|osls)$/,
    otherwise: 'none',
    rules: [
      { args: /^deploy list\b/, does: 'none' },
      { args: /^deploy\b/, does: 'deploys' },
      { args: /^remove\b/, does: 'removes' },
    ],
  },
  {
    program: /^aws$/,
    otherwise: 'none',
    rules: [
      {
        args: /^cloudformation deploy\b/,
        options: /--no-execute-changeset\b/,
        does: 'none',
      },
      { args: /^\S+ (delete|terminate|deregister)-/, does: 'removes' },
      { args: /^s3 rm\b/, does: 'removes' },
      { args: /^s3 (sync|cp|mv)\b.* s3:\/\/\S*$/, does: 'uploads' },
      { args: /^cloudfront create-invalidation\b/, does: 'invalidates' },
      {
        args: /^(ecs (update-service|deploy)|cloudformation (deploy|create-stack|update-stack|execute-change-set)|lambda (update-function-code|update-alias)|elasticbeanstalk update-environment|deploy create-deployment|apprunner (start-deployment|update-service)|amplify (start-deployment|start-job))\b/,
        does: 'deploys',
      },
    ],
  },
  {
    program: /^gcloud$/,
    otherwise: 'none',
    rules: [
      { args: /^((alpha|beta) )?\S+( \S+)? delete\b/, does: 'removes' },
      // What it runs is in another file.
      { args: /^((alpha|beta) )?builds submit\b/, does: 'opaque' },
      {
        args: /^((alpha|beta) )?(run deploy|run (services|jobs) (deploy|update|replace|update-traffic)|run worker-pools deploy|app deploy|functions deploy|deploy releases (create|promote)|compute instances update-container|compute instance-groups managed rolling-action (start-update|replace|restart))\b/,
        does: 'deploys',
      },
    ],
  },
  {
    program: /^az$/,
    otherwise: 'none',
    rules: [
      { args: /^(\S+ )+delete\b/, does: 'removes' },
      { args: /^acr build\b/, does: 'publishes', what: 'a container image' },
      {
        args: /^storage blob (upload-batch|sync)\b/,
        options: /\$web\b/,
        does: 'deploys',
      },
      {
        args: /^((webapp|functionapp) (deploy|up|create|config container set|deployment (slot swap|source config-zip|container config))|containerapp (up|update|create|revision copy)|container create|deployment (group|sub|mg|tenant) create|staticwebapp deploy|spring app (deploy|update)|aks command invoke)\b/,
        does: 'deploys',
      },
    ],
  },
  {
    program: /^(vercel|vc|now)$/,
    otherwise: 'none',
    rules: [
      {
        args: /^(deploy\b|$|[./])/,
        options: /(^| )(--prod|--target[= ]production)\b/,
        does: 'deploys',
      },
      { args: /^(promote|redeploy)\b/, does: 'deploys' },
      { args: /^(rm|remove)\b/, does: 'removes' },
    ],
  },
  {
    program: /^(netlify|ntl)$/,
    otherwise: 'none',
    rules: [
      {
        args: /^deploy\b/,
        options: /(^| )(--prod|-p|--production)( |$)/,
        does: 'deploys',
      },
    ],
  },
  {
    program: /^wrangler$/,
    otherwise: 'none',
    rules: [
      {
        args: /^pages (deploy|publish)\b/,
        options: /--branch[= ](?!(main|master|production|prod)\b)/,
        does: 'none',
      },
      {
        args: /^(pages )?(deploy|publish)\b|^versions deploy\b/,
        does: 'deploys',
      },
      { args: /^delete\b/, does: 'removes' },
    ],
  },
  {
    program: /^firebase$/,
    otherwise: 'none',
    rules: [{ args: /^deploy\b/, does: 'deploys' }],
  },
  {
    program: /^heroku$/,
    otherwise: 'none',
    rules: [
      {
        args: /^container:push\b/,
        does: 'publishes',
        what: 'a container image',
      },
      {
        args: /^(container:release|builds:create|pipelines:promote|deploy:\w+)/,
        does: 'deploys',
      },
      { args: /^(apps:)?destroy\b/, does: 'removes' },
    ],
  },
  {
    program: /^(fly|flyctl)$/,
    otherwise: 'none',
    rules: [
      { args: /^deploy\b/, options: /--build-only\b/, does: 'none' },
      { args: /^(deploy|machines? update)\b/, does: 'deploys' },
      { args: /^(apps )?destroy\b/, does: 'removes' },
    ],
  },
  {
    program: /^(docker|podman)$/,
    otherwise: 'none',
    rules: [
      {
        args: /^(image )?push\b/,
        does: 'publishes',
        what: 'a container image',
      },
      {
        args: /^(buildx )?(build|bake)\b/,
        options: /(^| )--push\b/,
        does: 'publishes',
        what: 'a container image',
      },
      { args: /^stack deploy\b|^service update\b/, does: 'deploys' },
      { args: /^stack rm\b/, does: 'removes' },
    ],
  },
  {
    program: /^(git)$/,
    otherwise: 'none',
    rules: [
      {
        args: /^push (\S*(heroku|dokku|piku|caprover|scalingo|clever-cloud)\S*)/,
        does: 'deploys',
      },
      {
        args: /^push\b/,
        options: /(^| )(--tags|--follow-tags|refs\/tags\/\S+)( |$)/,
        does: 'publishes',
        what: 'a tag',
      },
    ],
  },
  {
    program: /^dpl$/,
    otherwise: 'opaque',
    rules: [
      {
        args: /^(npm|pypi|rubygems|releases|packagecloud|bintray|cargo)\b/,
        does: 'publishes',
        what: 'a package',
      },
      {
        args: /^/,
        options: /--provider[= ](npm|pypi|rubygems|releases|packagecloud)\b/,
        does: 'publishes',
        what: 'a package',
      },
      { args: /^pages\b/, does: 'publishes', what: 'a site' },
      {
        args: /^/,
        options: /--provider[= ]pages\b/,
        does: 'publishes',
        what: 'a site',
      },
      { args: /^\w/, does: 'deploys' },
      { args: /^/, options: /--provider[= ]\w/, does: 'deploys' },
    ],
  },
  {
    program: /^envoy$/,
    otherwise: 'none',
    rules: [{ args: /^run deploy/, does: 'deploys' }],
  },
  {
    program: /^(cap|mina)$/,
    otherwise: 'none',
    rules: [
      {
        args: /(^| )deploy:(check|rollback|cleanup|unlock|lock)\b/,
        does: 'none',
      },
      { args: /(^| )deploy\b/, does: 'deploys' },
    ],
  },
  {
    program: /^(octo|octopus)$/,
    otherwise: 'none',
    rules: [
      {
        args: /^(deploy-release|release deploy|promote-release)\b/,
        does: 'deploys',
      },
      { args: /^create-release\b/, options: /--deployto\b/i, does: 'deploys' },
    ],
  },
  {
    program: /^ibmcloud$/,
    otherwise: 'none',
    rules: [
      {
        args: /^cf push\b|^(ce|code-engine) (app|application) (create|update)\b/,
        does: 'deploys',
      },
    ],
  },
  {
    program: /^func$/,
    otherwise: 'none',
    rules: [{ args: /^azure functionapp publish\b/, does: 'deploys' }],
  },
  {
    program: /^doctl$/,
    otherwise: 'none',
    rules: [
      {
        args: /^(apps (create-deployment|update)|serverless deploy)\b/,
        does: 'deploys',
      },
    ],
  },
  {
    program: /^pulumi$/,
    otherwise: 'none',
    rules: [
      { args: /^(destroy|down)\b/, does: 'removes' },
      { args: /^(up|update)\b/, does: 'deploys' },
    ],
  },
  deploysWith(/^cdk$/, /^deploy\b/),
  deploysWith(
    /^(sam|chalice|copilot|ecspresso|lambroll|amplify)$/,
    /^((svc|job|env|pipeline) )?(deploy|publish)\b/,
  ),
  deploysWith(
    /^(eb|up|apex|architect|arc|sst|nitric|azd|swa|gcloud-deploy)$/,
    /^(deploy|up)\b/,
  ),
  deploysWith(/^zappa$/, /^(deploy|update)\b/),
  deploysWith(/^ecs-cli$/, /^compose (service )?up\b/),
  deploysWith(/^(ecs-deploy|ecs)$/, /^(?!$)/),
  deploysWith(
    /^cf\d?$/,
    /^(push|zero-downtime-push|blue-green-deploy|deploy|bg-deploy)\b/,
  ),
  deploysWith(
    /^(kamal|mrsk)$/,
    /^(deploy|redeploy|rolling|setup)\b|^app boot\b/,
  ),
  deploysWith(/^(dep|deployer)$/, /^deploy\b/),
  deploysWith(/^fab$/, /(^| )(\w+[.:])?deploy\b/),
  deploysWith(
    /^(railway|render|koyeb|scalingo|clever|platform|upsun|dokku|northflank|porter|convox|garden)$/,
    /^((service|services|deploys|app|apps) )?(up|deploy|redeploy|create|update|git:from-image|apply)\b/,
  ),
  deploysWith(/^(surge)$/, /^/),
  deploysWith(/^(appcfg\.py|gae)$/, /\b(update|deploy)\b/),
];
