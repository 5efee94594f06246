export { kubernetesCells } from './cells';
export { EntityEnvironments } from './EntityEnvironments';
export { EntityHealth } from './EntityHealth';
export { EntityHealthSign } from './EntityHealthSign';
export { isInKubernetes } from '@backstage-handover/plugin-handover-common/kubernetes';
export { kubernetesPanels } from './panels';
