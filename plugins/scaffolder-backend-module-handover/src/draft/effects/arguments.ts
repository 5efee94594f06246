/** Options that come with a value before the first argument. */
const WITH_VALUE =
  /^(-n|-c|-e|-f|-s|-C|-A|--namespace|--context|--kubeconfig|--kube-context|--cwd|--prefix|--region|--profile|--project|--server|--token|--environment|--file|--config|--selector|-l|--dir|--filter|-F|--app|-a|--stage|-r|--remote|--host|-H|--log-level|--directory|-p|--subscription)$/;

/** Arguments that are no options, and no values of those that are known to have one. */
export function withoutOptions(args: readonly string[]): string[] {
  return args.filter(
    (arg, index) =>
      !arg.startsWith('-') && !(index > 0 && WITH_VALUE.test(args[index - 1])),
  );
}

/** Options that turn a command into one that changes nothing. */
export const DRY_RUN =
  /^--?(dry-?run|what-?if|no-?op|simulate|check|syntax-check|list-tasks|list-hosts|help|version|plan|diff|validate-only)(=(?!false$|none$).*)?$/i;

/** Arguments of a deploy script that turn it into something else. */
export const INSTEAD =
  /^(check|clean|cleanup|delete|destroy|diff|down|dry-?run|help|list|plan|preview|remove|rollback|status|stop|teardown|test|undeploy|uninstall|validate|verify)$/i;
