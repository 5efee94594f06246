/**
 * A rollback trigger with a query, as the handover has it. It has either
 * `above` or `below`.
 *
 * @public
 */
export type MeasuredTrigger = {
  text: string;
  /** A PromQL expression that returns one series. */
  query: string;
  /** The trigger is met if the result is above this value. */
  above?: number;
  /** The trigger is met if the result is below this value. */
  below?: number;
  /** How long the result must stay beyond the limit, as an ISO 8601 duration. */
  for?: string;
  /** For example `ratio` or `seconds`. */
  unit?: string;
};

/**
 * Why it is unknown whether a trigger is met.
 *
 * - `noSource`: no system that has metrics of the entity is known
 * - `queryFailed`: the query could not be run
 * - `noData`: the query has no result
 * - `severalSeries`: the query has more than one result
 * - `notANumber`: the result is not a finite number, such as `0 / 0`
 * - `stale`: the last result is too old
 * - `gaps`: results are missing during the period that counts
 *
 * @public
 */
export type TriggerUnknownReason =
  | 'noSource'
  | 'queryFailed'
  | 'noData'
  | 'severalSeries'
  | 'notANumber'
  | 'stale'
  | 'gaps';

/**
 * Results of a query over time, at regular times. Where there is none, the value
 * is null.
 *
 * @public
 */
export type TriggerHistory = {
  /** The time of the first value, RFC 3339. */
  from: string;
  stepSeconds: number;
  values: (number | null)[];
};

/**
 * Whether a trigger is met. Times are RFC 3339.
 *
 * @public
 */
export type TriggerReading = {
  state: 'met' | 'notMet' | 'unknown';
  /** Set if the state is `unknown`. */
  reason?: TriggerUnknownReason;
  /** What failed, if the reason is `queryFailed`. Never contains credentials. */
  message?: string;
  /** The latest result. */
  value?: number;
  /**
   * The time of the latest result. The samples behind it may be older.
   */
  at?: string;
  /** Since when results have been beyond the limit. */
  since?: string;
  /** Whether results may have been beyond the limit before `since`, because earlier results are missing. */
  orEarlier?: boolean;
  history?: TriggerHistory;
  /** Id of the metrics source. */
  source?: string;
  /** The results in the source. */
  url?: string;
};

/**
 * A trigger, and whether it is met.
 *
 * @public
 */
export type EvaluatedTrigger = MeasuredTrigger & TriggerReading;

/**
 * The result of the last request to a metrics source.
 *
 * @public
 */
export type MetricsSourceState = {
  id: string;
  title: string;
  /** `failing`: all queries failed. */
  status: 'ok' | 'failing';
  /** What failed. Never contains credentials. */
  message?: string;
  /** When it was asked, RFC 3339. */
  checkedAt: string;
};

/**
 * A production deployment after which triggers are watched. Times are RFC 3339.
 *
 * @public
 */
export type TriggerWatch = {
  environment: string;
  version?: string;
  deployedAt: string;
  /** Set if the deployment has not succeeded. */
  outcome?: 'running' | 'failed';
  /** When the triggers are no longer watched. */
  until: string;
  /** The deadline for the decision. Set if a trigger is met and the handover has `decideWithin`. */
  decideBy?: string;
};
