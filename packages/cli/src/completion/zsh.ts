import type { CommandModel, OptionModel } from './model';

/** A completion script for zsh's own completion system. */
export function zshScript(commands: CommandModel[]): string {
  return `#compdef handover
# Completion of handover for zsh. Put it into a folder of $fpath as _handover, or
# load it with:
#   source <(handover completion zsh)

_handover() {
  local context state state_descr line
  typeset -A opt_args

  _arguments -C \\
    '(- *)'{-h,--help}'[print help]' \\
    '(- *)'{-V,--version}'[print the version]' \\
    '1:command:->command' \\
    '*::argument:->argument'

  case $state in
    command)
      local -a commands
      commands=(
${commands
  .map(({ name, description }) => `        ${quote(`${name}:${description}`)}`)
  .join('\n')}
        'help:print help for a command'
      )
      _describe -t commands 'handover command' commands
      ;;
    argument)
      case $line[1] in
${commands.map(commandCase).join('\n')}
        help) _values 'command' ${commands.map(({ name }) => name).join(' ')} ;;
      esac
      ;;
  esac
}

if [[ $funcstack[1] == _handover ]]; then
  _handover "$@"
else
  compdef _handover handover
fi
`;
}

function commandCase({ name, options, arguments: args }: CommandModel): string {
  const specs = [
    ...options.map(optionSpec),
    ...args.map(argument => {
      const action =
        argument.choices.length > 0
          ? `(${argument.choices.join(' ')})`
          : '_files';
      return quote(`${argument.repeats ? '*' : ''}:${argument.name}:${action}`);
    }),
  ];
  return `        ${name})
          _arguments -s \\
${specs.map(spec => `            ${spec}`).join(' \\\n')}
          ;;`;
}

function optionSpec({
  flags,
  description,
  repeats,
  value,
}: OptionModel): string {
  const explanation = `[${description.replace(/[[\]\\:]/g, '\\$&')}]`;
  let argument = '';
  if (value?.file) {
    argument = `:${value.name}:_files`;
  } else if (value) {
    argument = `:${value.name}:${
      value.choices.length > 0 ? `(${value.choices.join(' ')})` : ''
    }`;
  }
  const [first] = flags;
  if (flags.length === 1) {
    return quote(`${repeats ? '*' : ''}${first}${explanation}${argument}`);
  }
  // Either name, but not both.
  return `${quote(`(${flags.join(' ')})`)}{${flags.join(',')}}${quote(
    `${explanation}${argument}`,
  )}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
