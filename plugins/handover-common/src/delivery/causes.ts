// How far a deployment and the failure that it causes can be apart.

/** A deployment so shortly before a failure is likely to be its cause. */
export const SHORTLY_MS = 60 * 60_000;

/** Pipelines record a deployment when it ends: after its first pods fail. */
export const RECORDED_LATE_MS = 15 * 60_000;
