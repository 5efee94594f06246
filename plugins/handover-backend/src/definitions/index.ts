export { readDefinitionsConfig, type DefinitionsConfig } from './config';
export { nameTaken } from './nameTaken';
export { DefinitionSync, type DefinitionKind } from './DefinitionSync';
export {
  DatabaseDefinitionStore,
  type DefinitionLocation,
  type DefinitionStore,
  type StoredDefinition,
} from './store';
