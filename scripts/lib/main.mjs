import { Failure } from './failure.mjs';

const commands = {
  start: () => import('../commands/start.mjs'),
  test: () => import('../commands/test.mjs'),
  yarn: () => import('../commands/yarn.mjs'),
};

/** Runs one command and turns its outcome into the process's exit code. */
export async function main([name, ...args]) {
  try {
    if (!Object.hasOwn(commands, name)) {
      throw new Failure(`Unknown command '${name ?? ''}'.`, {
        remedy: `Known commands: ${Object.keys(commands).join(', ')}.`,
        exitCode: 2,
      });
    }
    const { run } = await commands[name]();
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof Failure)) {
      throw error;
    }
    console.error(`\n${error.message}`);
    if (error.remedy) {
      console.error(`\n${error.remedy}`);
    }
    process.exitCode = error.exitCode;
  }
}
