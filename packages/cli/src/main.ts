import { CommanderError } from 'commander';
import { TROUBLE } from './io/CommandError';
import { report, tolerateClosedPipes } from './io/output';
import { createProgram } from './program';

tolerateClosedPipes();
createProgram()
  .parseAsync()
  .catch((error: unknown) => {
    if (error instanceof CommanderError) {
      // Help and version are answers; all else is a mistake in the command line.
      // Commander gives it 1, which here is what a check found.
      process.exitCode = error.exitCode === 1 ? TROUBLE : error.exitCode;
      return;
    }
    process.exitCode = report(error);
  });
