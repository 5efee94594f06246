import type { ParseOptions } from '@backstage-handover/plugin-handover-common/documents';

/** How documents are read, as options of every command that reads them. */
export type DocumentOptions = {
  /** Schemes that links may have besides the usual ones. */
  linkScheme?: string[];
};

/** Schemes that links have without any option. */
export const LINK_SCHEMES = ['http', 'https', 'mailto'];

/** The options of the parser. */
export function parseOptions({ linkScheme }: DocumentOptions): ParseOptions {
  return linkScheme ? { linkSchemes: [...LINK_SCHEMES, ...linkScheme] } : {};
}
