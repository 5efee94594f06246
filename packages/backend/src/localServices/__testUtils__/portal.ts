import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalog from '@backstage/plugin-catalog-backend';
import templates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import handover from '@backstage-handover/plugin-handover-backend';
import scaffolderModuleHandover from '@backstage-handover/plugin-scaffolder-backend-module-handover';
import path from 'node:path';
import request from 'supertest';
import {
  catalogModuleLocalServices,
  scaffolderModuleLocalServices,
} from '../modules';
import { eventually } from './eventually';

const EXAMPLES = path.resolve(__dirname, '../../../../../examples');
const user = mockCredentials.user.header();

/** How a run of a template ended, and what it said. */
export type Task = {
  id: string;
  status: 'completed' | 'failed' | 'cancelled';
  log: string;
  output: Record<string, unknown>;
};

/** Answers to the form of a new service. */
export function answers(name: string, others: object = {}) {
  return {
    name,
    purpose: 'Works out what a parcel costs, by weight and country.',
    users: 'The checkout',
    owner: 'group:default/platform-team',
    tier: 2,
    impact: 'Nobody can order: the price of the parcel is not known.',
    environments: ['development', 'staging', 'production'],
    host: 'local',
    ...others,
  };
}

type Feature = NonNullable<
  Parameters<typeof startTestBackend>[0]['features']
>[number];

/**
 * A backend with the catalog, the scaffolder and Handover, the example
 * templates, and a folder for local services; and with what else a test needs.
 */
export async function startPortal(
  folder: string,
  more: { features?: Feature[]; config?: object; localServices?: object } = {},
) {
  const backend = await startTestBackend({
    features: [
      ...(more.features ?? []),
      catalog,
      templates,
      scaffolder,
      scaffolderModuleHandover,
      handover,
      // The mock of the scheduler runs a task once.
      schedulerServiceFactory,
      catalogModuleLocalServices,
      scaffolderModuleLocalServices,
      mockServices.rootConfig.factory({
        data: {
          ...more.config,
          localServices: { folder, ...more.localServices },
          catalog: {
            rules: [{ allow: ['Template', 'Location', 'Component'] }],
            locations: ['service-with-handover', 'handover-for-a-service'].map(
              name => ({
                type: 'file',
                target: path.join(EXAMPLES, 'templates', name, 'template.yaml'),
              }),
            ),
          },
          handover: { documents: { folders: [folder], discovery: 'sibling' } },
        },
      }),
    ],
  });

  const { server } = backend;
  const get = async (route: string) =>
    request(server).get(route).set('authorization', user);

  /** An entity of the catalog, undefined where there is none. */
  async function entity(kind: string, name: string) {
    const { status, body } = await get(
      `/api/catalog/entities/by-name/${kind}/default/${name}`,
    );
    return status === 200 ? body : undefined;
  }

  async function post(route: string, body: object) {
    return request(server)
      .post(`/api/scaffolder/v2/${route}`)
      .set('authorization', user)
      .send(body);
  }

  /** Begins a run; answers as the API does. */
  async function start(values: object, template = 'service-with-handover') {
    return post('tasks', {
      templateRef: `template:default/${template}`,
      values,
    });
  }

  /** How a run ended. */
  async function ended(id: string): Promise<Task> {
    return eventually(async () => {
      const { status } = (await get(`/api/scaffolder/v2/tasks/${id}`)).body;
      if (!['completed', 'failed', 'cancelled'].includes(status)) {
        return undefined;
      }
      type Event = {
        type: string;
        body: { message: string; output?: Task['output'] };
      };
      const events: Event[] = (
        await get(`/api/scaffolder/v2/tasks/${id}/events`)
      ).body;
      return {
        id,
        status,
        log: events.map(({ body }) => body.message).join('\n'),
        output:
          events.find(({ type }) => type === 'completion')?.body.output ?? {},
      };
    });
  }

  /** Runs a template to its end. */
  async function run(values: object, template?: string): Promise<Task> {
    const { status, body } = await start(values, template);
    if (status !== 201) {
      throw new Error(`Refused with ${status}: ${JSON.stringify(body)}`);
    }
    return ended(body.id);
  }

  await eventually(() => entity('template', 'service-with-handover'));
  await eventually(() => entity('template', 'handover-for-a-service'));
  return { get, post, entity, start, ended, run, stop: () => backend.stop() };
}
