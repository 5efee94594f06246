export type { CalendarState, CalendarStateStore } from './CalendarStateStore';
export {
  DatabaseCalendarStateStore,
  raiseGeneration,
} from './DatabaseCalendarStateStore';
