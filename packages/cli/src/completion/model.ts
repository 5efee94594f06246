import type { Argument, Command, Option } from 'commander';

/** What may be typed after a command. */
export type CommandModel = {
  name: string;
  description: string;
  options: OptionModel[];
  arguments: { name: string; choices: string[]; repeats: boolean }[];
};

/** An option by its names, such as `-o` and `--output`. */
export type OptionModel = {
  flags: string[];
  description: string;
  repeats: boolean;
  /** Absent where the option takes no value. */
  value?: { name: string; choices: string[]; file: boolean };
};

/** Reads the commands from the program itself, so that completion cannot lag behind it. */
export function describeCommands(program: Command): CommandModel[] {
  return program.commands.map(command => {
    const parts = describeCommands(command);
    return {
      name: command.name(),
      description: firstSentence(command.description()),
      options: unitedOptions([
        ...command.createHelp().visibleOptions(command).map(describeOption),
        ...parts.flatMap(({ options }) => options),
      ]),
      arguments: [
        ...command.registeredArguments.map(describeArgument),
        ...(parts.length > 0
          ? [
              {
                name: 'action',
                choices: parts.map(({ name }) => name),
                repeats: false,
              },
            ]
          : []),
        ...parts.flatMap(part => part.arguments),
      ],
    };
  });
}

/** Subcommands may have options of the same name, with other choices. */
function unitedOptions(options: readonly OptionModel[]): OptionModel[] {
  const united = new Map<string, OptionModel>();
  for (const option of options) {
    const flag = option.flags.join();
    const known = united.get(flag);
    united.set(flag, {
      ...option,
      ...(option.value && {
        value: {
          ...option.value,
          choices: [
            ...new Set([
              ...(known?.value?.choices ?? []),
              ...option.value.choices,
            ]),
          ],
        },
      }),
    });
  }
  return [...united.values()];
}

function describeOption(option: Option): OptionModel {
  const name = option.long?.replace(/^--/, '') ?? '';
  return {
    flags: [option.short, option.long].flatMap(flag => flag ?? []),
    description: firstSentence(option.description),
    repeats: option.description.includes('may be repeated'),
    ...((option.required || option.optional) && {
      value: {
        name,
        choices: option.argChoices ?? [],
        file: /<(?:file|folder)>/.test(option.flags),
      },
    }),
  };
}

function describeArgument(argument: Argument) {
  return {
    name: argument.name(),
    choices: argument.argChoices ?? [],
    repeats: argument.variadic,
  };
}

function firstSentence(text: string): string {
  return text.split(/;|\(|\.(?:\s|$)/)[0].trim();
}
