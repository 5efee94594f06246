// Entry of the repository's own commands: `node scripts/run.mjs <command> [arguments]`.
//
// Imports nothing before the version check, so that an old Node prints the
// sentence below and not a syntax error.

const major = Number(process.versions.node.split('.')[0]);

if (major < 20) {
  console.error(
    `Node ${process.versions.node} is too old: Handover needs Node 20 or newer to start ` +
      `(it brings Node 24 by itself from there). Install it from https://nodejs.org and try again.`,
  );
  process.exitCode = 1;
} else {
  import('./lib/main.mjs').then(({ main }) => main(process.argv.slice(2)));
}
