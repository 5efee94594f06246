import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { CloudEvent } from './toEvents';

/** Events in one request. */
const BATCH = 100;

/** Sends events to the handover backend, as any pipeline would. */
export async function sendEvents(
  events: readonly CloudEvent[],
  options: { auth: AuthService; discovery: DiscoveryService },
): Promise<void> {
  const { auth, discovery } = options;
  const baseUrl = await discovery.getBaseUrl('handover');
  for (let from = 0; from < events.length; from += BATCH) {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'handover',
    });
    const response = await fetch(`${baseUrl}/delivery/events`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/cloudevents-batch+json',
      },
      body: JSON.stringify(events.slice(from, from + BATCH)),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const { items }: { items: { status: string; reason?: string }[] } =
      await response.json();
    const refused = items.find(({ status }) => status === 'rejected');
    if (refused) {
      throw new Error(`An event was refused: ${refused.reason}`);
    }
  }
}
