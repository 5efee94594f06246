import type {
  DocumentFilters,
  DocumentStatus,
  FleetSummaryQuery,
  InitiativeProgress,
  ListDocumentsQuery,
} from '@backstage-handover/plugin-handover-common';

export type FleetSort = NonNullable<ListDocumentsQuery['sort']>;
export type FleetGroupBy = Exclude<
  NonNullable<FleetSummaryQuery['groupBy']>,
  'none'
>;
export type InitiativeSelection = (typeof INITIATIVE_SELECTIONS)[number];
export type ExemptionSelection = (typeof EXEMPTION_SELECTIONS)[number];
export type ComparedDays = (typeof COMPARED_DAYS)[number];
export type FleetView = (typeof VIEWS)[number];

/** Everything that the address of the page says. */
export type FleetState = {
  view: FleetView;
  by: FleetGroupBy;
  /** Which initiatives are listed. */
  initiatives: InitiativeSelection;
  /** Id of the initiative that is shown; absent for the list of all. */
  initiative?: string;
  /** Which services of the initiative are listed; absent for all. */
  progress?: InitiativeProgress;
  /** Which exemptions are listed. */
  exemptions: ExemptionSelection;
  /** Words that facts are searched for; absent for all facts. */
  facts?: string;
  /** How long ago scores are compared with. */
  days: ComparedDays;
  filters: DocumentFilters;
  sort: FleetSort;
  order: 'asc' | 'desc';
  /** Ids of the columns, in their order; absent for the default ones. */
  columns?: string[];
  /** Where the page of the list begins; absent for the first. */
  cursor?: string;
};

export const VIEWS = [
  'services',
  'team',
  'groups',
  'sections',
  'scorecards',
  'initiatives',
  'exemptions',
  'facts',
] as const;
export const INITIATIVE_SELECTIONS = [
  'open',
  'draft',
  'planned',
  'active',
  'overdue',
  'closed',
  'all',
] as const;
/** What is left to do first. */
export const PROGRESS = [
  'open',
  'unknown',
  'reached',
] as const satisfies readonly InitiativeProgress[];
export const EXEMPTION_SELECTIONS = [
  'open',
  'requested',
  'approved',
  'ending',
  'all',
] as const;
export const COMPARED_DAYS = [7, 30, 90] as const;
export const GROUPINGS = ['owner', 'system', 'domain'] as const;
export const STATUSES = [
  'ok',
  'missing',
  'invalid',
  'unreachable',
] as const satisfies readonly DocumentStatus[];
export const TIERS = [1, 2, 3, 4] as const;
/** In a filter by owner, system or domain: services without one. */
export const NONE = 'none';

const SORTS = [
  'entityRef',
  'title',
  'owner',
  'system',
  'tier',
  'coverage',
  'status',
  'reviewDueAt',
  'updatedAt',
] as const satisfies readonly FleetSort[];
const DEFAULT_DAYS: ComparedDays = 30;
const ORDERS = ['asc', 'desc'] as const;

/** In the order in which they stand in an address. */
const FILTER_NAMES = [
  'owner',
  'ownerTree',
  'system',
  'domain',
  'tier',
  'status',
  'stale',
  'level',
  'coverageMin',
  'coverageMax',
  'q',
] as const satisfies readonly (keyof DocumentFilters)[];

