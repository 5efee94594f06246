import type {
  KubernetesIngress,
  KubernetesService,
  PodTemplate,
} from './objects';

/** The hosts of the ingresses that lead to a workload through a service that selects its pods. */
export function hostsOf(
  template: PodTemplate | undefined,
  namespace: string | undefined,
  network: { ingresses?: KubernetesIngress[]; services?: KubernetesService[] },
): string[] {
  const labels = template?.metadata?.labels ?? {};
  const selecting = new Set(
    (network.services ?? [])
      .filter(({ metadata, spec }) => {
        const selector = Object.entries(spec?.selector ?? {});
        return (
          metadata?.namespace === namespace &&
          selector.length > 0 &&
          selector.every(([key, value]) => labels[key] === value)
        );
      })
      .map(({ metadata }) => metadata?.name),
  );
  const hosts = (network.ingresses ?? [])
    .filter(({ metadata }) => metadata?.namespace === namespace)
    .flatMap(({ spec }) =>
      (spec?.rules ?? []).flatMap(({ host, http }) =>
        host &&
        http?.paths?.some(({ backend }) =>
          selecting.has(backend?.service?.name),
        )
          ? [host]
          : [],
      ),
    );
  return [...new Set(hosts)];
}
