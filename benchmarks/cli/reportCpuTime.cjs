// Loaded before a command: writes what the process used as its last line.
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  process.stderr.write(`\ncpu-milliseconds:${(user + system) / 1000}\n`);
});
