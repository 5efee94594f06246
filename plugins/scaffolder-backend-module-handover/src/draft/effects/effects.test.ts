import { effectOfAction } from './actionEffects';
import { effectsOfCommand } from './commandEffects';
import { jobEffect } from './jobEffect';
import { Scripts } from './Scripts';
import { readCommands } from './shell';

const files = [
  {
    path: 'package.json',
    text: '{"scripts": {"deploy": "gh-pages -d dist", "ship": "npm run build && firebase deploy", "loop": "npm run loop"}}',
  },
  {
    path: 'Makefile',
    text: 'deploy: build\n\t@helm upgrade --install a charts/a\nplan:\n\tterraform plan\nall: deploy\n\t$(MAKE) deploy\n',
  },
  { path: 'deploy.sh', text: '#!/bin/sh\necho nothing here yet\n' },
  { path: 'ci/release.sh', text: 'set -e\nkubectl apply -f k8s\n' },
  { path: 'ci/up.sh', text: './do-the-thing --now\n' },
];
const scripts = Scripts.create(files);

const kindsOf = (script: string) =>
  readCommands(
    script.split('\n').map((text, index) => ({
      text,
      path: 'script',
      line: index + 1,
    })),
  )
    .flatMap(command => effectsOfCommand(command, scripts))
    .map(({ kind }) => kind)
    .filter(kind => kind !== 'none');

it.each([
  'kubectl apply -f k8s/',
  'kubectl -n orders --context prod set image deployment/a a=b',
  'kubectl rollout restart deploy/a',
  '$KUBECTL replace -f a.yaml',
  'kustomize build overlays/prod | kubectl apply -f -',
  'sudo -u deploy kubectl apply -f -',
  'if [ "$A" ]; then kubectl apply -f a; fi',
  'kubectl diff -f a || kubectl apply -f a',
  'kubectl apply --dry-run=none -f a',
  'helm --kube-context prod upgrade --install a charts/a',
  'helm secrets upgrade a charts/a',
  'helmfile -e production apply',
  'argocd app sync orders',
  'terraform -chdir=infra apply -auto-approve',
  'terragrunt run-all apply',
  'npx serverless@3 deploy --stage prod',
  'npx -y cdk deploy --all',
  'sam build && sam deploy',
  'aws --region eu-1 ecs update-service --cluster a --service b',
  'aws cloudformation deploy --stack-name a',
  'aws lambda update-function-code --function-name a',
  'aws s3 sync dist/ s3://www.example.com --delete',
  'gcloud run deploy orders --image a',
  'gcloud beta app deploy',
  'az webapp deploy --name a',
  'fly deploy --remote-only',
  'vercel deploy --prebuilt --prod',
  'npx vercel --prod',
  'netlify deploy --dir=dist --prod',
  'cap production deploy',
  'ansible-playbook -i hosts deploy.yml',
  'rsync -avz --delete build/ web@www.example.com:/srv/app',
  'ssh web@example.com "cd /srv/app && docker compose up -d"',
  'ssh web@example.com <<EOF\nsudo systemctl restart orders\nEOF',
  'docker stack deploy -c stack.yml orders',
  'docker --context prod compose up -d',
  'git push heroku main',
  'git push ssh://dokku@example.com:22/app main',
  'heroku container:release web -a a',
  'bundle exec kamal deploy',
  'vendor/bin/dep deploy production',
  'dpl --provider=heroku --app=a',
  './mvnw appengine:deploy',
  'curl -X POST "$RENDER_DEPLOY_HOOK"',
  'bash -c "helm upgrade a b"',
  'npm run ship',
  'yarn ship',
  'make deploy',
  './ci/release.sh production',
  'bash ci/release.sh',
  './deploy staging',
])('knows that this deploys: %s', script => {
  expect(kindsOf(script)).toContain('deploys');
});

it.each([
  ['kubectl delete namespace a', 'removes'],
  ['helm uninstall a', 'removes'],
  ['terraform destroy -auto-approve', 'removes'],
  ['terraform apply -destroy', 'removes'],
  ['docker push a/b', 'publishes'],
  ['docker buildx build --push .', 'publishes'],
  ['mvn -B clean deploy', 'publishes'],
  ['./gradlew publish', 'publishes'],
  ['npm publish --access public', 'publishes'],
  ['twine upload dist/*', 'publishes'],
  ['python -m twine upload dist/*', 'publishes'],
  ['cargo publish', 'publishes'],
  ['gh release create v1', 'publishes'],
  ['helm push a.tgz oci://b', 'publishes'],
  ['mkdocs gh-deploy --force', 'publishes'],
  ['npm run deploy', 'publishes'],
  ['goreleaser release --clean', 'publishes'],
  ['kind create cluster', 'local'],
  ['minikube start', 'local'],
])('knows that this does not deploy but does something: %s', (script, kind) => {
  expect(kindsOf(script)).toEqual([kind]);
});

