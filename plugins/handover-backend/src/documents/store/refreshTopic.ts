/** Topic of the queue whose items are the entities that can have a handover. */
export const REFRESH_TOPIC = 'document-refresh';
