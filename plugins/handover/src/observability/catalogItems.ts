import type { Entity, EntityLink } from '@backstage/catalog-model';
import type { ObservabilityItem, ObservabilityKind } from './types';

/**
 * The annotations of other plugins that hold a whole address. Those that hold a
 * selector, a name or an id are not here: only the configuration of their
 * plugins says on which host it is looked up.
 */
const ANNOTATIONS: readonly {
  key: string;
  title: string;
  kind: ObservabilityKind;
}[] = [
  { key: 'grafana/overview-dashboard', title: 'Grafana', kind: 'dashboards' },
  { key: 'datadoghq.com/dashboard-url', title: 'Datadog', kind: 'dashboards' },
];

/** What a link is about. The first that matches counts: a dashboard of logs shows logs. */
const WORDS: readonly (readonly [ObservabilityKind, RegExp])[] = [
  ['slos', /\bslos?\b|\bservice level/],
  ['alerts', /\b(alerts?|alerting|alertmanager)\b/],
  ['traces', /\b(traces?|tracing|jaeger|zipkin)\b/],
  ['logs', /\b(logs|logging)\b|^log$/],
  ['dashboards', /\bdashboards?\b/],
];

/** Pages to administer a service, and instructions: they show nothing of its state. */
const OTHER = /\b(admin|administration|runbooks?|playbooks?)\b/;

/** What the catalog knows of one kind: annotations, then links, each address once. */
export function catalogItems(
  entity: Entity,
  kind: ObservabilityKind,
): ObservabilityItem[] {
  const { annotations = {}, links = [] } = entity.metadata;
  const items = [
    ...ANNOTATIONS.filter(each => each.kind === kind).map(({ key, title }) => ({
      title,
      url: webAddress(annotations[key]),
    })),
    ...links
      .filter(link => kindOf(link) === kind)
      .map(({ title, url }) => {
        const address = webAddress(url);
        return { title: title ?? (address && hostOf(address)), url: address };
      }),
  ];
  const addresses = new Set<string>();
  return items.flatMap(({ title, url }) => {
    if (!url || !title || addresses.has(url)) {
      return [];
    }
    addresses.add(url);
    return [{ title, url }];
  });
}

/** Of type, title and icon, the first that names a kind decides. */
function kindOf({
  type,
  title,
  icon,
}: EntityLink): ObservabilityKind | undefined {
  const texts = [type, title, icon].map(text => toWords(text ?? ''));
  return texts.some(text => OTHER.test(text))
    ? undefined
    : texts
        .flatMap(text => WORDS.filter(([, pattern]) => pattern.test(text)))
        .map(([kind]) => kind)[0];
}

/** `alertRules` and `alert-rules` as `alert rules`. */
function toWords(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** Undefined if it is no address of the web: the catalog takes any. */
function webAddress(text: string | undefined): string | undefined {
  const address = text?.trim();
  return address && /^https?:\/\/\S+$/i.test(address) && URL.canParse(address)
    ? address
    : undefined;
}

function hostOf(address: string): string {
  return new URL(address).host;
}
