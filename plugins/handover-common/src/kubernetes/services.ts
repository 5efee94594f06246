import type { KubernetesService } from './objects';
import type { ServiceAddress } from './objectSummaries';

/** Ports as kubectl writes them: `80/TCP`, and `80:30080/TCP` where nodes have one, too. */
export function portsOf({ spec }: KubernetesService): string[] {
  return (spec?.ports ?? []).map(
    ({ port, nodePort, protocol = 'TCP' }) =>
      `${[port, nodePort].filter(Boolean).join(':')}/${protocol}`,
  );
}

/** Where a service is reached: from outside if it can be; undefined where that is not known. */
export function addressOf({
  spec,
  status,
}: KubernetesService): ServiceAddress | undefined {
  if (spec?.type === 'ExternalName') {
    return spec.externalName
      ? { is: 'alias', at: [spec.externalName] }
      : undefined;
  }
  const external = [
    ...(status?.loadBalancer?.ingress ?? []).flatMap(
      ({ ip, hostname }) => hostname ?? ip ?? [],
    ),
    ...(spec?.externalIPs ?? []),
  ];
  if (external.length > 0) {
    return { is: 'external', at: external };
  }
  if (spec?.type === 'LoadBalancer') {
    return { is: 'awaited', at: [] };
  }
  if (spec?.clusterIP === 'None') {
    return { is: 'headless', at: [] };
  }
  return spec?.clusterIP ? { is: 'cluster', at: [spec.clusterIP] } : undefined;
}
