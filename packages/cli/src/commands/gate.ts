import { type Answer, outcomeOf } from '../gate/answer';
import { defaultCacheDir } from '../gate/cacheFile';
import { GateCache } from '../gate/GateCache';
import { reportToGithub } from '../gate/github';
import { printHuman } from '../gate/human';
import { printOutcomeJson } from '../gate/json';
import { createWaitNotice } from '../gate/waitNotice';
import { onSignals } from '../gate/onSignals';
import {
  type GateOptions,
  type Limits,
  type Question,
  readOptions,
  USAGE,
} from '../gate/options';
import { plain } from '../gate/plain';
import { PortalGate } from '../gate/PortalGate';
import { waitForGate } from '../gate/waitForGate';
import { type Clock, systemClock } from '../io/clock';
import { CommandError } from '../io/CommandError';
import { createTimeFormatter, type FormatTime } from '../io/formatTime';
import { printWarning } from '../io/output';
import { portalClient, portalToken } from '../portal/client';

/**
 * Asks a portal whether an entity can be changed in an environment. The exit code
 * is 0 only if it can, 1 if the gate is closed, 2 if there is no answer, and 3 if
 * the question is wrong.
 */
export async function gate(
  options: GateOptions,
  clock: Clock = systemClock,
): Promise<void> {
  const { question, limits } = readOptions(options);
  const formatTime = usage(() => createTimeFormatter(options.timeZone));
  const client = usage(() => portalClient(question.portal));
  usage(portalToken);
  const cache = new GateCache({
    folder: options.cacheDir || defaultCacheDir(),
    question,
    maxAgeMs: limits.maxAgeMs,
    clock,
  });
  const outcome = await onSignals(async signal => {
    const portal = new PortalGate({ client, question, clock, signal });
    const answer = await settle({
      options,
      limits,
      clock,
      signal,
      portal,
      formatTime,
      orCached: found =>
        'error' in found &&
        found.unreachable &&
        options.unreachable === 'cached'
          ? cache.decide(found)
          : found,
    });
    if (options.unreachable === 'cached') {
      await remember(answer, portal, cache, question);
    }
    return outcomeOf(answer, options.unreachable);
  });

  if (outcome.warning) {
    printWarning(plain(outcome.warning));
  }
  if (options.record && !('recorded' in outcome.answer)) {
    printWarning('the decision was not recorded');
  }
  if (options.format === 'json') {
    printOutcomeJson(outcome);
  } else if (options.format === 'github') {
    await reportToGithub(outcome, formatTime);
  } else {
    printHuman(outcome, formatTime);
  }
  process.exitCode = outcome.exitCode;
}

/** Asks, waits and records, as the options say. */
async function settle(context: {
  options: GateOptions;
  limits: Limits;
  clock: Clock;
  signal: AbortSignal;
  portal: PortalGate;
  formatTime: FormatTime;
  /** An answer without the portal where it has none. */
  orCached: (answer: Answer) => Answer | Promise<Answer>;
}): Promise<Answer> {
  const { options, limits, clock, signal, portal, orCached } = context;
  const { waitMs, retryMs } = limits;
  const ask = async () => orCached(await portal.ask(retryMs));
  const record = async () => orCached(await portal.record(retryMs));
  if (waitMs === undefined) {
    return options.record ? record() : ask();
  }
  const answer = await waitForGate({
    ask,
    passes: each => outcomeOf(each, options.unreachable).passes,
    onWait: createWaitNotice(context.formatTime),
    waitMs,
    clock,
    signal,
  });
  // Only the last decision is recorded, and what is recorded counts.
  return options.record && 'decision' in answer && !answer.cachedAt
    ? record()
    : answer;
}

/** What can't be stored only matters once the portal is down. */
async function remember(
  answer: Answer,
  portal: PortalGate,
  cache: GateCache,
  { entityRef }: Question,
): Promise<void> {
  if (!('decision' in answer) || answer.cachedAt) {
    return;
  }
  try {
    await cache.store(answer.decision, await portal.getCalendars());
  } catch (error) {
    printWarning(
      plain(
        `could not store the calendars of '${entityRef}' for --unreachable cached: ${
          (error as Error).message
        }`,
      ),
    );
  }
}

/** Errors in the options of all commands have another code here. */
function usage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommandError) {
      throw new CommandError(error.message, {
        hint: error.hint,
        exitCode: USAGE,
      });
    }
    throw error;
  }
}
