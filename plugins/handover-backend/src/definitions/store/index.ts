export { DatabaseDefinitionStore } from './DatabaseDefinitionStore';
export { NameTakenError } from './DefinitionStore';
export type {
  DefinitionLocation,
  DefinitionStore,
  Reading,
  StoredDefinition,
} from './DefinitionStore';
