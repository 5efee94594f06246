/** The topic of the queue whose items are entities to evaluate. */
export const SCORECARDS_TOPIC = 'scorecards';
