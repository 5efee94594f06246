import { withoutOptions } from './arguments';
import { ofUnknown } from './ofUnknown';
import type { Effect } from './types';

type Special = (args: string[]) => Effect | undefined;

/** A composition runs on this machine, unless another host or context is named. */
function compose(args: string[]): Effect {
  const isRemote = args.some(
    (arg, index) =>
      /^(-H|--host|--context|-c)$/.test(args[index - 1] ?? '') ||
      /^(--host|--context)=/.test(arg),
  );
  if (args.includes('push')) {
    return { kind: 'publishes', what: 'a container image' };
  }
  return isRemote && args.includes('up')
    ? { kind: 'deploys' }
    : { kind: 'none' };
}

/** Copies to another machine, unless it is of something that nobody runs. */
function copies(args: string[]): Effect {
  const target = args.at(-1) ?? '';
  const isRemote = /^([\w.$(){}@-]+):(?!\/\/)/.test(target);
  const isElse = args.some(arg =>
    /(^|[/_.@-])(docs?|documentation|backups?|coverage|reports?|mirrors?|downloads?|artifacts?|packages?|repo|logs?|pages)([/_.:-]|$)/i.test(
      arg,
    ),
  );
  if (args.some(arg => /^(-[a-zA-Z]*n[a-zA-Z]*|--dry-run)$/.test(arg))) {
    return { kind: 'none' };
  }
  if (!isRemote) {
    return { kind: 'none' };
  }
  return isElse
    ? { kind: 'opaque', what: 'a copy to another machine' }
    : { kind: 'deploys' };
}

/** Programs that take more than a look at their first arguments. */
export const SPECIAL: Record<string, Special | undefined> = {
  rsync: copies,
  scp: copies,
  'ansible-playbook': args => {
    if (
      args.some(arg => /^(--check|-C|--syntax-check|--list-\w+)$/.test(arg))
    ) {
      return { kind: 'none' };
    }
    const playbook = args.find(arg => /\.ya?ml$/.test(arg)) ?? '';
    return ofUnknown(playbook || 'ansible-playbook', []);
  },
  'docker-compose': args => compose(args),
  docker: args => (args.includes('compose') ? compose(args) : undefined),
  curl: args => {
    const all = args.join(' ');
    return /deploy[-_]?hook|api\.render\.com\/deploy\//i.test(all)
      ? { kind: 'deploys' }
      : { kind: 'none' };
  },
  aws: args => {
    // A folder that replaces what a website serves.
    const [, verb, source] = withoutOptions(args);
    return args.includes('s3') &&
      verb === 'sync' &&
      !args.some(arg => /^--dryrun$/.test(arg)) &&
      args.some(arg => /^--delete$/.test(arg)) &&
      /(^|\/)(build|dist|public|out|_?site|www)\/?$/.test(source ?? '')
      ? { kind: 'deploys' }
      : undefined;
  },
};
