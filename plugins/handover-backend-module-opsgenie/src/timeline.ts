import type { OnCallShift } from '@backstage-handover/plugin-handover-node';
import type { Period, TimelineData } from './schemas';

/** The shifts of a schedule, in no order, and until when they are known. */
export type Timeline = { shifts: OnCallShift[]; end: number };

/** Usernames are the same in any case. */
export const keyOf = (username: string) => username.toLowerCase();

export function toTimeline({ endDate, finalTimeline }: TimelineData): Timeline {
  return {
    shifts: finalTimeline.rotations.flatMap(({ periods }) =>
      (periods ?? []).flatMap(toShift),
    ),
    end: Date.parse(endDate),
  };
}

function toShift({ startDate, endDate, recipient }: Period): OnCallShift[] {
  const { type, name } = recipient ?? {};
  if (!name || type === 'none') {
    return [];
  }
  return [
    {
      who: type === 'user' ? keyOf(name) : `${type} ${name}`,
      name: type === 'user' ? name : undefined,
      start: Date.parse(startDate),
      end: Date.parse(endDate),
    },
  ];
}
