/** Programs that run the command after them, and their options with a value. */
const WRAPPERS: Record<string, RegExp | undefined> = {
  sudo: /^-(u|g|C|D|h|p|U)$/,
  env: /^-(u|C|S)$/,
  time: /^-(f|o)$/,
  nice: /^-n$/,
  exec: /^-a$/,
  command: /^$/,
  nohup: /^$/,
  xargs: /^-(I|n|P|L|d|E|s)$/,
  retry: /^-(t|d|s|n|m)$/,
  npx: /^(-p|--package)$/,
  bunx: /^$/,
  pnpx: /^$/,
  uvx: /^--from$/,
  winpty: /^$/,
  stdbuf: /^$/,
  unbuffer: /^$/,
};

/** Two words that run what follows: `bundle exec`, `poetry run`. */
const PAIRS =
  /^(bundle exec|poetry run|pipenv run|uv run|pipx run|pnpm dlx|pnpm exec|yarn dlx|yarn exec|npm exec|bun x|doppler run|op run|infisical run|direnv exec|chamber exec|dotenv run|aws-vault exec|aws-okta exec|teller run|mise exec|devbox run|nix-shell --run)$/;

const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** Deepest nesting of wrappers that is followed. */
const MAX_WRAPPERS = 8;

/** A command without assignments and without what only runs another command. */
export function withoutWrappers(words: readonly string[]): string[] {
  let rest = [...words];
  for (let count = 0; count < MAX_WRAPPERS; count++) {
    const start = rest.findIndex(word => !ASSIGNMENT.test(word));
    rest = start < 0 ? [] : rest.slice(start);
    const name = rest[0]?.split('/').at(-1) ?? '';
    if (PAIRS.test(rest.slice(0, 2).join(' '))) {
      rest = afterOptions(rest.slice(2), /^(-p|--profile|-c|--config)$/);
      const dashes = rest.indexOf('--');
      rest = dashes >= 0 ? rest.slice(dashes + 1) : rest;
    } else if (/^python[\d.]*$/.test(name) && rest[1] === '-m') {
      rest = rest.slice(2);
    } else if (name === 'timeout' || name === 'withTimeout') {
      rest = afterOptions(rest.slice(1), /^-(k|s)$/).slice(1);
    } else if (Object.hasOwn(WRAPPERS, name) && rest.length > 1) {
      rest = afterOptions(rest.slice(1), WRAPPERS[name]);
    } else {
      return withoutVersion(rest);
    }
  }
  return rest;
}

function afterOptions(words: string[], withValue?: RegExp): string[] {
  let start = 0;
  while (words[start]?.startsWith('-')) {
    if (words[start] === '--') {
      return words.slice(start + 1);
    }
    start += withValue?.test(words[start]) ? 2 : 1;
  }
  return words.slice(start);
}

/** `npx vercel@latest deploy` runs vercel. */
function withoutVersion([first, ...args]: string[]): string[] {
  return first === undefined
    ? []
    : [
        first
          .replace(/^(@?[\w./-]+)@[\w.^~-]+$/, '$1')
          .replace(/^@[\w-]+\//, ''),
        ...args,
      ];
}
