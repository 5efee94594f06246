import type { Artifact } from '@backstage-handover/plugin-handover-common';
import { PackageURL } from 'packageurl-js';

/**
 * The artifact that a package URL (ECMA-427) identifies. The version of an OCI
 * image is its digest, and its tag is a qualifier. A text that isn't a package
 * URL is used as the name of the artifact.
 */
export function parsePackageUrl(text: string): Artifact {
  const parsed = parse(text);
  if (!parsed) {
    return { name: text };
  }
  const { name, version, tag } = parsed;
  const isDigest = /^sha(256|512):[0-9a-f]+$/i.test(version ?? '');
  const shown = isDigest ? tag : version || tag;
  return {
    name,
    ...(shown && { version: shown }),
    ...(isDigest && { digest: version }),
  };
}

/**
 * Only splits and decodes. The rules of each type, such as which versions Go
 * has, are for producers, and a deployment counts even if its artifact breaks
 * them.
 */
function parse(
  text: string,
): { name: string; version?: string; tag?: string } | undefined {
  try {
    const [, , name, version, qualifiers] = PackageURL.parseString(text);
    return name
      ? {
          name,
          version,
          tag: new URLSearchParams(qualifiers).get('tag') ?? undefined,
        }
      : undefined;
  } catch {
    return undefined;
  }
}
