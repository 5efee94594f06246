import { GROUP_LIST, MARKDOWN, MARKDOWN_LIST, TEXT, URL } from '../inputs';
import type { PartDetails } from '../types';

export const environments: PartDetails<'environments'> = {
  description: 'The places where the service runs.',
  fields: {
    items: {
      description: 'The environments, in the order of promotion.',
      required: true,
      why: 'A command that is safe in one environment can cause an outage in another.',
      input: GROUP_LIST,
    },
    'items[].name': {
      description: 'Name of the environment.',
      required: true,
      why: 'A window, a trigger or a colleague can only refer to an environment that has a name.',
      input: TEXT,
    },
    'items[].purpose': { description: 'What it is for.', input: MARKDOWN },
    'items[].owner': {
      description: 'Who looks after this environment.',
      input: TEXT,
    },
    'items[].cluster': {
      description: 'Name of the Kubernetes cluster.',
      input: TEXT,
    },
    'items[].namespace': {
      description: 'Kubernetes namespace.',
      input: TEXT,
    },
    'items[].url': {
      description: 'Where the service can be reached.',
      input: URL,
    },
    'items[].promotedFrom': {
      description: 'The environment that an artifact comes from.',
      input: TEXT,
    },
    technologies: {
      description: 'What the service is built with and runs on.',
      input: MARKDOWN_LIST,
    },
  },
};
