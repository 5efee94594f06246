/** Most windows of a calendar: a decision looks at all of them. */
export const MAX_CALENDAR_WINDOWS = 100;

/** Most calendars of a portal. */
export const MAX_COMPANY_CALENDARS = 500;