it.each([
  '# kubectl apply -f a',
  'echo "kubectl apply -f a" && true',
  "echo 'a\nkubectl apply -f b'",
  'cat <<EOF > notes.txt\nkubectl apply -f a\nEOF',
  'kubectl diff -f a',
  'kubectl get all',
  'kubectl rollout status deployment/a',
  'kubectl apply --dry-run=server -f a',
  'kubectl apply view-last-applied deploy/a',
  'kubectl create namespace a',
  'kubectl create secret generic a --dry-run=client -o yaml | kubectl apply -f -',
  'helm template a charts/a',
  'helm upgrade --dry-run a charts/a',
  'helm diff upgrade a charts/a',
  'helm rollback a 1',
  'helm lint charts/a',
  'terraform plan -out a',
  'terraform init && terraform validate',
  'pulumi preview',
  'cdk diff',
  'npx serverless package',
  'aws ecs describe-services --services a',
  'aws cloudformation deploy --no-execute-changeset --stack-name a',
  'gcloud run services describe a',
  'vercel build --prod',
  'vercel deploy',
  'netlify deploy',
  'wrangler deploy --dry-run',
  'firebase hosting:channel:deploy pr-1',
  'docker compose up -d',
  'docker build -t a .',
  'ansible-playbook deploy.yml --check',
  'rsync -avn a/ host:/b',
  'rsync -a host:/backup .',
  'prisma format',
  'make plan',
  'npm run test:deploy',
  './deploy.sh',
  './deploy --dry-run',
  './scripts/cleanup-deployment-logs.py',
  './deploy.py rollback',
])('knows that this does not deploy: %s', script => {
  expect(kindsOf(script)).not.toContain('deploys');
  expect(kindsOf(script)).not.toContain('uploads');
});

it.each([
  './do-the-thing',
  'ci/up.sh',
  'npx prisma migrate deploy',
  'npm run loop',
  'gcloud builds submit',
])('does not claim to know what this does: %s', script => {
  expect(kindsOf(script)).not.toContain('deploys');
  expect(
    jobEffect(
      readCommands([{ text: script, path: 'a', line: 1 }]).flatMap(each =>
        effectsOfCommand(each, scripts),
      ),
      { name: 'x', declares: false },
    ).kind,
  ).not.toBe('deploys');
});

it('knows the lines of commands that are spread over several', () => {
  expect(
    readCommands([
      { text: 'helm upgrade \\', path: 'a', line: 3 },
      { text: '  orders "charts/my orders" # now', path: 'a', line: 4 },
      { text: 'A=1 echo $(cat "$FILE") >> out 2>&1', path: 'a', line: 5 },
    ]).map(({ words, line }) => ({ words, line })),
  ).toEqual([
    { words: ['helm', 'upgrade', 'orders', 'charts/my orders'], line: 3 },
    { words: ['cat', '$FILE'], line: 5 },
    { words: ['A=1', 'echo', '$()'], line: 5 },
  ]);
});

it.each([
  ['google-github-actions/deploy-cloudrun@v2', {}, 'deploys'],
  [
    'aws-actions/amazon-ecs-deploy-task-definition@v2',
    { service: 'a' },
    'deploys',
  ],
  ['aws-actions/amazon-ecs-deploy-task-definition@v2', {}, 'none'],
  ['Azure/webapps-deploy@v3', {}, 'deploys'],
  ['Azure/static-web-apps-deploy@v1', { action: 'close' }, 'removes'],
  ['amondnet/vercel-action@v25', {}, 'none'],
  ['amondnet/vercel-action@v25', { 'vercel-args': '--prod' }, 'deploys'],
  ['FirebaseExtended/action-hosting-deploy@v0', {}, 'none'],
  [
    'FirebaseExtended/action-hosting-deploy@v0',
    { channelId: 'live' },
    'deploys',
  ],
  ['pulumi/actions@v6', { command: 'preview' }, 'none'],
  ['pulumi/actions@v6', { command: 'destroy' }, 'removes'],
  ['actions/deploy-pages@v4', {}, 'publishes'],
  ['pypa/gh-action-pypi-publish@release/v1', {}, 'publishes'],
  ['docker/build-push-action@v6', {}, 'none'],
  [
    'docker/build-push-action@v6',
    { push: '${{ github.ref == 1 }}' },
    'publishes',
  ],
  ['release-drafter/release-drafter@v6', {}, 'none'],
  ['trstringer/manual-approval@v1', {}, 'asks'],
  ['bobheadxi/deployments@v1', {}, 'none'],
  ['acme/deploy-to-moon@v1', {}, 'opaque'],
  ['acme/delete-preview@v1', {}, 'removes'],
])('knows what the action %s does with %j', (uses, inputs, kind) => {
  const given = new Map<string, string>(Object.entries(inputs));
  expect(effectOfAction(uses, name => given.get(name))).toMatchObject({ kind });
});

it.each([
  ['deploy', ['opaque'], 'deploys'],
  ['deploy', [], 'deploys'],
  ['deploy', ['none'], 'mayAsk'],
  ['deploy', ['none', 'deploys'], 'deploys'],
  ['deploy', ['opaque', 'removes'], 'runs'],
  ['cleanup', ['opaque'], 'runs'],
  ['e2e-tests', ['opaque'], 'runs'],
  ['build-and-deploy', ['opaque'], 'deploys'],
  ['deploy', ['opaque', 'publishes'], 'publishes'],
  ['deploy', ['uploads', 'invalidates'], 'deploys'],
  ['gate', ['asks'], 'asks'],
] as const)(
  'decides about the job %s, which names an environment and does %j',
  (name, kinds, expected) => {
    expect(
      jobEffect(
        kinds.map(kind => ({ kind, what: 'something' })),
        { name, declares: true },
      ).kind,
    ).toBe(expected);
  },
);

it('deploys to nothing that ends with the job, and to the rest', () => {
  const job = { name: 'deploy', declares: false };
  const cluster = { kind: 'deploys', inCluster: true } as const;
  const local = { kind: 'local' } as const;
  expect(jobEffect([local, cluster], job).kind).toBe('runs');
  expect(jobEffect([local, cluster, { kind: 'deploys' }], job).kind).toBe(
    'deploys',
  );
});
