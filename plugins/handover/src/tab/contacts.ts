import type { Entity, EntityLink } from '@backstage/catalog-model';

/** A way to reach somebody. */
export type EntityContact = {
  kind: 'mail' | 'chat';
  /** The address, or what the chat is called. */
  name: string;
  url: string;
};

/** Words in the type, icon or title of a link to a chat. */
const CHAT =
  /\b(?:chat|channel|slack|ms[- ]?teams|microsoft teams|mattermost|discord|zulip|irc|webex|rocket\.?chat)\b/i;
const CHAT_HOST =
  /^(?:https?:\/\/)(?:[\w-]+\.)*(?:slack\.com|teams\.microsoft\.com|discord\.(?:com|gg)|chat\.google\.com|zulipchat\.com|matrix\.to)(?:[:/?#]|$)|^(?:slack|msteams|matrix):/i;

/** One address, without anything that a mail program would take for a text. */
const ADDRESS = /^[^\s@?&#<>,;:%]+@[^\s@?&#<>,;:%]+$/;

/** E-mail address and chats of a group or a user. */
export function contactsOf({ metadata, spec }: Entity): EntityContact[] {
  const { email } = (spec?.profile ?? {}) as { email?: unknown };
  return [
    ...(typeof email === 'string' && ADDRESS.test(email)
      ? [{ kind: 'mail' as const, name: email, url: `mailto:${email}` }]
      : []),
    ...(metadata.links ?? []).filter(isChat).map(({ title, url }) => ({
      kind: 'chat' as const,
      name: title ?? url,
      url,
    })),
  ];
}

function isChat({ type, icon, title, url }: EntityLink): boolean {
  return (
    [type, icon, title].some(
      text => text && (CHAT.test(text) || /^teams$/i.test(text)),
    ) || CHAT_HOST.test(url)
  );
}
