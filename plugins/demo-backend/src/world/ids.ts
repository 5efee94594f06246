import { createHash } from 'node:crypto';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** The same UUID for the same object, whenever it is looked at. */
export function uidOf(...parts: string[]): string {
  const hex = hash(parts.join('/'));
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** The digest of an image. */
export function digestOf(image: string): string {
  return `sha256:${hash(image)}`;
}

/** A suffix as Kubernetes makes them, of letters that spell no words. */
export function suffixOf(length: number, ...parts: string[]): string {
  const letters = 'bcdfghjklmnpqrstvwxz2456789';
  const hex = hash(parts.join('/'));
  return Array.from(
    { length },
    (_, index) =>
      letters[
        parseInt(hex.slice(index * 2, index * 2 + 2), 16) % letters.length
      ],
  ).join('');
}

/** An address in the network of pods. */
export function addressOf(...parts: string[]): string {
  return addressIn(42, parts);
}

/** An address in the network of services. */
export function serviceAddressOf(...parts: string[]): string {
  return addressIn(43, parts);
}

function addressIn(network: number, parts: string[]): string {
  const hex = hash(parts.join('/'));
  return `10.${network}.${parseInt(hex.slice(0, 2), 16)}.${
    (parseInt(hex.slice(2, 4), 16) % 250) + 2
  }`;
}

/** A `resourceVersion`: another one as soon as anything of the object is different. */
export function versionOf(object: object): string {
  return `${parseInt(hash(JSON.stringify(object)).slice(0, 12), 16)}`;
}
