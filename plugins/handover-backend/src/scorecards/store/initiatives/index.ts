export { DatabaseInitiativeStore } from './DatabaseInitiativeStore';
export type {
  InitiativeEntitiesQuery,
  InitiativeStore,
  OpenInitiative,
  StoredInitiative,
} from './InitiativeStore';
export { recordProgress } from './operations/recordProgress';
