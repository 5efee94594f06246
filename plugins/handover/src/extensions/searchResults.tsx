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

export const handoverSearchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: HANDOVER_SEARCH_TYPE,
    name: 'Handovers',
    icon: <HandoverIcon />,
  },
});
