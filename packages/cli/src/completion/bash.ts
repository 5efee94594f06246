import type { CommandModel } from './model';

/** A completion script for bash 3.2 and later; needs no other package. */
export function bashScript(commands: CommandModel[]): string {
  return `# Completion of handover for bash. Load it with:
#   source <(handover completion bash)

_handover() {
  local current="\${COMP_WORDS[COMP_CWORD]}"
  local previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local words='' files='' word
  COMPREPLY=()

  if [[ $COMP_CWORD -eq 1 ]]; then
    words='${[...commands.map(({ name }) => name), 'help'].join(
      ' ',
    )} --help --version'
  else
    case "\${COMP_WORDS[1]} $previous" in
${commands.flatMap(valueCases).join('\n')}
      *)
        case "\${COMP_WORDS[1]}" in
${commands.map(commandCase).join('\n')}
          help) words='${commands.map(({ name }) => name).join(' ')}' ;;
        esac
        ;;
    esac
  fi

  if [[ -n $words ]]; then
    while IFS='' read -r word; do
      COMPREPLY+=("$word")
    done < <(compgen -W "$words" -- "$current")
  fi
  if [[ -n $files && $current != -* ]]; then
    # Lets bash add slashes to folders and quote what needs it.
    compopt -o filenames 2>/dev/null
    while IFS='' read -r word; do
      COMPREPLY+=("$word")
    done < <(compgen -f -- "$current")
  fi
}

complete -F _handover handover
`;
}

/** What comes after an option that takes a value. */
function valueCases({ name, options }: CommandModel): string[] {
  return options.flatMap(({ flags, value }) => {
    if (!value) {
      return [];
    }
    const patterns = flags.map(flag => `'${name} ${flag}'`).join(' | ');
    if (value.file) {
      return [`      ${patterns}) files=yes ;;`];
    }
    const words = value.choices.join(' ');
    return [`      ${patterns}) words='${words}' ;;`];
  });
}

function commandCase({ name, options, arguments: args }: CommandModel): string {
  const flags = options.flatMap(option => option.flags);
  const choices = args.flatMap(argument => argument.choices);
  const files = args.some(argument => argument.choices.length === 0);
  return `          ${name}) words='${[...choices, ...flags].join(' ')}'${
    files ? ' files=yes' : ''
  } ;;`;
}
