/** Part of the address after `#`. */
export const SCORECARDS_ID = 'scorecards';
