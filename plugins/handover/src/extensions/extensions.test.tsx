import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { handoverApiRef } from '../api';
import { handoverEntityCard, handoverEntityContent } from '.';
import {
  documentState,
  handoverApiWith,
  orderProcessingDocument,
  orderProcessingEntity,
} from '../__testUtils__/orderProcessing';

const api = handoverApiWith(async () =>
  documentState(orderProcessingDocument()),
);

describe('extensions', () => {
  it('put the tab on the page of an entity', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: orderProcessingEntity }),
        handoverEntityContent,
      ],
      apis: [[handoverApiRef, api]],
    });
    const rollback = await screen.findByRole('region', { name: 'Rollback' });
    expect(within(rollback).getByText('10 minutes')).toBeInTheDocument();
  });

  it('put the card on the page of an entity, with the way to the tab', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity: orderProcessingEntity }),
        handoverEntityCard,
        handoverEntityContent,
      ],
      apis: [[handoverApiRef, api]],
    });
    expect(
      await screen.findByRole('link', { name: 'Open handover' }),
    ).toHaveAttribute('href', expect.stringMatching(/\/handover$/));
  });

  it('leave out entities that nobody hands over', async () => {
    renderTestApp({
      extensions: [
        createTestEntityPage({
          entity: { ...orderProcessingEntity, kind: 'User' },
        }),
        handoverEntityCard,
        handoverEntityContent,
      ],
      apis: [[handoverApiRef, api]],
    });
    expect(
      screen.queryByRole('region', { name: 'Rollback' }),
    ).not.toBeInTheDocument();
    expect(screen.queryByText('100%')).not.toBeInTheDocument();
  });
});
