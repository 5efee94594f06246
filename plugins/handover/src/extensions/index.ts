export { handoverApi } from './apis';
export { handoverCatalogFilter } from './catalogFilters';
export { handoverEntityCard, rollUpEntityCard } from './entityCards';
export { handoverEntityContent } from './entityContents';
export { handoverEntityIconLink } from './entityIconLinks';
export { handoverPage } from './pages';
export {
  handoverSearchResultItem,
  handoverSearchResultType,
} from './searchResults';
