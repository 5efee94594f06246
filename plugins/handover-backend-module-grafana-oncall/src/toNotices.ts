import type { Step } from './schemas';

/** Whom one step of an escalation chain notifies. */
export type Notice =
  | { scheduleId: string }
  | { userIds: string[]; inTurn?: boolean }
  /** Somebody whom Handover does not look up. */
  | { text: string };

const OTHERS: Record<string, string> = {
  notify_user_group: 'A Slack user group',
  notify_team_members: 'All members of a team',
  notify_whole_channel: 'Everybody in the Slack channel',
};

/** Whom each level notifies: steps between two waits are one level. */
export function toNotices(steps: readonly Step[]): Notice[][] {
  const levels: Notice[][] = [];
  let level: Notice[] | undefined;
  for (const step of [...steps].sort((a, b) => a.position - b.position)) {
    if (step.type === 'wait') {
      level = undefined;
    } else if (step.type === 'resolve') {
      break;
    }
    const notice = toNotice(step);
    if (notice && level) {
      level.push(notice);
    } else if (notice) {
      level = [notice];
      levels.push(level);
    }
  }
  return levels;
}

function toNotice(step: Step): Notice | undefined {
  switch (step.type) {
    case 'notify_on_call_from_schedule':
      return step.notify_on_call_from_schedule
        ? { scheduleId: step.notify_on_call_from_schedule }
        : undefined;
    case 'notify_persons':
      return toUsers(step.persons_to_notify);
    case 'notify_person_next_each_time':
      return toUsers(step.persons_to_notify_next_each_time, true);
    default: {
      const text = OTHERS[step.type ?? ''];
      return text === undefined ? undefined : { text };
    }
  }
}

function toUsers(
  ids: string[] | null | undefined,
  inTurn = false,
): Notice | undefined {
  return ids?.length ? { userIds: ids, inTurn } : undefined;
}

/** The schedules that levels notify, each once. */
export function scheduleIds(levels: readonly Notice[][]): string[] {
  return unique(
    levels
      .flat()
      .flatMap(notice => ('scheduleId' in notice ? [notice.scheduleId] : [])),
  );
}

/** The people that levels notify by name, each once. */
export function userIds(levels: readonly Notice[][]): string[] {
  return unique(
    levels
      .flat()
      .flatMap(notice => ('userIds' in notice ? notice.userIds : [])),
  );
}

function unique(ids: string[]): string[] {
  return [...new Set(ids)];
}
