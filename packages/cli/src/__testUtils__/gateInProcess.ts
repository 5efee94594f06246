import { gate } from '../commands/gate';
import type { GateOptions } from '../gate/options';
import type { Clock } from '../io/clock';
import { report } from '../io/output';
import type { Outcome } from './handover';

/** Time that passes only while somebody sleeps. */
export class FakeClock implements Clock {
  readonly slept: number[] = [];
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): number {
    return this.#now;
  }

  async sleep(ms: number): Promise<void> {
    this.slept.push(ms);
    this.#now += ms;
  }

  /** The time as RFC 3339. */
  get instant(): string {
    return new Date(this.#now).toISOString();
  }
}

/** Runs the command in this process, in a time of its own. */
export async function gateAt(
  clock: Clock,
  portal: { HANDOVER_PORTAL: string },
  options: Partial<GateOptions> = {},
): Promise<Outcome> {
  const outcome: Outcome = { code: 0, stdout: '', stderr: '' };
  const capture = (stream: 'stdout' | 'stderr') =>
    jest.spyOn(process[stream], 'write').mockImplementation(text => {
      outcome[stream] += text;
      return true;
    });
  const spies = [capture('stdout'), capture('stderr')];
  const before = process.exitCode;
  try {
    await gate(
      {
        entity: 'component:default/orders',
        environment: 'production',
        change: 'deploy',
        unreachable: 'fail',
        maxAge: '1h',
        retryFor: '0s',
        format: 'human',
        timeZone: 'UTC',
        portal: portal.HANDOVER_PORTAL,
        ...options,
      },
      clock,
    );
    outcome.code = Number(process.exitCode);
  } catch (error) {
    outcome.code = report(error);
  } finally {
    process.exitCode = before;
    spies.forEach(spy => spy.mockRestore());
  }
  return outcome;
}
