import { Environments } from '@backstage-handover/plugin-handover-common/environments';
import {
  DEFAULT_LINK_SCHEMES,
  isLinkScheme,
} from '@backstage-handover/plugin-handover-common/documents';
import type { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * The schemes that links in a document may have, without colon: what the portal
 * refuses, no template may write.
 *
 * @throws Error when `handover.links.schemes` names one that cannot be allowed
 */
export function readLinkSchemes(config: RootConfigService): string[] {
  const key = 'handover.links.schemes';
  const schemes = (config.getOptionalStringArray(key) ?? []).map(scheme =>
    scheme.toLocaleLowerCase('en-US').replace(/:$/, ''),
  );
  const refused = schemes.find(scheme => !isLinkScheme(scheme));
  if (refused !== undefined) {
    throw new Error(
      `Invalid value at '${key}': '${refused}' is not a scheme such as 'slack', or it runs code or reads files`,
    );
  }
  return [...new Set([...DEFAULT_LINK_SCHEMES, ...schemes])];
}

/**
 * The environments that are configured; undefined where none are.
 *
 * @throws Error that names the place of a mistake in `handover.environments`
 */
export function readEnvironments(
  config: RootConfigService,
): Environments | undefined {
  const key = 'handover.environments';
  const configured = config.getOptional(key);
  return configured === undefined
    ? undefined
    : Environments.parse(configured, key);
}
