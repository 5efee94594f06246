import { draftDocument } from './draftDocument';
import { propose } from './propose';
import { statementsOf } from './__testUtils__/statementsOf';

/** Written anew after the public reports and files that are named. */
const reports: {
  name: string;
  files: Record<string, string>;
  says: string[];
  not: string[];
}[] = [
  {
    name: 'a job that cleans up is no deployment (microservices-demo)',
    files: {
      '.github/workflows/cleanup.yaml': `
on:
  workflow_run: { workflows: [Build], types: [completed] }
jobs:
  cleanup-namespace:
    environment: gke-staging
    steps:
      - run: kubectl delete namespace "pr$NUMBER" --ignore-not-found
`,
      '.github/workflows/deploy-pr.yaml': `
on:
  workflow_run: { workflows: [Build], types: [completed] }
jobs:
  deployment-tests:
    environment: gke-staging
    steps: [{ run: skaffold run }]
`,
    },
    says: [
      'pipeline: GitHub Actions, `.github/workflows/deploy-pr.yaml`',
      'step: The job `deployment-tests` deploys to `gke-staging`.',
    ],
    not: ['cleanup'],
  },
  {
    name: 'a verb is no environment (spring-petclinic)',
    files: {
      '.github/workflows/deploy-and-test.yml': `
on: { push: { branches: [main] } }
jobs:
  deploy-and-test-cluster:
    steps:
      - run: kubectl apply -f k8s/
`,
    },
    says: ['step: The job `deploy-and-test-cluster` deploys.'],
    not: ['environment', 'trigger'],
  },
  {
    name: 'a cluster that ends with the job is deployed to by nobody (spring-petclinic)',
    files: {
      '.github/workflows/deploy.yml': `
on: { push: { branches: [main] } }
jobs:
  deploy:
    steps:
      - uses: helm/kind-action@v1
      - run: kubectl apply -f k8s/
`,
    },
    says: [],
    not: ['deploys', 'pipeline'],
  },
  {
    name: 'drafting a release is no deployment, and an environment may be one of two (PlaceCal)',
    files: {
      '.github/workflows/release-drafter.yml': `
on: { push: { branches: [main] } }
jobs:
  update_release_draft:
    steps: [{ uses: release-drafter/release-drafter@v7 }]
`,
      '.github/workflows/test-and-deploy.yml': `
on:
  push: { branches: [main] }
  release: { types: [released] }
jobs:
  deploy:
    environment:
      name: \${{ github.event_name == 'release' && 'production' || 'staging' }}
    steps:
      - run: kamal deploy -d "$DESTINATION"
`,
    },
    says: [
      'pipeline: GitHub Actions, `.github/workflows/test-and-deploy.yml`',
      'step: The job `deploy` deploys to `production` or `staging`.',
    ],
    not: ['release', 'trigger'],
  },
  {
    name: 'action: prepare approves, and what follows is started by hand (gitlab#208655)',
    files: {
      '.gitlab-ci.yml': `
stages: [approve, deploy]
approve:
  stage: approve
  script: [echo]
  environment: { name: production, action: prepare }
  when: manual
  allow_failure: false
deploy:
  stage: deploy
  script: [./deploy.sh]
  environment: production
`,
    },
    says: [
      'step: Start the job `approve` manually.',
      'step: The job `deploy` deploys to `production`.',
      'trigger production manual',
    ],
    not: ['approve` deploys', 'approve` manually: it deploys'],
  },
  {
    name: 'action: verify, access and stop change nothing that users reach (gitlab#208655)',
    files: {
      '.gitlab-ci.yml': `
check: { script: [./tool], environment: { name: production, action: verify } }
open: { script: [kubectl apply -f proxy.yml], environment: { name: production, action: access } }
end: { script: [./tool], environment: { name: production, action: stop } }
other: { script: [./tool], environment: { name: production, action: $ACTION } }
`,
    },
    says: [],
    not: ['deploys', 'environment production'],
  },
  {
    name: 'deployment: false borrows the secrets of an environment (runner#2120)',
    files: {
      '.github/workflows/stable.yml': `
on: workflow_dispatch
jobs:
  fast-forward:
    environment: { name: stable-release, deployment: false }
    steps: [{ run: git push origin HEAD:main }]
`,
    },
    says: [],
    not: ['stable-release', 'deploys'],
  },
  {
    name: 'a stage that only asks does not deploy',
    files: {
      Jenkinsfile: `
pipeline { stages {
  stage('Deploy to Staging') { steps { sh './deploy staging' } }
  stage('Approval to Deploy to Production') { steps { input message: 'Deploy to Production?', ok: 'Yes' } }
  stage('Deploy to Production') { steps { sh './deploy production' } }
} }
`,
    },
    says: [
      'step: The stage `Approval to Deploy to Production` waits for approval.',
      'step: The stage `Deploy to Production` deploys to `Production`.',
      'environment Production promotedFrom Staging',
      'trigger Production manual',
    ],
    not: ['Approval to Deploy to Production` deploys', 'trigger Staging'],
  },
  {
    name: 'a dollar-slashy string with // is read (jenkinsfile-support#59)',
    files: {
      Jenkinsfile: `
pipeline { stages {
  stage('Build') { steps { script { env.APP = env.GIT_URL.replaceAll($//[^/]*$/$, '') } } }
  stage('Deploy to staging') { steps { sh './deploy staging' } }
  stage('Deploy to production') { input { message 'Deploy?' }
    steps { sh './deploy production' } }
} }
`,
    },
    says: [
      'environment staging',
      'environment production',
      'step: Approve the stage `Deploy to production`: it deploys to `production`.',
    ],
    not: ['unknown'],
  },
  {
    name: 'a workflow of another repository is a deployment where the call says so (hypothesis/via)',
    files: {
      '.github/workflows/deploy.yml': `
on: { push: { branches: [main] } }
jobs:
  image:
    uses: example/workflows/.github/workflows/dockerhub.yml@main
  staging:
    needs: [image]
    uses: example/workflows/.github/workflows/deploy.yml@main
    with: { operation: deploy, github_environment_name: Staging, github_environment_url: 'https://staging.example.com/' }
  production:
    needs: [staging]
    uses: example/workflows/.github/workflows/deploy.yml@main
    with: { operation: deploy, github_environment_name: Production }
  old:
    uses: example/workflows/.github/workflows/deploy.yml@main
    with: { operation: destroy, github_environment_name: Old }
`,
    },
    says: [
      'environment Staging url https://staging.example.com/',
      'environment Production promotedFrom Staging',
      'unknown .github/workflows/deploy.yml:5',
    ],
    not: ['Old', 'image` deploys'],
  },
  {
    name: 'no order is said where an include may say the stage (SocialGouv/gitlab-ci-yml)',
    files: {
      '.gitlab-ci.yml': `
include: [/base_release_stage.yml]
stages: [Code Quality, test, Release]
Lint:
  stage: Code Quality
  script: [npx prettier --check .]
Release:
  extends: .base_release_stage
Deploy:
  script: [./deploy.sh]
  environment: production
`,
    },
    says: [
      'step: The job `Deploy` deploys to `production`.',
      'unknown .gitlab-ci.yml:2',
      'unknown .gitlab-ci.yml:7',
    ],
    not: ['Lint', 'check', 'Release'],
  },
  {
    name: 'an escaped blank belongs to the path (sentry#73137, hmarr/codeowners#48)',
    files: { CODEOWNERS: 'docs/My\\ Folder/ @docs\n' },
    says: ['ask @docs about Changes to `docs/My Folder/`'],
    not: [],
  },
  {
    name: 'rules have the owners of their section (GitLab)',
    files: {
      CODEOWNERS:
        '[Documentation] @docs-team\ndocs/\nREADME.md\n^[Database][2] @dba\ndb/ @dba @security\n',
    },
    says: [
      'ask @docs-team about Changes to `docs/`',
      'ask @docs-team about Changes to `README.md`',
      'ask @dba, @security about Changes to `db/`',
    ],
    not: ['Documentation'],
  },
];

it.each(reports)('drafts only what is proved: $name', async report => {
  const files = Object.entries(report.files).map(([path, text]) => ({
    path,
    text,
  }));
  const draft = await draftDocument(propose(files), { linkSchemes: ['https'] });
  const said = statementsOf(draft);

  expect(said).toEqual(expect.arrayContaining(report.says));
  expect(
    report.not.filter(each => said.some(one => one.includes(each))),
  ).toEqual([]);
});
