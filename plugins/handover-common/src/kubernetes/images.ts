import type { ContainerSpec, KubernetesPod } from './objects';
import type { ContainerImage } from './types';

const DIGEST = /^[a-z0-9]+(?:[.+_-][a-z0-9]+)*:[0-9a-fA-F]{32,}$/;

/**
 * The parts of an image's reference. Without tag and digest it means `latest`,
 * which is not filled in here: nobody wrote it.
 *
 * @see https://github.com/distribution/reference
 */
export function parseImage(
  reference: string,
): Omit<ContainerImage, 'container'> {
  const at = reference.indexOf('@');
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const named = at < 0 ? reference : reference.slice(0, at);
  // A colon before the last slash is that of a port.
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1);
  return {
    repository: colon < 0 ? named : named.slice(0, colon),
    ...(colon < 0 ? {} : { tag: named.slice(colon + 1) }),
    ...(digest !== undefined && DIGEST.test(digest) ? { digest } : {}),
  };
}

/** The images of a template, with the digests that its pods say they run. */
export function imagesOf(
  containers: ContainerSpec[] | undefined,
  pods: KubernetesPod[] = [],
): ContainerImage[] {
  return (containers ?? []).flatMap(({ name, image }): ContainerImage[] => {
    if (!name || !image) {
      return [];
    }
    const parsed = parseImage(image);
    return [
      {
        container: name,
        ...parsed,
        digest: parsed.digest ?? runningDigest(name, image, pods),
      },
    ];
  });
}

/** Of the first pod that was made with this image and has pulled it. */
function runningDigest(
  container: string,
  image: string,
  pods: KubernetesPod[],
): string | undefined {
  for (const pod of pods) {
    const isSame = pod.spec?.containers?.some(
      each => each.name === container && each.image === image,
    );
    const status = pod.status?.containerStatuses?.find(
      each => each.name === container,
    );
    // A bare digest is the id of the image on the node, not that in a registry.
    const id = status?.imageID ?? '';
    const digest = id.includes('@') ? id.slice(id.indexOf('@') + 1) : '';
    if (isSame && DIGEST.test(digest)) {
      return digest;
    }
  }
  return undefined;
}
