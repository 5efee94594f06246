import { parseArgs } from 'node:util';

export type Options = {
  /** Services, each with a handover. */
  size: number;
  /** The API of single handovers and lists, or what the fleet page needs. */
  cases: 'handovers' | 'fleet';
  database: 'postgres' | 'sqlite';
  /** Where the handovers are read from: a web server or the disk. */
  source: 'url' | 'file';
  /** Who asks: a signed-in user, or a service with a static token. */
  as: 'user' | 'service';
  /** Connections at the same time; each number is measured by itself. */
  connections: number[];
  rounds: number;
  /** Requests to each side in a round. */
  requests: number;
  /** Refreshes of all documents. */
  passes: number;
  /** File to write the results to. */
  json?: string;
  /** Folder for a CPU profile of the backend. */
  profile?: string;
};

function readWhole(name: string, value: string, min: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < min) {
    throw new Error(
      `Invalid --${name} '${value}': must be a whole number from ${min}`,
    );
  }
  return number;
}

function readChoice<T extends string>(
  name: string,
  value: string,
  choices: readonly T[],
): T {
  const choice = choices.find(each => each === value);
  if (!choice) {
    throw new Error(
      `Invalid --${name} '${value}': must be ${choices.join(' or ')}`,
    );
  }
  return choice;
}

/** @throws Error if an argument is unknown or has no meaning. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      size: { type: 'string', default: '10000' },
      cases: { type: 'string', default: 'handovers' },
      database: { type: 'string', default: 'postgres' },
      source: { type: 'string', default: 'url' },
      as: { type: 'string', default: 'user' },
      connections: { type: 'string', default: '1,10' },
      rounds: { type: 'string', default: '20' },
      requests: { type: 'string', default: '500' },
      passes: { type: 'string', default: '3' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  return {
    size: readWhole('size', values.size, 50),
    cases: readChoice('cases', values.cases, ['handovers', 'fleet']),
    database: readChoice('database', values.database, ['postgres', 'sqlite']),
    source: readChoice('source', values.source, ['url', 'file']),
    as: readChoice('as', values.as, ['user', 'service']),
    connections: values.connections
      .split(',')
      .map(number => readWhole('connections', number, 1)),
    rounds: readWhole('rounds', values.rounds, 1),
    requests: readWhole('requests', values.requests, 10),
    passes: readWhole('passes', values.passes, 1),
    json: values.json,
    profile: values.profile,
  };
}
