import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Markdown } from './Markdown';

const PERSON_REF = /^(user|group):([a-z0-9._-]+\/)?[a-z0-9._-]+$/i;
// An international number, not one that is part of a link already.
const PHONE = /(?<![\w[(:/=])\+\d[\d ()./-]{5,}\d/g;

/** Makes a telephone number in a text a link that dials it. */
export function linkPhoneNumbers(text: string): string {
  return text.replace(
    PHONE,
    number => `[${number}](tel:${number.replace(/[^+\d]/g, '')})`,
  );
}

/** A person, a team or a way to reach them: an entity reference, a number, an address, or words. */
export function Contact({ text }: { text: string }) {
  return PERSON_REF.test(text.trim()) ? (
    <EntityRefLink entityRef={text.trim()} />
  ) : (
    <Markdown content={linkPhoneNumbers(text)} />
  );
}
