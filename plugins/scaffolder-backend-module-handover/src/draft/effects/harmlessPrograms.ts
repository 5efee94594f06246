/** Programs that build, test, look or prepare, whatever their arguments are. */
export const HARMLESS = new Set(
  `: [ [[ . apk apt apt-get awk base64 basename black brew bats bazel bazelisk biome bun bundle
  break buf bunx cargo cat cd chmod chown clang cmake code codecov composer continue cosign
  cp curl cut cypress date deno detect-secrets df diff dirname dnf docker-credential-gcr
  dotnet echo egrep env envsubst eslint eval exit export expr false file find flake8 git
  gitleaks glab go golangci-lint golint gpg grep gunzip gzip hadolint head id ifconfig
  install java javac jest jq k6 kubeconform kubeval kubectx kubens kustomize kube-linter
  kube-score ktlint let lighthouse lhci lint ln local locust ls make mkdir mktemp mocha mv
  mypy newman nc node nproc npm nx openssl paste phpunit phpstan php pip pip3 ping
  playwright pnpm popd prettier printenv printf psql pushd pwd pylint pytest python
  python3 pycodestyle read readlink realpath return rm rspec rubocop ruff rustup sed
  select semgrep set shasum sha256sum shellcheck shift shopt sleep snyk sonar-scanner
  sonar-scanner-cli sort ssh-add ssh-agent ssh-keygen ssh-keyscan standard stat stty
  syft tail tap tar tee test tfsec tflint time touch tox tr trap trivy true tsc type
  typeset ulimit umask uname uniq unset unzip unxz vitest wait wc wget which whoami
  xargs xz yamllint yarn yq yum zip write-output write-host import-module get-childitem
  set-location cosign grype checkov kubesec conftest opa datree cst act ansible-lint
  ansible-galaxy apt-key add-apt-repository gpg2 update-ca-certificates nslookup dig host
  az-login gsutil-version psql pg_isready wait-on wait-for-it dockerize hugo jekyll
  storybook coverage nosetests pre-commit commitlint markdownlint cspell vale`
    .split(/\s+/)
    .filter(Boolean),
);
