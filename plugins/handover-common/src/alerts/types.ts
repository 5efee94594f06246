/**
 * Why an alert notifies nobody, although it fires.
 *
 * @public
 */
export type AlertSilence = {
  /** When the silence ends, RFC 3339. */
  until?: string;
  /** Who created the silence. */
  by?: string;
  comment?: string;
};

/**
 * That somebody works on an alert. It still fires, and counts as much as before.
 *
 * @public
 */
export type AlertAcknowledgement = {
  /** When the alert was acknowledged, RFC 3339. */
  at?: string;
  /** Who acknowledged the alert. */
  by?: string;
};

/**
 * A firing alert of an entity. Times are RFC 3339.
 *
 * @public
 */
export type Alert = {
  /** Unique within the provider, for example Alertmanager's fingerprint. */
  id: string;
  /** Id of the provider that it comes from. */
  provider: string;
  /** For example `OrdersErrorRateHigh`. */
  name: string;
  /** As the alerting system calls it, for example `critical`. */
  severity?: string;
  summary?: string;
  /** When it started to fire. */
  since: string;
  /** Set if somebody acknowledged the alert. */
  acknowledged?: AlertAcknowledgement;
  /** Set if the alert is silenced. */
  silenced?: AlertSilence;
  /** Whether another firing alert suppresses its notifications. */
  inhibited?: boolean;
  labels: { [name: string]: string };
  /** The alert in the alerting system. */
  url?: string;
  /** The runbook that the alert names. */
  runbookUrl?: string;
  /** The environment that it fires in. */
  environment?: string;
};

/**
 * The result of the last request to a provider of alerts.
 *
 * @public
 */
export type AlertProviderState = {
  id: string;
  title: string;
  /** `failing`: its alerts are unknown. */
  status: 'ok' | 'failing';
  /** What failed. Never contains credentials. */
  message?: string;
  /** When it was asked, RFC 3339. */
  checkedAt: string;
  /** How many more alerts it has, beyond the limit. */
  omitted?: number;
};
