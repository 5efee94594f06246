import type { FieldDetails, FieldInput } from './types';

// The inputs that several sections use.

export const TEXT: FieldInput = { kind: 'text' };
export const MARKDOWN: FieldInput = { kind: 'markdown' };
export const DECIMAL: FieldInput = { kind: 'decimal' };
export const DATE: FieldInput = { kind: 'date' };
export const DURATION: FieldInput = { kind: 'duration' };
export const URL: FieldInput = { kind: 'url' };
export const MARKDOWN_LIST: FieldInput = { kind: 'list', of: MARKDOWN };
export const GROUP_LIST: FieldInput = { kind: 'list', of: { kind: 'group' } };

/** The field `id` of list items that other places point to. */
export const ID: FieldDetails = {
  description:
    'Stable name of this item, so that other places can point to it. Keep it when you reword the item.',
  input: { kind: 'id' },
};

export const LINK_TITLE: FieldDetails = {
  description: 'What the link leads to.',
  input: TEXT,
};

export const LINK_URL: FieldDetails = {
  description: 'The address.',
  input: URL,
};

export const QUERY: FieldDetails = {
  description: 'The query to run.',
  input: MARKDOWN,
};

export const QUERY_RUN_IN: FieldDetails = {
  description:
    'The system that runs the query, with its data source if it has several; required with a query.',
  input: TEXT,
};

export const STEP_DO: FieldDetails = {
  description: 'What to do.',
  input: MARKDOWN,
};

export const STEP_COMMAND: FieldDetails = {
  description: 'The command that does it.',
  input: MARKDOWN,
};

export const STEP_VERIFY: FieldDetails = {
  description: 'How to check that it worked.',
  input: MARKDOWN,
};
