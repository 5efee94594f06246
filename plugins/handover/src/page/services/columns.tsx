import type {
  DocumentSummary,
  ScorecardDetails,
} from '@backstage-handover/plugin-handover-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { ReactNode } from 'react';
import type { useHandoverTranslation } from '../../components';
import type { FleetSort } from '../state/fleetState';
import {
  ShareBar,
  EntityLink,
  hasReview,
  ReviewDue,
  ServiceName,
  Statuses,
  Updated,
} from './cells';
import { formatPercent } from '../../components';

type Translate = ReturnType<typeof useHandoverTranslation>['t'];

/** What texts of a cell need. */
export type CellContext = { t: Translate; language: string };

/** A column of the list of services, and of its download. */
export type FleetColumn = {
  /** Stands in the address. */
  id: string;
  title: (t: Translate) => string;
  /** What the backend sorts by. */
  sort?: FleetSort;
  /** Whether it is there unless the viewer chooses. */
  isDefault: boolean;
  cell: (item: DocumentSummary, context: CellContext) => ReactNode;
  /** The same as plain text. */
  text: (item: DocumentSummary, context: CellContext) => string;
};

/** The columns that are always there, in their order. The first names the row. */
const COLUMNS: readonly FleetColumn[] = [
  {
    id: 'service',
    title: t => t('page.columns.service'),
    sort: 'title',
    isDefault: true,
    cell: item => <ServiceName item={item} />,
    text: item => item.title ?? parseEntityRef(item.entityRef).name,
  },
  {
    id: 'owner',
    title: t => t('page.columns.owner'),
    sort: 'owner',
    isDefault: true,
    cell: ({ owner }) => owner && <EntityLink entityRef={owner} />,
    text: ({ owner }) => owner ?? '',
  },
  {
    id: 'system',
    title: t => t('page.columns.system'),
    sort: 'system',
    isDefault: true,
    cell: ({ system }) => system && <EntityLink entityRef={system} />,
    text: ({ system }) => system ?? '',
  },
  {
    id: 'tier',
    title: t => t('page.columns.tier'),
    sort: 'tier',
    isDefault: true,
    cell: ({ tier }) => tier,
    text: ({ tier }) => (tier ? String(tier) : ''),
  },
  {
    id: 'status',
    title: t => t('page.columns.status'),
    sort: 'status',
    isDefault: true,
    cell: item => <Statuses item={item} />,
    text: ({ status, stale }, { t }) =>
      [status, ...(stale ? (['stale'] as const) : [])]
        .map(each => t(`page.status.${each}`))
        .join(', '),
  },
  {
    id: 'coverage',
    title: t => t('page.columns.coverage'),
    sort: 'coverage',
    isDefault: true,
    cell: item => <ShareBar ratio={item.coverageRatio} />,
    text: ({ coverageRatio }) => formatPercent(coverageRatio, 'en'),
  },
  {
    id: 'reviewDue',
    title: t => t('page.columns.reviewDue'),
    sort: 'reviewDueAt',
    isDefault: true,
    cell: item => hasReview(item) && <ReviewDue item={item} />,
    text: ({ reviewDueAt }) => reviewDueAt?.slice(0, 10) ?? '',
  },
  {
    id: 'updated',
    title: t => t('page.columns.updated'),
    sort: 'updatedAt',
    isDefault: true,
    cell: ({ updatedAt }) => <Updated at={updatedAt} />,
    text: ({ updatedAt }) => updatedAt,
  },
  {
    id: 'source',
    title: t => t('page.columns.source'),
    isDefault: false,
    cell: ({ source }, { t }) => t(`page.services.${source}`),
    text: ({ source }, { t }) => t(`page.services.${source}`),
  },
  {
    id: 'entityRef',
    title: t => t('page.columns.entityRef'),
    sort: 'entityRef',
    isDefault: false,
    cell: ({ entityRef }) => entityRef,
    text: ({ entityRef }) => entityRef,
  },
];

/** Every column: the level on the first scorecard is there by default. */
export function columnsWith(
  scorecards: readonly ScorecardDetails[],
): FleetColumn[] {
  return [
    ...COLUMNS,
    ...scorecards.map((scorecard, index) =>
      levelColumn(scorecard, index === 0),
    ),
  ];
}

function levelColumn(
  { name, title, levels }: ScorecardDetails,
  isDefault: boolean,
): FleetColumn {
  const text: FleetColumn['text'] = (item, { t }) => {
    const id = item.levels?.[name];
    if (id === undefined) {
      return '';
    }
    return (
      levels.find(level => level.id === id)?.title ??
      t('page.scorecards.noLevel')
    );
  };
  return {
    id: `level:${name}`,
    title: () => title,
    isDefault,
    cell: text,
    text,
  };
}

/** The columns with these ids, the one that names the row always among them. */
export function chooseColumns(
  all: readonly FleetColumn[],
  ids: readonly string[] | undefined,
): FleetColumn[] {
  return all.filter(
    ({ id, isDefault }, index) =>
      index === 0 || (ids ? ids.includes(id) : isDefault),
  );
}
