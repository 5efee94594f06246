import {
  Argument,
  Command,
  CommanderError,
  InvalidArgumentError,
  Option,
} from 'commander';
import { styleText } from 'node:util';
import { version } from './version';

/**
 * The command line: names, options, help. What a command does is loaded when it
 * is called, so that help and completion need none of it.
 */
export function createProgram(): Command {
  const program = new Command('handover')
    .description('Check, compare, show and create handover.yaml files.')
    .version(`handover ${version()}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [command]', 'print help for a command')
    .exitOverride()
    .configureHelp({
      styleTitle: title => styleText('bold', title, { validateStream: false }),
    })
    .showHelpAfterError("See 'handover --help'.");
  addLint(program);
  addCoverage(program);
  addDiff(program);
  addWindows(program);
  addGate(program);
  addInit(program);
  addExport(program);
  addScorecard(program);
  addSchema(program);
  addCompletion(program);
  return program;
}

function addLint(program: Command) {
  documents(
    command(
      program,
      'lint',
      'Check the schema, references, schedules and secrets of handovers, scorecards and calendars.',
    )
      .addArgument(filesArgument())
      .addOption(format(['human', 'json', 'sarif', 'github']).default('human'))
      .option('--strict', 'treat warnings as problems')
      .option(
        '--stdin-filename <name>',
        "file name to show for standard input ('-')",
      )
      .option(
        '--facts <file>',
        'JSON with the facts of your portal, for conditions of scorecards',
      )
      .option(
        '--at <instant>',
        'check windows for mistakes as of this time, in RFC 3339 (default: now)',
      ),
  )
    .addHelpText(
      'after',
      examples(
        [
          'handover lint',
          "handover lint services/orders 'libs/**/handover.yaml'",
          'handover lint --format sarif > handover.sarif',
          'git show HEAD:handover.yaml | handover lint -',
        ],
        [
          ['0', 'no problems'],
          ['1', 'problems'],
          ['2', 'a file is unreadable'],
        ],
      ),
    )
    .action(async (files, options) =>
      (await import('./commands/lint')).lint(files, options),
    );
}

function addCoverage(program: Command) {
  documents(
    command(
      program,
      'coverage',
      'Report coverage: the share of required fields that are filled in.',
    )
      .addArgument(filesArgument())
      .addOption(
        new Option(
          '--min <ratio>',
          'exit with 1 if a handover covers less than this, such as 0.8 or 80%',
        ).argParser(parseRatio),
      )
      .option('--missing', 'list empty required fields and why they matter')
      .addOption(format(['human', 'json']).default('human')),
  )
    .addHelpText(
      'after',
      examples(
        ['handover coverage --min 0.8', 'handover coverage --missing'],
        [
          ['0', 'every handover reaches --min'],
          ['1', 'a handover is below --min'],
          ['2', 'a file is unreadable or invalid'],
        ],
      ),
    )
    .action(async (files, options) =>
      (await import('./commands/coverage')).coverage(files, options),
    );
}

function addDiff(program: Command) {
  documents(
    command(
      program,
      'diff',
      'Compare two handovers by fields and list items instead of lines.',
    )
      .argument('<before>', "the earlier file, '-' for standard input")
      .argument('<after>', "the later file, '-' for standard input")
      .addOption(format(['human', 'json']).default('human')),
  )
    .addHelpText(
      'after',
      examples(
        [
          'handover diff old.yaml new.yaml',
          'git show HEAD~1:handover.yaml | handover diff - handover.yaml',
        ],
        [
          ['0', 'no differences'],
          ['1', 'differences'],
          ['2', 'a file is unreadable or invalid'],
        ],
      ),
    )
    .action(async (before, after, options) =>
      (await import('./commands/diff')).diff(before, after, options),
    );
}

function addWindows(program: Command) {
  documents(
    command(
      program,
      'windows',
      'Show where changes are allowed now, and the next windows.',
    )
      .addArgument(fileArgument())
      .option(
        '--at <instant>',
        'instant to evaluate, in RFC 3339, such as 2026-11-30T09:00:00+05:30 (default: now)',
      )
      .addOption(
        new Option('--next <number>', 'number of upcoming windows to list')
          .argParser(parseNext)
          .default(5),
      )
      .option('--environment <name>', 'only this environment')
      .addOption(
        new Option('--change <kind>', 'kind of change')
          .choices(['deploy', 'rollback', 'config', 'scale'])
          .default('deploy'),
      )
      .option(
        '--time-zone <name>',
        'IANA time zone for the output (default: yours)',
      )
      .addOption(format(['human', 'json']).default('human')),
  )
    .addHelpText(
      'after',
      examples(
        [
          'handover windows',
          'handover windows services/orders/handover.yaml --environment production',
          'handover windows --at 2026-11-30T09:00:00+05:30 --next 10',
        ],
        [
          ['0', 'decisions were made, whatever the verdict'],
          ['2', 'a file is unreadable or invalid'],
        ],
      ),
    )
    .action(async (file, options) =>
      (await import('./commands/windows')).windows(file, options),
    );
}

function addGate(program: Command) {
  const gate = command(
    program,
    'gate',
    'Ask a portal whether an entity can be changed in an environment, and fail the pipeline if it cannot.',
  )
    // 2 is an unknown verdict here, so mistakes in the options have another code.
    .exitOverride(({ exitCode, code, message }) => {
      throw new CommanderError(exitCode === 0 ? 0 : 3, code, message);
    })
    .requiredOption(
      '--entity <ref>',
      'the catalog entity, such as component:default/orders',
    )
    .requiredOption('--environment <name>', 'name or alias of the environment');
  addGateQuestion(gate);
  gate
    .option(
      '--wait <duration>',
      'how long to wait for the gate to open, such as 2h or PT2H',
    )
    .option('--record', 'record the decision in the portal')
    .option(
      '--change-id <id>',
      'your name for the change in the record, such as a pipeline run',
    )
    .addOption(
      new Option(
        '--unreachable <policy>',
        'if the portal cannot be reached: fail, decide from the last known calendars, or pass',
      )
        .choices(['fail', 'cached', 'pass'])
        .default('fail'),
    )
    .option(
      '--max-age <duration>',
      'how old the calendars of --unreachable cached can be',
      '1h',
    )
    .option(
      '--cache-dir <folder>',
      'where --unreachable cached stores calendars (default: in your cache folder)',
    )
    .option(
      '--retry-for <duration>',
      'how long to retry if the portal cannot be reached or is busy',
      '1m',
    )
    .addOption(portal())
    .option(
      '--time-zone <name>',
      'IANA time zone for the output (default: yours)',
    )
    .addOption(format(['human', 'json', 'github']).default('human'))
    .addHelpText(
      'after',
      examples(
        [
          'handover gate --entity component:default/orders --environment production',
          'handover gate --entity component:default/orders --environment production --wait 2h --record',
          'handover gate --entity component:default/orders --environment production --format github',
        ],
        [
          ['0', 'the gate is open, or is configured to let the change pass'],
          ['1', 'the gate is closed'],
          ['2', 'the verdict is unknown, or there is no decision'],
          ['3', 'an option is wrong, or the portal rejected the request'],
        ],
      ),
    )
    .action(async options => (await import('./commands/gate')).gate(options));
}

/** What is to be changed, and when. */
function addGateQuestion(gate: Command) {
  gate
    .addOption(
      new Option('--change <kind>', 'kind of change')
        .choices(['deploy', 'rollback', 'config', 'scale'])
        .default('deploy'),
    )
    .option(
      '--artifact-name <name>',
      'what you deploy, if the service has several artifacts',
    )
    .option('--artifact-version <version>', 'the version that you deploy')
    .option('--artifact-digest <digest>', 'the OCI digest that you deploy')
    .option(
      '--at <instant>',
      'instant to decide for, in RFC 3339, such as 2026-11-30T09:00:00+05:30 (default: now)',
    );
}

function addInit(program: Command) {
  command(
    program,
    'init',
    'Create a handover.yaml from your answers and options.',
  )
    .option(
      '-o, --output <file>',
      "output file, '-' for standard output",
      'handover.yaml',
    )
    .option('--force', 'write even if the file exists')
    .option('--no-input', "don't ask questions, even in a terminal")
    .option(
      '--entity <ref>',
      'the catalog entity, such as component:default/orders (default: from catalog-info.yaml)',
    )
    .addOption(
      new Option(
        '--tier <number>',
        'service tier, 1 is the most critical',
      ).choices(['1', '2', '3', '4']),
    )
    .option('--purpose <text>', 'what the service does')
    .option('--user <who>', 'who uses it; may be repeated', collect)
    .addOption(
      new Option('--criticality <level>', 'how critical it is').choices([
        'low',
        'medium',
        'high',
        'critical',
      ]),
    )
    .option('--impact <text>', 'impact of an outage')
    .option(
      '--environment <name>',
      'environment, in promotion order; may be repeated',
      collect,
    )
    .option('--reviewed-by <name>', 'who reviewed the content, as of today')
    .option(
      '--schema <location>',
      'URL or path of the JSON Schema, for editors (see handover schema)',
    )
    .addHelpText(
      'after',
      examples(
        [
          'handover init',
          "handover init --no-input --tier 2 --purpose 'Takes orders in.' --environment staging --environment production",
        ],
        [
          ['0', 'written'],
          ['2', 'not written'],
          ['130', 'cancelled'],
        ],
      ),
    )
    .action(async options => (await import('./commands/init')).init(options));
}

function addExport(program: Command) {
  documents(
    command(program, 'export', 'Export a handover as one page.')
      .addArgument(fileArgument())
      .addOption(format(['md', 'html']).default('md'))
      .option('-o, --output <file>', 'output file (default: standard output)')
      .option('--title <text>', 'heading of the page'),
  )
    .addHelpText(
      'after',
      examples(
        [
          'handover export > docs/handover.md',
          'handover export --format html --output handover.html',
        ],
        [
          ['0', 'written'],
          ['2', 'a file is unreadable, unwritable or invalid'],
        ],
      ),
    )
    .action(async (file, options) =>
      (await import('./commands/export')).exportDocument(file, options),
    );
}

function addScorecard(program: Command) {
  const scorecard = command(
    program,
    'scorecard',
    'Check the level of an entity, and plan changes to a scorecard.',
  )
    .helpCommand(false)
    .addHelpText(
      'after',
      examples(
        [
          'handover scorecard check --entity component:default/orders --min-level silver',
          'handover scorecard plan scorecards/ready.yaml',
        ],
        [
          ['0', 'the level is reached; the plan was made'],
          [
            '1',
            'the level is not reached; levels are lost, with --fail-on-loss',
          ],
          ['2', 'nothing can be said'],
        ],
      ),
    );
  addScorecardCheck(scorecard);
  addScorecardPlan(scorecard);
}

function addScorecardCheck(scorecard: Command) {
  command(
    scorecard,
    'check',
    'Ask a portal which level of a scorecard an entity has reached.',
  )
    .requiredOption(
      '--entity <ref>',
      'the catalog entity, such as component:default/orders',
    )
    .option(
      '--scorecard <name>',
      'only this scorecard (default: every one that applies)',
    )
    .option(
      '--min-level <id>',
      'exit with 1 below this level, such as silver. A level that is only the last known one does not suffice',
    )
    .addOption(portal())
    .addOption(format(['human', 'json']).default('human'))
    .addHelpText(
      'after',
      examples(
        [
          'handover scorecard check --entity component:default/orders --portal https://portal.example.com',
          'handover scorecard check --entity component:default/orders --min-level silver',
        ],
        [
          ['0', 'the level is reached'],
          ['1', 'the level is not reached, or it is not known'],
          [
            '2',
            'the portal cannot be asked, or has no such scorecard or level',
          ],
        ],
      ),
    )
    .action(async options =>
      (await import('./commands/scorecard')).checkScorecards(options),
    );
}

function addScorecardPlan(scorecard: Command) {
  documents(
    command(
      scorecard,
      'plan',
      'Predict which entities change level if a scorecard is put in force.',
    )
      .argument('<file>', "the scorecard, '-' for standard input")
      .addOption(portal())
      .option(
        '--documents <folder>',
        'plan with the handover.yaml files in a folder, without a portal',
      )
      .option(
        '--base <file>',
        'the scorecard as it was, to compare with; needs --documents',
      )
      .option(
        '--fail-on-loss',
        'exit with 1 if an entity loses a level or leaves the scope, or if none is in it',
      )
      .addOption(format(['human', 'json', 'markdown']).default('human')),
  )
    .addHelpText(
      'after',
      examples(
        [
          'handover scorecard plan ready.yaml --portal https://portal.example.com',
          'handover scorecard plan ready.yaml --format markdown > comment.md',
          'handover scorecard plan ready.yaml --documents services --base old.yaml',
        ],
        [
          ['0', 'the plan was made'],
          ['1', 'levels are lost, with --fail-on-loss'],
          [
            '2',
            'the scorecard is invalid, a file is unreadable, or the portal cannot be asked',
          ],
        ],
      ),
    )
    .action(async (file, options) =>
      (await import('./commands/scorecardPlan')).planScorecard(file, options),
    );
}

function addSchema(program: Command) {
  documents(
    command(
      program,
      'schema',
      'Print the JSON Schema of handover.yaml, scorecards or calendars, for editors.',
    ).addOption(
      new Option('--kind <kind>', 'what the schema is of')
        .choices(['handover', 'scorecard', 'calendar'])
        .default('handover'),
    ),
  )
    .addHelpText(
      'after',
      examples(
        [
          'handover schema > handover.schema.json',
          'handover schema --kind scorecard > scorecard.schema.json',
        ],
        [['0', 'printed']],
      ),
    )
    .action(async options =>
      (await import('./commands/schema')).schema(options),
    );
}

function addCompletion(program: Command) {
  command(program, 'completion', 'Print a completion script for a shell.')
    .addArgument(new Argument('<shell>', 'shell').choices(['bash', 'zsh']))
    .addHelpText(
      'after',
      examples(
        [
          'source <(handover completion bash)',
          'handover completion zsh > "${fpath[1]}/_handover"',
        ],
        [['0', 'printed']],
      ),
    )
    .action(async shell =>
      (await import('./commands/completion')).completion(shell, program),
    );
}

function command(parent: Command, name: string, description: string): Command {
  const path = parent.parent ? `${parent.name()} ${name}` : name;
  return parent
    .command(name)
    .description(description)
    .helpOption('-h, --help', 'print help')
    .showHelpAfterError(`See 'handover ${path} --help'.`);
}

/** Options of every command that reads documents. */
function documents(reader: Command): Command {
  return reader.option(
    '--link-scheme <scheme>',
    'allow links with this scheme, such as slack, in addition to http, https and mailto; may be repeated',
    collect,
  );
}

function filesArgument(): Argument {
  return new Argument(
    '[files...]',
    "files, folders, glob patterns, or '-' (default: every handover.yaml in the current folder and its subfolders, except in node_modules)",
  );
}

function fileArgument(): Argument {
  return new Argument('[file]', "the handover, '-' for standard input").default(
    'handover.yaml',
  );
}

function portal(): Option {
  return new Option('--portal <url>', 'address of the Backstage backend').env(
    'HANDOVER_PORTAL',
  );
}

function format(choices: string[]): Option {
  return new Option('--format <format>', 'output format').choices(choices);
}

function collect(value: string, previous: string[] = []): string[] {
  return [...previous, value];
}

function parseRatio(text: string): number {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(%?)$/.exec(text.trim());
  const ratio = match ? Number(match[1]) / (match[2] ? 100 : 1) : NaN;
  if (!(ratio >= 0 && ratio <= 1)) {
    throw new InvalidArgumentError('Use a ratio from 0 to 1, or 0% to 100%.');
  }
  return ratio;
}

function parseNext(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 1000) {
    throw new InvalidArgumentError('Use a whole number from 0 to 1000.');
  }
  return number;
}

/** Headings have no colon: what reads help pages takes those for lists of options. */
function examples(
  lines: string[],
  exitCodes: [code: string, meaning: string][],
): string {
  return [
    '',
    'Examples',
    ...lines.map(line => `  $ ${line}`),
    '',
    'Exit codes',
    ...exitCodes.map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`),
  ].join('\n');
}
