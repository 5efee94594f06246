import type { Tool } from './types';

const publishes = (program: RegExp, args: RegExp, what: string): Tool => ({
  program,
  otherwise: 'none',
  rules: [{ args, does: 'publishes', what }],
});

/** A goal of another plugin than `deploy`, as `appengine:deploy`. */
const DEPLOYING_GOAL =
  /(^| )(appengine|azure-webapp|azure-functions|cargo|wildfly|tomcat[67]?|jetty|fabric8|k8s|oc|beanstalk|cf|openshift|quarkus|heroku):(deploy|redeploy|apply|upload|update-environment|push)\b/;

/** Tools that publish, and do not deploy. */
export const PUBLISH_TOOLS: readonly Tool[] = [
  publishes(
    /^(npm|pnpm|lerna|jsr|vsce|ovsx|yarn)$/,
    /^(npm )?publish\b/,
    'a package',
  ),
  publishes(/^changeset$/, /^publish\b/, 'packages'),
  publishes(
    /^(twine|flit|poetry|uv|hatch|pdm)$/,
    /^(upload|publish)\b/,
    'a package',
  ),
  publishes(/^gem$/, /^push\b/, 'a package'),
  publishes(/^cargo$/, /^(publish|release)\b/, 'a package'),
  publishes(/^(dotnet|nuget)$/, /^(nuget )?push\b/, 'a package'),
  publishes(/^conan$/, /^upload\b/, 'a package'),
  publishes(
    /^goreleaser$/,
    /^(release|publish)?(?! ?(check|build))\b/,
    'a release',
  ),
  publishes(/^(semantic-release|release-it|np|cz-release)$/, /^/, 'a release'),
  publishes(
    /^(gh|glab|hub|release-cli)$/,
    /^(release )?(create|upload|edit)\b/,
    'a release',
  ),
  publishes(
    /^(ko|buildah|skopeo|crane|kaniko|executor)$/,
    /^(?!auth|login|version|ls|manifest|inspect)/,
    'a container image',
  ),
  publishes(/^(oras)$/, /^push\b/, 'an artifact'),
  publishes(/^gh-pages$/, /^/, 'a site'),
  publishes(/^(mkdocs|mike)$/, /^(gh-deploy|deploy)\b/, 'a site'),
  {
    program: /^(mvn|mvnw|mvnd)$/,
    otherwise: 'none',
    rules: [
      { args: DEPLOYING_GOAL, does: 'deploys' },
      {
        args: /(^| )jib:build\b/,
        does: 'publishes',
        what: 'a container image',
      },
      {
        args: /(^| )(deploy|release:perform|deploy:deploy(-file)?)( |$)/,
        does: 'publishes',
        what: 'a package',
      },
    ],
  },
  {
    program: /^(gradle|gradlew)(\.bat)?$/,
    otherwise: 'none',
    rules: [
      {
        args: /(^| ):?(\w+:)*(appengineDeploy|gcfDeploy|azureWebAppDeploy|azureFunctionsDeploy|cfPush|deployHeroku)\b/,
        does: 'deploys',
      },
      {
        args: /(^| ):?(\w+:)*jib\b/,
        does: 'publishes',
        what: 'a container image',
      },
      {
        args: /(^| ):?(\w+:)*(publish\w*|uploadArchives|bintrayUpload)\b/,
        does: 'publishes',
        what: 'a package',
      },
      { args: /(^| ):?(\w+:)*deploy\w*\b/, does: 'opaque' },
    ],
  },
];
