export { RevisionHistory, type RevisionHistoryProps } from './RevisionHistory';
export { revisionMessages } from './messages';
