import {
  GROUP_LIST,
  LINK_TITLE,
  LINK_URL,
  QUERY,
  QUERY_RUN_IN,
} from '../inputs';
import type { PartDetails } from '../types';

export const observability: PartDetails<'observability'> = {
  description: 'Where to look at what the service does now.',
  fields: {
    dashboards: {
      description: 'Dashboards that show the state of the service.',
      input: GROUP_LIST,
    },
    'dashboards[].title': LINK_TITLE,
    'dashboards[].url': LINK_URL,
    'dashboards[].query': QUERY,
    'dashboards[].runIn': QUERY_RUN_IN,
    logs: {
      description: 'Where the logs of the service are.',
      input: GROUP_LIST,
    },
    'logs[].title': LINK_TITLE,
    'logs[].url': LINK_URL,
    'logs[].query': QUERY,
    'logs[].runIn': QUERY_RUN_IN,
    traces: {
      description: 'Where the traces of the service are.',
      input: GROUP_LIST,
    },
    'traces[].title': LINK_TITLE,
    'traces[].url': LINK_URL,
    'traces[].query': QUERY,
    'traces[].runIn': QUERY_RUN_IN,
    alerts: {
      description:
        'The alerts of the service: their rules, or where they fire.',
      input: GROUP_LIST,
    },
    'alerts[].title': LINK_TITLE,
    'alerts[].url': LINK_URL,
    'alerts[].query': QUERY,
    'alerts[].runIn': QUERY_RUN_IN,
    slos: {
      description:
        'Where service level objectives are measured; their targets are in resilience.',
      input: GROUP_LIST,
    },
    'slos[].title': LINK_TITLE,
    'slos[].url': LINK_URL,
    'slos[].query': QUERY,
    'slos[].runIn': QUERY_RUN_IN,
  },
};
