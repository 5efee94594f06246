import { HandoverClient } from '@backstage-handover/plugin-handover-common';
import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { handoverApiRef } from '../api';

export const handoverApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: handoverApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        new HandoverClient({ discoveryApi, fetchApi }),
    }),
});
