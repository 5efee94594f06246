/** The topic of the queue whose items are addresses to check. */
export const LINKS_TOPIC = 'links';
