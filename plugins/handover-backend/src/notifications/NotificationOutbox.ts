/** A notification that is about to be sent. */
export type NewNotification = {
  /**
   * Names what it is about, such as `exemption/<id>/approved`. A second one with
   * the same id is not sent.
   */
  id: string;
  /** Entity references of users and groups. */
  recipients: string[];
  /** Entity reference of whoever caused it, and need not be told. */
  except?: string;
  title: string;
  description?: string;
  /** An address in the portal, such as `/handover?view=exemptions`. */
  link: string;
  severity?: 'low' | 'normal' | 'high' | 'critical';
  /** Groups notifications, such as `exemptions`. */
  topic: string;
};

/** Takes notifications, and sends each once. */
export interface NotificationOutbox {
  add(notifications: readonly NewNotification[]): Promise<void>;
}

/** An id for what is told at most once for a stretch of time, such as an hour. */
export function oncePer(from: Date, ...parts: string[]): string {
  return [...parts, from.toISOString()].join('/');
}
