import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { dependenciesOf } from './dependenciesOf';

const relation = (targetRef: string, type = 'dependsOn') => ({
  type,
  targetRef,
});

const entityWith = (...relations: ReturnType<typeof relation>[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
  relations,
});

const documentWith = (
  dependencies: NonNullable<
    NonNullable<HandoverDocument['architecture']>['dependencies']
  >,
): HandoverDocument => ({
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  architecture: { dependencies },
});

it('joins what is documented with what the catalog knows, critical things first', () => {
  expect(
    dependenciesOf(
      entityWith(
        relation('resource:default/queue'),
        relation('component:default/payments'),
        relation('group:default/shop', 'ownedBy'),
      ),
      documentWith([
        { name: 'Mail', critical: false },
        { entityRef: 'Payments', critical: true, whenDown: 'Orders wait.' },
      ]),
    ),
  ).toEqual([
    {
      entityRef: 'component:default/payments',
      critical: true,
      whenDown: 'Orders wait.',
    },
    { entityRef: 'resource:default/queue' },
    { name: 'Mail', critical: false, entityRef: undefined },
  ]);
});

it('knows those of the catalog without a document', () => {
  expect(
    dependenciesOf(entityWith(relation('resource:default/queue')), undefined),
  ).toEqual([{ entityRef: 'resource:default/queue' }]);
  expect(dependenciesOf(entityWith(), undefined)).toEqual([]);
});
