/**
 * A person who is on call. Times are RFC 3339.
 *
 * @public
 */
export type OnCallPerson = {
  name: string;
  email?: string;
  /** The page of the person in the on-call system. */
  url?: string;
  /** When the shift ends. Absent if the person is always on call, or if the end is not known. */
  until?: string;
};

/**
 * Who is on call after the current shift.
 *
 * @public
 */
export type NextOnCall = {
  name: string;
  /** When the shift begins. RFC 3339. */
  from: string;
};

/**
 * One level of an escalation policy.
 *
 * @public
 */
export type OnCallLevel = {
  /** From 1, which is called first. */
  level: number;
  /** Who is on call now. Empty if nobody is: the level has a gap. */
  people: OnCallPerson[];
  /** Absent if it is not known. */
  next?: NextOnCall;
};

/**
 * What a page notifies: an escalation policy or a schedule of an on-call system.
 *
 * @public
 */
export type OnCallPageTarget = {
  /** Identifies it in the system. */
  id: string;
  name: string;
};

/**
 * Who is on call for an entity, according to one system.
 *
 * @public
 */
export type OnCallData = {
  escalationPolicy?: { name: string; url?: string };
  /** Every level of the policy, in ascending order, also those without anybody. */
  levels: OnCallLevel[];
  /** What a page notifies. Absent if nobody can be paged from Handover. */
  canPage?: OnCallPageTarget;
};

/**
 * How urgent a page is. On-call systems that know no urgency ignore it.
 *
 * @public
 */
export type OnCallPageUrgency = 'high' | 'low';

/**
 * A page that an on-call system accepted.
 *
 * @public
 */
export type OnCallPage = {
  /** The id of the provider. */
  provider: string;
  /** What was notified. */
  target: OnCallPageTarget;
  /** The id of the incident or alert in the on-call system, if it has one. */
  id?: string;
  /** The page of the incident or alert, or of its team. */
  url?: string;
};

/**
 * Who is on call for an entity, with the provider that says so.
 *
 * @public
 */
export type OnCallItem = OnCallData & {
  /** The id of the provider. */
  provider: string;
};

/**
 * The result of the last request to an on-call system.
 *
 * @public
 */
export type OnCallProviderStatus = {
  id: string;
  title: string;
  /** `failing`: it is not known who is on call, and `items` has no entry of this provider. */
  status: 'ok' | 'failing';
  /** What failed. Never contains credentials. */
  message?: string;
  /** RFC 3339. */
  checkedAt: string;
};

/**
 * Who is on call for an entity now.
 *
 * @public
 */
export type OnCall = {
  /** One entry for each provider that responded. */
  items: OnCallItem[];
  /** Every provider that applies to the entity. Empty if none does. */
  providers: OnCallProviderStatus[];
};
