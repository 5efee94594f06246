export { kubernetesCells } from './cells';
export { EntityHealth } from './EntityHealth';
export { isInKubernetes } from './isInKubernetes';
export { kubernetesPanels } from './panels';