/** A level in a filter, as `<scorecard>:<level>`. */
const LEVEL = /^[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*$/;

/** Of an initiative. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Of a filter, as the API limits them. */
const MAX_VALUES = 50;
const MAX_WORDS = 200;

/**
 * Reads the state from the parameters of an address. Names and values are those
 * of the API. Whatever the API would refuse is left out.
 */
export function readFleetState(params: URLSearchParams): FleetState {
  const columns = params.get('columns')?.split(',').filter(Boolean);
  const cursor = params.get('cursor');
  const facts = params.get('facts')?.trim().slice(0, MAX_WORDS);
  return {
    view: oneOf(VIEWS, params.get('view')) ?? 'services',
    by: oneOf(GROUPINGS, params.get('by')) ?? 'owner',
    ...readInitiatives(params),
    exemptions: oneOf(EXEMPTION_SELECTIONS, params.get('exemptions')) ?? 'open',
    ...(facts && { facts }),
    days:
      COMPARED_DAYS.find(each => String(each) === params.get('days')) ??
      DEFAULT_DAYS,
    filters: readFilters(params),
    sort: oneOf(SORTS, params.get('sort')) ?? 'title',
    order: oneOf(ORDERS, params.get('order')) ?? 'asc',
    ...(columns?.length && { columns }),
    ...(cursor && { cursor }),
  };
}

function readInitiatives(
  params: URLSearchParams,
): Pick<FleetState, 'initiatives' | 'initiative' | 'progress'> {
  const initiative = params.get('initiative');
  const progress = oneOf(PROGRESS, params.get('progress'));
  return {
    initiatives:
      oneOf(INITIATIVE_SELECTIONS, params.get('initiatives')) ?? 'open',
    ...(initiative && UUID.test(initiative) && { initiative }),
    ...(progress && { progress }),
  };
}

function readFilters(params: URLSearchParams): DocumentFilters {
  const refs = (name: string) =>
    params.getAll(name).filter(Boolean).slice(0, MAX_VALUES);
  const stale = params.get('stale');
  const filters: DocumentFilters = {
    owner: refs('owner'),
    ownerTree: params.get('ownerTree') === 'true' || undefined,
    system: refs('system'),
    domain: refs('domain'),
    tier: TIERS.filter(tier => params.getAll('tier').includes(String(tier))),
    status: STATUSES.filter(status => params.getAll('status').includes(status)),
    stale: stale === 'true' || stale === 'false' ? stale === 'true' : undefined,
    level: refs('level').filter(level => LEVEL.test(level)),
    coverageMin: readRatio(params.get('coverageMin')),
    coverageMax: readRatio(params.get('coverageMax')),
    q: params.get('q')?.trim().slice(0, MAX_WORDS) || undefined,
  };
  return withoutEmpty(filters);
}

/** The parameters that {@link readFleetState} reads the same state from. */
export function writeFleetState(state: FleetState): URLSearchParams {
  const params = new URLSearchParams();
  const { view, by, sort, order, columns, cursor, filters, exemptions } = state;
  const { facts, days } = state;
  if (view !== 'services') {
    params.set('view', view);
    params.set('by', by);
  }
  writeInitiatives(params, state);
  if (exemptions !== 'open') {
    params.set('exemptions', exemptions);
  }
  if (days !== DEFAULT_DAYS) {
    params.set('days', String(days));
  }
  if (facts) {
    params.set('facts', facts);
  }
  const set = withoutEmpty(filters);
  for (const name of FILTER_NAMES) {
    for (const value of [set[name] ?? []].flat()) {
      params.append(name, String(value));
    }
  }
  if (sort !== 'title' || order !== 'asc') {
    params.set('sort', sort);
    params.set('order', order);
  }
  if (columns) {
    params.set('columns', columns.join(','));
  }
  if (cursor) {
    params.set('cursor', cursor);
  }
  return params;
}

/** What follows the path in the address of a state; the rest is as at first. */
export function searchOf(state: Partial<FleetState>): string {
  const initial = readFleetState(new URLSearchParams());
  return `?${writeFleetState({ ...initial, ...state })}`;
}

/** The filters that say something. */
export function withoutEmpty(filters: DocumentFilters): DocumentFilters {
  const isSet = (value: unknown) =>
    value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(
    Object.entries(filters).filter(
      ([name, value]) =>
        isSet(value) && (name !== 'ownerTree' || isSet(filters.owner)),
    ),
  );
}

/** How many filters are set. */
export function countFilters(filters: DocumentFilters): number {
  const {
    ownerTree: _,
    coverageMin,
    coverageMax,
    ...rest
  } = withoutEmpty(filters);
  const hasRange = coverageMin !== undefined || coverageMax !== undefined;
  return Object.keys(rest).length + Number(hasRange);
}

function writeInitiatives(
  params: URLSearchParams,
  { initiatives, initiative, progress }: FleetState,
): void {
  if (initiatives !== 'open') {
    params.set('initiatives', initiatives);
  }
  if (initiative) {
    params.set('initiative', initiative);
  }
  if (progress) {
    params.set('progress', progress);
  }
}

function oneOf<T extends string>(
  values: readonly T[],
  value: string | null,
): T | undefined {
  return values.find(each => each === value);
}

function readRatio(value: string | null): number | undefined {
  const ratio = value ? Number(value) : NaN;
  return ratio >= 0 && ratio <= 1 ? ratio : undefined;
}
