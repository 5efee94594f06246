export { DatabaseDefinitionStore } from './DatabaseDefinitionStore';
export type {
  DefinitionLocation,
  DefinitionStore,
  Reading,
  StoredDefinition,
} from './DefinitionStore';
