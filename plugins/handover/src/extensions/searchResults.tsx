import { HANDOVER_SEARCH_TYPE } from '@backstage-handover/plugin-handover-common';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import HandoverIcon from '@material-ui/icons/AssignmentOutlined';
import { isHandoverResult } from '../search/isHandoverResult';

export const handoverSearchResultItem = SearchResultListItemBlueprint.make({
  params: {
    icon: <HandoverIcon />,
    predicate: isHandoverResult,
    component: () =>
      import('../search').then(module => module.HandoverSearchResultItem),
  },
});

/**
 * Disabled by default: if no module indexes handovers, the search backend refuses
 * the type. The app cannot know which modules the backend has.
 */
export const handoverSearchResultType = SearchFilterResultTypeBlueprint.make({
  disabled: true,
  params: {
    value: HANDOVER_SEARCH_TYPE,
    name: 'Handovers',
    icon: <HandoverIcon />,
  },
});
