import type { Entity } from '@backstage/catalog-model';
import { screen, within } from '@testing-library/react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  documentState,
  handoverApiWith,
} from '../__testUtils__/orderProcessing';
import { renderTab } from '../__testUtils__/renderTab';

const platform: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: {
    name: 'platform',
    links: [
      { url: 'https://chat.example.com/platform', title: 'Platform channel' },
      { url: 'https://wiki.example.com/platform', title: 'Wiki' },
    ],
  },
  spec: { type: 'team', profile: { email: 'platform@example.com' } },
};
const api = handoverApiWith(async () => documentState(undefined));
const strip = async () =>
  within(await screen.findByRole('region', { name: 'At a glance' }));

it('shows e-mail and chat of the owner, also without a handover and an on-call system', async () => {
  renderTab({ api, others: [platform] });
  const glance = await strip();
  expect(
    await glance.findByRole('link', { name: 'Email platform@example.com' }),
  ).toHaveAttribute('href', 'mailto:platform@example.com');
  expect(
    glance.getByRole('link', { name: /^Platform channel/ }),
  ).toHaveAttribute('href', 'https://chat.example.com/platform');
  expect(glance.queryByRole('link', { name: /Wiki/ })).not.toBeInTheDocument();
});

it('says that a contact could not be loaded', async () => {
  const catalog = catalogApiMock.mock();
  catalog.getEntitiesByRefs.mockRejectedValue(new Error('No answer'));
  renderTab({ api, apis: [[catalogApiRef, catalog]] });
  expect(
    await (await strip()).findByText('The contact could not be loaded.'),
  ).toBeInTheDocument();
});
