import {
  parseHandoverDocument,
  SECTION_KEYS,
} from '@backstage-handover/plugin-handover-common/documents';
import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { parse } from 'yaml';
import { handoverTemplate } from './handoverTemplate';

function entityWith(
  metadata: Partial<Entity['metadata']>,
  relations: Entity['relations'] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders', namespace: 'default', ...metadata },
    relations,
  };
}

/** The template with its examples made content. */
function withExamples(yaml: string): string {
  return yaml
    .split('\n')
    .filter(line => !/^\s*# [A-Z]/.test(line))
    .map(line => line.replace(/^(\s*)# (?=\s*[-\w])/, '$1'))
    .join('\n');
}

describe('handoverTemplate', () => {
  it('fills in what the catalog knows', () => {
    const yaml = handoverTemplate(
      entityWith(
        {
          description: 'Takes orders: "all" of them.\nAnd ships them.',
          links: [
            { url: 'https://wiki.example.com/orders', title: 'Wiki' },
            { url: 'chat://orders' },
          ],
          annotations: {
            'jenkins.io/job-full-name': 'orders/main',
            'github.com/project-slug': 'example/orders',
            'backstage.io/kubernetes-namespace': 'orders-prod',
          },
        },
        [
          { type: 'dependsOn', targetRef: 'component:default/payments' },
          { type: 'ownedBy', targetRef: 'group:default/platform' },
        ],
      ),
    );
    const { document, problems } = parseHandoverDocument(yaml, {
      entityRef: 'component:default/orders',
    });
    expect(problems).toEqual([]);
    expect(document).toMatchObject({
      metadata: { entityRef: 'component:default/orders' },
      overview: {
        purpose: 'Takes orders: "all" of them.\nAnd ships them.',
      },
      environments: {
        items: [{ name: 'production', namespace: 'orders-prod' }],
      },
      architecture: {
        links: [{ title: 'Wiki', url: 'https://wiki.example.com/orders' }],
        dependencies: [{ entityRef: 'component:default/payments' }],
      },
      deployment: {
        repository: 'https://github.com/example/orders',
        pipeline: 'Jenkins job orders/main',
      },
    });
    expect(yaml).toContain('#   - who: group:default/platform');
  });

  it('has examples that are valid when they are uncommented', () => {
    const yaml = withExamples(handoverTemplate(entityWith({})));
    const { document, problems } = parseHandoverDocument(yaml);
    expect(problems).toEqual([]);
    expect(document?.rollback?.decideWithin).toBe('PT10M');
    expect(document?.windows?.items).toHaveLength(1);
    expect(document?.completion?.statements).toHaveLength(5);
  });

  it('is a valid document whatever stands in the catalog', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(
        '- x: y',
        'a # b',
        '"\'\\',
        '\u2028---\n...',
        '{{ }}',
        '\t%&*!|>',
        'null',
      ),
    );
    fc.assert(
      fc.property(text, text, text, text, (description, title, slug, link) => {
        const yaml = handoverTemplate(
          entityWith(
            {
              description,
              title,
              links: [{ url: 'https://example.com/', title: link }],
              annotations: {
                'github.com/project-slug': slug,
                'backstage.io/kubernetes-namespace': link,
                'backstage.io/kubernetes-id': slug,
              },
            },
            [{ type: 'dependsOn', targetRef: slug }],
          ),
        );
        const value = parse(yaml);
        expect(value.metadata.entityRef).toBe('component:default/orders');
        // The sections, apiVersion, kind and metadata.
        expect(Object.keys(value)).toHaveLength(SECTION_KEYS.length + 3);
        expect(value.overview?.purpose ?? '').toBe(description.trim());
      }),
    );
  });
});
