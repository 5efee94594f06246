// Everything that shows what runs, in one part that is loaded where Kubernetes is there.
export { EnvironmentReadings } from './EnvironmentReadings';
export { HealthSign } from './HealthSign';
export { HealthSummary } from './HealthSummary';
export { KubernetesEnvironments } from './KubernetesEnvironments';
export { KubernetesIncident } from './KubernetesIncident';
export { KubernetesObjects } from './KubernetesObjects';
export { KubernetesRollback } from './KubernetesRollback';
