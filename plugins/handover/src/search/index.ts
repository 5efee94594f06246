export {
  HandoverSearchResultItem,
  type HandoverSearchResultItemProps,
} from './HandoverSearchResultItem';
export { isHandoverResult } from './isHandoverResult';
