import type {
  DocumentFilters,
  DocumentStatus,
  FleetFigures,
} from '@backstage-handover/plugin-handover-common';
import type { useHandoverTranslation } from '../../components';
import { STATUSES } from '../state/fleetState';

type Translate = ReturnType<typeof useHandoverTranslation>['t'];

/** A figure above the list. */
export type FleetFigure = {
  id: string;
  title: (t: Translate) => string;
  value: (figures: FleetFigures) => number | undefined;
  /** `ratio` is shown as a percentage, `share` as a number and its share. */
  format: 'count' | 'share' | 'ratio';
  /** The icon and word of this status stand beside the number. */
  status?: DocumentStatus | 'stale';
  /** Choosing the figure sets these filters, or removes them again. */
  choose?: {
    isChosen: (filters: DocumentFilters) => boolean;
    toggle: (filters: DocumentFilters) => DocumentFilters;
  };
};

/** Every figure, in the order in which they stand. */
export const FIGURES: readonly FleetFigure[] = [
  {
    id: 'services',
    title: t => t('page.figures.services'),
    value: ({ services }) => services,
    format: 'count',
  },
  ...STATUSES.map(
    (status): FleetFigure => ({
      id: status,
      title: t => t(`page.status.${status}`),
      value: figures => figures.status[status],
      format: 'share',
      status,
      choose: {
        isChosen: filters => filters.status?.includes(status) ?? false,
        toggle: ({ status: chosen = [] }) => ({
          status: chosen.includes(status)
            ? chosen.filter(each => each !== status)
            : [...chosen, status],
        }),
      },
    }),
  ),
  {
    id: 'stale',
    title: t => t('page.status.stale'),
    value: ({ stale }) => stale,
    format: 'share',
    status: 'stale',
    choose: {
      isChosen: ({ stale }) => stale === true,
      toggle: ({ stale }) => ({ stale: stale ? undefined : true }),
    },
  },
  {
    id: 'coverage',
    title: t => t('page.figures.coverage'),
    value: ({ meanCoverage }) => meanCoverage,
    format: 'ratio',
  },
];
