import type { OpenApiDocument } from '@backstage-handover/plugin-handover-common/api';

const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Kinds of credentials, which are also the security schemes of the description. */
const PRINCIPALS = ['user', 'service'] as const;

/** Who may call a route: signed-in users, plugins and external services. */
export type Principal = (typeof PRINCIPALS)[number];

/**
 * Kinds of credentials that Backstage doesn't know: the plugin checks them itself.
 * They are security schemes of the description as well.
 */
const OWN_SCHEMES = ['cluster'] as const;

/** Who may call a route besides those whom Backstage knows: a Kubernetes cluster. */
export type OwnScheme = (typeof OWN_SCHEMES)[number];

/** How the body of a request is read. */
export type RouteBody = {
  /** Longest body in bytes. */
  limit: number;
  /** Media types that are parsed as JSON. */
  json: string[];
  /** Media types that are decoded as text. */
  text: string[];
  /** Media types whose bytes are handed on as they came. */
  raw: string[];
  /** How a body of any other media type, or of none, is read. */
  otherwise?: string;
};

/** What the description says about how a request is let in. */
export type Route = {
  operationId: string;
  method: (typeof METHODS)[number];
  /** The path as OpenAPI writes it. */
  template: string;
  /** The path as Express writes it. */
  path: string;
  /** Who may call it; empty if it needs no Backstage credentials. */
  allow: Principal[];
  /** Which credentials of the plugin's own it needs instead. */
  scheme?: OwnScheme;
  /** Absent if the route takes no body. */
  body?: RouteBody;
};

type Schema = { $ref?: string; type?: unknown };
type RequestBody = {
  content?: Record<string, { schema?: Schema }>;
  'x-handover-body'?: { limit?: unknown; raw?: unknown; otherwise?: unknown };
};
type Operation = {
  operationId: string;
  security?: Record<string, unknown>[];
  requestBody?: RequestBody;
};

/**
 * The routes of a description. Fixed paths come before those with parameters
 * that match the same requests.
 *
 * @throws Error if a route does not say how its body is read, or names
 *   credentials that do not exist, so that a typo cannot open a route.
 */
export function readRoutes(document: OpenApiDocument): Route[] {
  const routes = Object.entries(document.paths).flatMap(([template, item]) =>
    METHODS.flatMap(method => {
      const operation = item[method] as Operation | undefined;
      return operation
        ? [readRoute(document, template, method, operation)]
        : [];
    }),
  );
  const parameters = ({ template }: Route) => template.split('{').length;
  return routes.sort((a, b) => parameters(a) - parameters(b));
}

/**
 * Paths of which no method needs Backstage credentials. Some need those of the
 * plugin's own.
 */
export function publicPaths(routes: Route[]): string[] {
  const all = [...new Set(routes.map(({ path }) => path))];
  return all.filter(path =>
    routes.every(route => route.path !== path || route.allow.length === 0),
  );
}

function readRoute(
  document: OpenApiDocument,
  template: string,
  method: Route['method'],
  operation: Operation,
): Route {
  const { operationId, requestBody } = operation;
  const security = (operation.security ??
    document.security ??
    []) as Operation['security'];
  if (!operation.security && !document.security) {
    throw new Error(`${operationId} does not say who may call it ('security')`);
  }
  const scheme = readOwnScheme(security!);
  return {
    operationId,
    method,
    template,
    path: template.replace(/\{(\w+)\}/g, ':$1'),
    allow: scheme
      ? []
      : security!.map(requirement => readPrincipal(operationId, requirement)),
    ...(scheme && { scheme }),
    body: requestBody && readBody(document, operationId, requestBody),
  };
}

/** The only requirement of a route, if Backstage cannot check it. */
function readOwnScheme(
  security: Record<string, unknown>[],
): OwnScheme | undefined {
  const names = security.flatMap(requirement => Object.keys(requirement));
  return names.length === 1
    ? OWN_SCHEMES.find(scheme => scheme === names[0])
    : undefined;
}

function readPrincipal(
  operationId: string,
  requirement: Record<string, unknown>,
): Principal {
  const names = Object.keys(requirement);
  const principal = PRINCIPALS.find(each => each === names[0]);
  if (!principal || names.length > 1) {
    throw new Error(
      `${operationId} requires '${names.join(
        "' and '",
      )}', which is not one of '${PRINCIPALS.join("', '")}'`,
    );
  }
  return principal;
}

function readBody(
  document: OpenApiDocument,
  operationId: string,
  requestBody: RequestBody,
): RouteBody {
  const {
    limit,
    raw = false,
    otherwise,
    ...unknown
  } = requestBody['x-handover-body'] ?? {};
  if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || limit < 1) {
    throw new Error(
      `${operationId} takes a body without a maximum size ('x-handover-body.limit', in bytes)`,
    );
  }
  if (typeof raw !== 'boolean' || Object.keys(unknown).length > 0) {
    throw new Error(
      `The 'x-handover-body' of ${operationId} has only 'limit', 'otherwise' and 'raw', which is true or false`,
    );
  }
  const types = Object.entries(requestBody.content ?? {});
  if (types.length === 0) {
    throw new Error(`${operationId} takes a body of no media type`);
  }
  const other = types.map(([type]) => type).find(type => type === otherwise);
  if (otherwise !== undefined && other === undefined) {
    throw new Error(
      `The 'x-handover-body.otherwise' of ${operationId} is not one of its media types`,
    );
  }
  const isText = ([, { schema }]: (typeof types)[number]) =>
    resolve(document, schema)?.type === 'string';
  const names = (some: typeof types) => some.map(([type]) => type);
  return {
    limit,
    json: raw ? [] : names(types.filter(type => !isText(type))),
    text: raw ? [] : names(types.filter(isText)),
    raw: raw ? names(types) : [],
    ...(other !== undefined && { otherwise: other }),
  };
}

function resolve(
  document: OpenApiDocument,
  schema: Schema | undefined,
): Schema | undefined {
  const name = schema?.$ref?.replace('#/components/schemas/', '');
  return name ? (document.components.schemas[name] as Schema) : schema;
}
