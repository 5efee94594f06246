import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { configApiRef } from '@backstage/frontend-plugin-api';
import type { HandoverDocument } from '@backstage-handover/plugin-handover-common';
import { renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { freeze } from './calendarApi.fixture';
import { useEnvironmentNames } from './useEnvironmentNames';

const document: HandoverDocument = {
  apiVersion: 'handover.dev/v1',
  kind: 'Handover',
  environments: { items: [{ name: 'staging' }, { name: 'Prod' }] },
  windows: {
    items: [
      { ...freeze, environments: ['production', 'Staging', 'eu', 'pre*'] },
    ],
  },
};

function namesWith(environments?: { name: string; aliases?: string[] }[]) {
  const config = mockApis.config({
    data: environments ? { handover: { environments } } : {},
  });
  const { result } = renderHook(() => useEnvironmentNames(document), {
    wrapper: ({ children }: PropsWithChildren) => (
      <TestApiProvider apis={[[configApiRef, config]]}>
        {children}
      </TestApiProvider>
    ),
  });
  return result.current;
}

it('lists every environment once, by its configured name', () => {
  expect(namesWith()).toEqual(['staging', 'production', 'eu']);
  expect(
    namesWith([{ name: 'Live', aliases: ['prod', 'production', 'eu'] }]),
  ).toEqual(['staging', 'Live']);
});
