import type { OperationQueries } from '@backstage-handover/plugin-handover-common/api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Request } from 'express';

/**
 * The query of a request that went through the OpenAPI router, which has
 * checked it and turned its values into the types of the description.
 */
export function queryOf<K extends keyof OperationQueries>(
  _operation: K,
  req: Pick<Request, 'query'>,
): OperationQueries[K] {
  return req.query as OperationQueries[K];
}

/** The entity that a path names, as a full reference in lower case. */
export function entityRefOf(req: Pick<Request, 'params'>): string {
  const { kind, namespace, name } = req.params;
  return stringifyEntityRef({ kind, namespace, name });
}

/**
 * Reads the document in a body: JSON that contains the YAML, or the YAML
 * itself. Only JSON can contain a message, because URLs end up in logs.
 */
export function yamlOf(req: Pick<Request, 'body'>): {
  yaml: string;
  message?: string;
} {
  if (typeof req.body === 'string') {
    return { yaml: req.body };
  }
  const { yaml, message } = req.body;
  return { yaml, message };
}
