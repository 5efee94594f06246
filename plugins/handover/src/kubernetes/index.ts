export { kubernetesCells } from './cells';
export { EntityHealth } from './EntityHealth';
export { EntityHealthSign } from './EntityHealthSign';
export { isInKubernetes } from './isInKubernetes';
export { kubernetesPanels } from './panels';
