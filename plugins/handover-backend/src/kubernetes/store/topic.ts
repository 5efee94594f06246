/** The topic of the queue whose items are entities to read. */
export const KUBERNETES_TOPIC = 'kubernetes';
