export { DatabaseLinkStore } from './DatabaseLinkStore';
export type {
  LinkItem,
  LinkOutcome,
  LinkStore,
  MarkChanged,
  UsedLink,
} from './LinkStore';
export { LINKS_TOPIC } from './topic';
