import os from 'node:os';

/** What figures depend on besides the code. */
export type Machine = {
  node: string;
  platform: string;
  cpu: string;
  cpus: number;
  memoryGiB: number;
  /**
   * Processes that wanted to run in the last minute, on average. More than the
   * benchmark itself needs means that others got in its way.
   */
  load: number;
};

/** The machine as it is now. */
export function describeMachine(): Machine {
  const cpus = os.cpus();
  return {
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus[0]?.model.trim() ?? 'unknown',
    cpus: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    load: Math.round(os.loadavg()[0] * 10) / 10,
  };
}
