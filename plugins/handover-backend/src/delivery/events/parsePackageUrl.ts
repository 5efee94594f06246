import type { Artifact } from '@backstage-handover/plugin-handover-common';

/**
 * The artifact that a package URL names:
 * `pkg:type/namespace/name@version?tag=…` (ECMA-427). The version of an OCI
 * image is its digest, its tag a qualifier. Any other text is the artifact's
 * name.
 */
export function parsePackageUrl(text: string): Artifact {
  const match =
    /^pkg:\/*[a-z][a-z0-9.+-]*\/([^@?#]+)(?:@([^?#]*))?(?:\?([^#]*))?/i.exec(
      text,
    );
  if (!match) {
    return { name: text };
  }
  const [, path, encodedVersion, qualifiers] = match;
  const version = encodedVersion && decode(encodedVersion);
  const tag = new URLSearchParams(qualifiers).get('tag') ?? undefined;
  const isDigest = /^sha(256|512):[0-9a-f]+$/i.test(version ?? '');
  const shown = isDigest ? tag : version ?? tag;
  return {
    name: decode(path.split('/').filter(Boolean).at(-1) ?? path),
    ...(shown && { version: shown }),
    ...(isDigest && { digest: version }),
  };
}

/** Percent signs that encode nothing stay as they are. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
