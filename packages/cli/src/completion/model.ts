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
  return program.commands.map(command => ({
    name: command.name(),
    description: firstSentence(command.description()),
    options: command.createHelp().visibleOptions(command).map(describeOption),
    arguments: command.registeredArguments.map(describeArgument),
  }));
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
        file: /<file>/.test(option.flags),
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
