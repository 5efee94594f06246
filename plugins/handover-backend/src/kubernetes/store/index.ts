export { DatabaseKubernetesStore } from './DatabaseKubernetesStore';
export type {
  EntityAnnotations,
  KubernetesItem,
  KubernetesOutcome,
  KubernetesStore,
  MarkChanged,
  Reading,
  StoredReading,
} from './KubernetesStore';
export { KUBERNETES_TOPIC } from './topic';
