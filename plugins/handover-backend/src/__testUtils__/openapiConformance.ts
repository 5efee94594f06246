import { openapi } from '@backstage-handover/plugin-handover-common/api';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Response } from 'supertest';

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema({ $id: 'api', components: openapi.components });
const compiled = new Map<string, ValidateFunction>();

type Content = Record<string, { schema: object }>;
type Operation = {
  operationId: string;
  responses: Record<string, { $ref?: string; content?: Content }>;
};

const routes = Object.entries(openapi.paths).flatMap(([template, item]) =>
  Object.entries(item)
    .filter(([method]) => ['get', 'put', 'post', 'delete'].includes(method))
    .map(([method, operation]) => ({
      method: method.toLocaleUpperCase('en-US'),
      pattern: new RegExp(
        `^${template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`,
      ),
      // Fixed words win over parameters, as in the description.
      parameters: template.split('{').length,
      operation: operation as unknown as Operation,
    })),
);

/** Throws unless the response is one that the API's description foresees. */
export function expectConformance(response: Response): void {
  const { method, url } = response.request;
  const { pathname } = new URL(url);
  const path = pathname.replace(/^\/api\/handover/, '');
  const [route] = routes
    .filter(each => each.method === method && each.pattern.test(path))
    .sort((a, b) => a.parameters - b.parameters);
  if (!route) {
    throw new Error(`${method} ${path} is not described`);
  }
  const { operationId } = route.operation;

  const found = route.operation.responses[response.status];
  if (!found) {
    throw new Error(
      `${operationId}: status ${response.status} is not described: ${response.text}`,
    );
  }
  const name = found.$ref?.replace('#/components/responses/', '');
  const described = name
    ? (openapi.components.responses as Record<string, typeof found>)[name]
    : found;

  const type = response.headers['content-type']?.split(';')[0];
  if (!described.content) {
    return;
  }
  const media = described.content[type];
  if (!media) {
    throw new Error(`${operationId}: content type '${type}' is not described`);
  }
  if (!type.endsWith('json')) {
    return;
  }

  const key = `${operationId} ${response.status} ${type}`;
  const validate =
    compiled.get(key) ??
    ajv.compile(
      JSON.parse(JSON.stringify(media.schema).replace(/"#\//g, '"api#/')),
    );
  compiled.set(key, validate);
  if (!validate(response.body)) {
    throw new Error(`${key}: ${ajv.errorsText(validate.errors)}`);
  }
}
