import type { Entity } from '@backstage/catalog-model';
import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { KubernetesTabLink } from './KubernetesTabLink';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders' },
};

const LINK = { name: 'Kubernetes tab' };

/** Shows the link on the page of an entity that has some Kubernetes tab, or none. */
function show(tab?: { filter: (entity: Entity) => boolean }) {
  const content = EntityContentBlueprint.make({
    name: 'probe',
    params: {
      path: '/',
      title: 'Probe',
      loader: async () => (
        <p>
          Shown <KubernetesTabLink entity={entity} />
        </p>
      ),
    },
  });
  const kubernetes = EntityContentBlueprint.make({
    name: 'kubernetes',
    params: {
      path: '/clusters',
      title: 'Clusters',
      filter: tab?.filter,
      loader: async () => <p>What runs</p>,
    },
  });
  renderTestApp({
    extensions: [createTestEntityPage({ entity }), content],
    features: tab
      ? [
          createFrontendPlugin({
            pluginId: 'kubernetes',
            extensions: [kubernetes],
          }),
        ]
      : [],
    apis: [catalogApiMock({ entities: [entity] })],
  });
  return screen.findByText('Shown');
}

describe('the link to the Kubernetes tab', () => {
  it('has the path that the tab has in this app', async () => {
    await show({ filter: () => true });
    expect(screen.getByRole('link', LINK)).toHaveAttribute('href', '/clusters');
  });

  it('is left out if the entity has no such tab', async () => {
    await show({ filter: () => false });
    expect(screen.queryByRole('link', LINK)).toBeNull();
  });

  it('is left out if the app has no such tab', async () => {
    await show();
    expect(screen.queryByRole('link', LINK)).toBeNull();
  });
});
