export { useEnvironments } from './useEnvironments';
