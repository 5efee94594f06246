import type { Entity } from '@backstage/catalog-model';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';

/** Services that one team owns, and services that one system consists of. */
const SERVICES_PER_TEAM = 100;
const SERVICES_PER_SYSTEM = 40;

/** Sections that some services have not written yet: how many leave which out. */
const OMITTED: { section: string; every: number }[] = [
  { section: 'resilience', every: 3 },
  { section: 'firstThirtyDays', every: 4 },
  { section: 'responsibilities', every: 5 },
  { section: 'dangerZones', every: 7 },
];

const DOMAINS = [
  ...['order', 'payment', 'invoice', 'shipment', 'customer', 'pricing'],
  ...['stock', 'returns', 'loyalty', 'search', 'catalogue', 'tax'],
];
const ROLES = [
  ...['processing', 'gateway', 'ledger', 'notifier', 'reporting'],
  ...['sync', 'archive', 'planner'],
];

/** So many of the last services have no handover in a repository. */
export const UNWRITTEN = 50;

export type Service = {
  name: string;
  title: string;
  entityRef: string;
  owner: string;
  system: string;
};

/** Invented services that are as real ones are; the same for the same size. */
export class Fleet {
  readonly services: Service[];

  constructor(size: number) {
    this.services = Array.from({ length: size }, (_, index) => {
      const domain = DOMAINS[index % DOMAINS.length];
      const role = ROLES[Math.floor(index / DOMAINS.length) % ROLES.length];
      const name = `${domain}-${role}-${index}`;
      return {
        name,
        title: `${domain[0].toLocaleUpperCase('en-US')}${domain.slice(
          1,
        )} ${role} ${index}`,
        entityRef: `component:default/${name}`,
        // Not in the order of names, as teams own all sorts of services.
        owner: `group:default/team-${spread(index, size, SERVICES_PER_TEAM)}`,
        system: `system:default/system-${spread(
          index + 1,
          size,
          SERVICES_PER_SYSTEM,
        )}`,
      };
    });
  }

  get owners(): string[] {
    return [...new Set(this.services.map(service => service.owner))];
  }

  get systems(): string[] {
    return [...new Set(this.services.map(service => service.system))];
  }

  /** Services whose handover is to be written in the portal. */
  get unwritten(): Service[] {
    return this.services.slice(-UNWRITTEN);
  }

  /**
   * The services as the catalog gets them.
   *
   * @param folderOf - location of a service's folder, `file:/…` or `url:http://…`
   * @param options.leaveUnwritten - The last services have no reference.
   */
  entities(
    folderOf: (service: Service) => string,
    options: { leaveUnwritten?: boolean } = {},
  ): Entity[] {
    const unwritten = new Set(options.leaveUnwritten ? this.unwritten : []);
    return this.services.map((service, index) => {
      const location = `${folderOf(service)}/catalog-info.yaml`;
      const neighbour = (step: number) =>
        this.services[(index + step) % this.services.length].entityRef;
      return {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: {
          name: service.name,
          title: service.title,
          description: `${service.title}: takes requests in, checks them and passes them on.`,
          annotations: {
            'backstage.io/managed-by-location': location,
            'backstage.io/managed-by-origin-location': location,
            ...(!unwritten.has(service) && {
              'handover.dev/ref': './handover.yaml',
            }),
            'backstage.io/kubernetes-id': service.name,
            'jenkins.io/job-full-name': `services/${service.name}`,
          },
          tags: ['aws', 'kubernetes', 'terraform', 'jenkins'],
          links: [
            {
              url: `https://dashboards.example.com/${service.name}`,
              title: 'Dashboards',
              icon: 'dashboard',
            },
          ],
        },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: service.owner,
          system: service.system,
          dependsOn: [neighbour(1), neighbour(7)],
        },
      };
    });
  }

  /**
   * Writes each service's handover to `<folder>/<name>/handover.yaml`: variants
   * of the longest of the examples.
   */
  async writeDocuments(folder: string): Promise<{ meanBytes: number }> {
    const example = parseDocument(
      await readFile(
        path.resolve(
          __dirname,
          '../../examples/services/order-processing/handover.yaml',
        ),
        'utf8',
      ),
    );
    let bytes = 0;
    for (const [index, service] of this.services.entries()) {
      const document = example.clone();
      document.setIn(['metadata', 'entityRef'], service.entityRef);
      document.setIn(['metadata', 'tier'], (index % 4) + 1);
      document.setIn(
        ['overview', 'purpose'],
        `${service.title} takes requests in, checks them and passes them on.`,
      );
      for (const { section, every } of OMITTED) {
        if (index % every === 0) {
          document.delete(section);
        }
      }
      const yaml = document.toString();
      bytes += Buffer.byteLength(yaml);
      await mkdir(path.join(folder, service.name), { recursive: true });
      await writeFile(path.join(folder, service.name, 'handover.yaml'), yaml);
    }
    return { meanBytes: Math.round(bytes / this.services.length) };
  }
}

/** Puts numbers into groups of about the same size, neighbours into different ones. */
function spread(index: number, size: number, groupSize: number): number {
  const groups = Math.max(1, Math.round(size / groupSize));
  return (index * 7919) % groups;
}
