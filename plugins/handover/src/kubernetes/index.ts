export { kubernetesCells } from './cells';
export { EntityEnvironments } from './EntityEnvironments';
export { EntityHealth } from './EntityHealth';
export { EntityHealthSign } from './EntityHealthSign';
export { isInKubernetes } from './isInKubernetes';
export { kubernetesPanels } from './panels';
