// Generated from the files in ../openapi by `yarn generate`. Do not edit.

import type { OpenApiDocument } from '../OpenApiDocument';

/**
 * The OpenAPI 3.1 document of the HTTP API.
 *
 * @alpha
 */
export const openapi: OpenApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Handover',
    version: '1',
    description:
      "Handover documents of catalog entities, the gate that says whether an\nentity may be changed, and what was built and deployed where.\n\nErrors are Backstage's error bodies. Lists are paged by an opaque cursor.\nTimes are RFC 3339 with offset. A document that the caller may not read is\nanswered with 403 where it is named, and left out of lists and their totals.\n",
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ user: [] }, { service: [] }],
  tags: [
    {
      name: 'documents',
      description: 'Everything a new owner needs to know about a service.',
    },
    { name: 'gate', description: 'When a service may be changed.' },
    { name: 'delivery', description: 'What was built and deployed where.' },
  ],
  paths: {
    '/delivery/{kind}/{namespace}/{name}/runs': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['delivery'],
        operationId: 'listRuns',
        summary: "The runs of an entity's pipelines, the latest first.",
        description:
          'Providers are asked when somebody looks, at most once a minute for an\nentity. One that fails is named in `providers`, with since when; what\nwas read from it before is still shown.\n',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of runs.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RunPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/delivery/{kind}/{namespace}/{name}/deployments': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['delivery'],
        operationId: 'listDeployments',
        summary: 'The deployments of an entity, the latest first.',
        parameters: [
          {
            name: 'environment',
            in: 'query',
            allowReserved: true,
            description: 'Only those into this environment.',
            schema: { $ref: '#/components/schemas/EnvironmentName' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of deployments.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeploymentPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/delivery/{kind}/{namespace}/{name}/promotion': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['delivery'],
        operationId: 'getPromotion',
        summary:
          'What is deployed in each environment, in the order of promotion.',
        description:
          "The environments of the entity's handover, in the order that their\n`promotedFrom` gives, else in the document's. An entity whose handover\nnames none gets those of `handover.environments` in the configuration.\n",
        responses: {
          '200': {
            description: 'The promotion path.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Promotion' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/delivery/{kind}/{namespace}/{name}/metrics': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['delivery'],
        operationId: 'getMetrics',
        summary: "DORA's measures of the delivery to production.",
        parameters: [
          {
            name: 'days',
            in: 'query',
            description: 'The period, up to now.',
            schema: { type: 'integer', enum: [30, 90], default: 30 },
          },
        ],
        responses: {
          '200': {
            description: 'The measures, with their sample sizes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Metrics' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/delivery/events': {
      post: {
        tags: ['delivery'],
        operationId: 'postEvents',
        summary: 'Takes CDEvents in.',
        description:
          "CDEvents 0.3 and later over the HTTP binding of CloudEvents 1.0: binary,\nstructured, or batched. Only services may send them, with a token of\n`backend.auth.externalAccess`.\n\nAn event names its entity in `customData.entityRef`; or the catalog has\none entity whose annotation `handover.dev/cdevents-source` is the\n`context.source` of the event.\n\n`context.source` and `context.id` say which event it is; the id of the\nCloudEvent may differ. Events may come in any order and more than once,\nand at most a day ahead of the server's clock. One that is valid but that\nnothing is made of is answered as `ignored`, with the reason. A\nsingle event that is not valid, or of no known entity, is answered with\n400; in a batch each event is answered by itself.\n",
        security: [{ service: [] }],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 1048576, otherwise: 'application/json' },
          content: {
            'application/cloudevents+json': { schema: { type: 'string' } },
            'application/cloudevents-batch+json': {
              schema: { type: 'string' },
            },
            'application/json': { schema: {} },
          },
        },
        responses: {
          '200': {
            description: 'What became of each event, in their order.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EventResults' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/documents': {
      get: {
        tags: ['documents'],
        operationId: 'listDocuments',
        summary: 'Lists the handovers that the caller may read.',
        description:
          'Filters are joined with AND, the values of one repeated filter with OR.\n',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'system',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the system.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'tier',
            in: 'query',
            description: 'Service tier, 1 to 4.',
            schema: {
              type: 'array',
              maxItems: 4,
              items: { type: 'integer', minimum: 1, maximum: 4 },
            },
          },
          {
            name: 'coverageMin',
            in: 'query',
            description: 'Least coverage ratio, inclusive.',
            schema: { type: 'number', minimum: 0, maximum: 1 },
          },
          {
            name: 'coverageMax',
            in: 'query',
            description: 'Greatest coverage ratio, inclusive.',
            schema: { type: 'number', minimum: 0, maximum: 1 },
          },
          {
            name: 'status',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 4,
              items: { $ref: '#/components/schemas/DocumentStatus' },
            },
          },
          {
            name: 'stale',
            in: 'query',
            description: 'Whether the document is past its review.',
            schema: { type: 'boolean' },
          },
          {
            name: 'q',
            in: 'query',
            allowReserved: true,
            description:
              "Words that must all occur in the entity's name, title, owner, system or tags.",
            schema: { type: 'string', minLength: 1, maxLength: 200 },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: [
                'entityRef',
                'title',
                'owner',
                'system',
                'tier',
                'coverage',
                'status',
                'reviewDueAt',
                'updatedAt',
              ],
              default: 'entityRef',
            },
          },
          {
            name: 'order',
            in: 'query',
            schema: { type: 'string', enum: ['asc', 'desc'], default: 'asc' },
          },
          {
            name: 'include',
            in: 'query',
            description:
              'With `document` each item carries the document of its revision in\nview, for reading many in few requests; `limit` is then at most 100.\n',
            schema: { type: 'string', enum: ['document'] },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of handovers.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/documents/validate': {
      post: {
        tags: ['documents'],
        operationId: 'validateDocument',
        summary: 'Checks a document and stores nothing.',
        description:
          'The body is the YAML itself, or JSON with the YAML in `yaml`.\n',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 1048576 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ValidateRequest' },
            },
            'application/yaml': { schema: { type: 'string' } },
            'text/yaml': { schema: { type: 'string' } },
          },
        },
        responses: {
          '200': {
            description: 'What is wrong with it, and how much it covers.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ValidationResult' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/documents/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['documents'],
        operationId: 'getDocument',
        summary: "The present state of an entity's handover.",
        description:
          'An entity without a document is answered with status `missing`; 404\nmeans that the catalog has no such entity.\n\n`ETag` begins with the number of the revision in view, as in `"3.…"`,\nor 0 where there is none. `If-Match` compares that number alone: what\nelse the tag covers (status, freshness) is measured, not edited.\n',
        responses: {
          '200': {
            description: 'The state, with the last good revision in view.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentState' },
              },
            },
          },
          '304': {
            description: 'Unchanged since the `If-None-Match` of the request.',
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
      put: {
        tags: ['documents'],
        operationId: 'putDocument',
        summary:
          'Stores a new revision of a document that is edited in the portal.',
        description:
          'Conditional (RFC 9110, section 13.1), so that nobody\'s change is lost:\n`If-Match` carries the revision that the change was made from, for\nexample `"3"`, or the `ETag` of the document as read. A first revision\nis created with `If-None-Match: *`. A request with neither is refused\nwith 428, one whose condition does not hold with 412.\n\nA document that comes from a repository is edited there: 409 says where.\nThe body is the YAML itself, or JSON with the YAML in `yaml`.\n',
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The revision that the change was made from.',
            schema: {
              type: 'string',
              pattern: '^"[0-9]+(\\.[A-Za-z0-9_-]+)?"$',
            },
          },
          {
            name: 'If-None-Match',
            in: 'header',
            description: 'Create only, never replace.',
            schema: { type: 'string' },
          },
        ],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 1048576 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/PutRequest' },
            },
            'application/yaml': { schema: { type: 'string' } },
            'text/yaml': { schema: { type: 'string' } },
          },
        },
        responses: {
          '200': {
            description:
              'The state with the new revision in view. The same content again makes no new revision.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentState' },
              },
            },
          },
          '201': {
            description: 'The state with the first revision in view.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentState' },
              },
            },
          },
          '400': {
            description:
              'The document is not valid; `error.problems` lists every problem.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '412': {
            description: 'Another revision came between.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
          '428': {
            description: 'Neither `If-Match` nor `If-None-Match` was given.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
        },
      },
    },
    '/documents/{kind}/{namespace}/{name}/handover.md': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['documents'],
        operationId: 'getMarkdown',
        summary: "An entity's handover as one page of Markdown.",
        description:
          'The revision in view. Where its source cannot be read or its review is\noverdue, a quotation below the heading says so. 404 also means that\nthere is no document.\n',
        responses: {
          '200': {
            description: 'The page (CommonMark).',
            content: { 'text/markdown': { schema: { type: 'string' } } },
          },
          '304': {
            description: 'Unchanged since the `If-None-Match` of the request.',
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/documents/{kind}/{namespace}/{name}/revisions': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['documents'],
        operationId: 'listRevisions',
        summary: 'The revisions of a document, the newest first.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of revisions without their content.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RevisionPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/documents/{kind}/{namespace}/{name}/revisions/{number}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        {
          name: 'number',
          in: 'path',
          required: true,
          schema: { $ref: '#/components/schemas/RevisionNumber' },
        },
      ],
      get: {
        tags: ['documents'],
        operationId: 'getRevision',
        summary: 'One revision with its content.',
        responses: {
          '200': {
            description: 'The revision. It never changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Revision' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/documents/{kind}/{namespace}/{name}/history': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['documents'],
        operationId: 'listDocumentHistory',
        summary:
          'How the state of a document changed over time, the newest change first.',
        description:
          'An entry is added when the status, the coverage of a section or the\nstaleness changes, and holds until the next one.\n',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of the history.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentHistoryPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/documents/{kind}/{namespace}/{name}/diff': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['documents'],
        operationId: 'getDiff',
        summary:
          'What changed between two revisions, by section and list item.',
        parameters: [
          {
            name: 'from',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/RevisionNumber' },
          },
          {
            name: 'to',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/RevisionNumber' },
          },
        ],
        responses: {
          '200': {
            description: 'The changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RevisionDiff' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/schema.json': {
      get: {
        tags: ['documents'],
        operationId: 'getSchema',
        summary: 'JSON Schema of a document, for editors.',
        description:
          'Readable without signing in, because editors send no credentials.',
        security: [],
        responses: {
          '200': {
            description: 'A JSON Schema of draft 2020-12.',
            content: {
              'application/json': { schema: { type: 'object' } },
              'application/schema+json': { schema: { type: 'object' } },
            },
          },
        },
      },
    },
    '/events': {
      get: {
        tags: ['events'],
        operationId: 'replayEvents',
        summary:
          'Domain events in the order of their sequence, for consumers that missed some.',
        description:
          "The same events are published on Backstage's events service. Only\nservices can read them, because they cover all entities.\n",
        security: [{ service: [] }],
        parameters: [
          {
            name: 'after',
            in: 'query',
            description:
              'Sequence of the last event that the consumer handled.',
            schema: { type: 'integer', minimum: 0, maximum: 9007199254740991 },
          },
          {
            name: 'topic',
            in: 'query',
            description: 'Only events of these topics.',
            schema: {
              type: 'array',
              minItems: 1,
              maxItems: 20,
              items: { $ref: '#/components/schemas/DomainEventTopic' },
            },
          },
          { $ref: '#/components/parameters/Limit' },
        ],
        responses: {
          '200': {
            description: 'One page of events.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DomainEventPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['gate'],
        operationId: 'getGateDecision',
        summary:
          'May this entity be changed in this environment at this instant?',
        parameters: [
          {
            name: 'environment',
            in: 'query',
            allowReserved: true,
            required: true,
            schema: { $ref: '#/components/schemas/EnvironmentName' },
          },
          { $ref: '#/components/parameters/Change' },
          { $ref: '#/components/parameters/At' },
          {
            name: 'artifactVersion',
            in: 'query',
            allowReserved: true,
            description:
              'Version of what is to be deployed, for conditions that look at it.',
            schema: { type: 'string', minLength: 1, maxLength: 300 },
          },
          {
            name: 'artifactDigest',
            in: 'query',
            allowReserved: true,
            description: 'OCI digest of what is to be deployed, `sha256:…`.',
            schema: { type: 'string', minLength: 1, maxLength: 300 },
          },
        ],
        responses: {
          '200': {
            description: 'The decision.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GateDecision' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/environments': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['gate'],
        operationId: 'getGateDecisions',
        summary: "The decision for each of the entity's environments.",
        description:
          "In the order of the document's environments, then those that only its\nwindows name, in order of appearance. An entity that names none gets\nthe environments of `handover.environments` in the configuration.\n",
        parameters: [
          { $ref: '#/components/parameters/Change' },
          { $ref: '#/components/parameters/At' },
        ],
        responses: {
          '200': {
            description:
              'One decision an environment, all at the same instant.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GateDecisions' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/decisions': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      post: {
        tags: ['gate'],
        operationId: 'recordGateDecision',
        summary:
          'The decision for a change that is about to be made, recorded.',
        description:
          'Decides as `GET` does, and records who asked, for which change and for\nwhat artifact, as the domain event `handover.decision.recorded`. There is\nno decision without its record: if it cannot be recorded, the request\nfails. Each request is recorded, also for the same change.\n',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RecordDecisionRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The decision, recorded.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordedDecision' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/occurrences': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['gate'],
        operationId: 'getOccurrences',
        summary: 'Windows expanded for a calendar view.',
        description:
          'Every occurrence that overlaps `[from, to)`, by start. The range is at\nmost 1100 days. Where there are more than 2,000, the later ones are left\nout and `truncated` says so.\n',
        parameters: [
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            required: true,
            schema: { $ref: '#/components/schemas/Instant' },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            required: true,
            schema: { $ref: '#/components/schemas/Instant' },
          },
          {
            name: 'environment',
            in: 'query',
            allowReserved: true,
            description: 'Only windows that apply to this environment.',
            schema: { $ref: '#/components/schemas/EnvironmentName' },
          },
        ],
        responses: {
          '200': {
            description: 'The occurrences.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Occurrences' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/calendars': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['gate'],
        operationId: 'getCalendars',
        summary: 'The calendars that apply to the entity, with their windows.',
        description:
          "The entity's own calendar and those of its organization, domain and\nsystem, from the organization down. A calendar that could not be loaded\nhas an `error` instead of `windows`.\n",
        responses: {
          '200': {
            description: 'The calendars.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GateCalendars' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/calendar.ics': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['gate'],
        operationId: 'getCalendar',
        summary: "The entity's windows as an iCalendar feed (RFC 5545).",
        responses: {
          '200': {
            description: 'The feed.',
            content: { 'text/calendar': { schema: { type: 'string' } } },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      user: {
        type: 'http',
        scheme: 'bearer',
        description: 'The Backstage token of a signed-in user.',
      },
      service: {
        type: 'http',
        scheme: 'bearer',
        description:
          'The token of a Backstage plugin, or one that is configured in\n`backend.auth.externalAccess`.\n',
      },
    },
    parameters: {
      Kind: {
        name: 'kind',
        in: 'path',
        required: true,
        description: 'Kind of the entity, in any case.',
        schema: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]{0,62}$' },
      },
      Namespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        description: 'Namespace of the entity.',
        schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,63}$' },
      },
      Name: {
        name: 'name',
        in: 'path',
        required: true,
        description: 'Name of the entity.',
        schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,63}$' },
      },
      Limit: {
        name: 'limit',
        in: 'query',
        description: 'How many at most.',
        schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
      },
      Cursor: {
        name: 'cursor',
        in: 'query',
        description:
          'The `nextCursor` of the page before, with the same filters and sort.',
        schema: { type: 'string', minLength: 1, maxLength: 2000 },
      },
      Change: {
        name: 'change',
        in: 'query',
        description: 'What is to be done.',
        schema: {
          type: 'string',
          enum: ['deploy', 'rollback', 'config', 'scale'],
          default: 'deploy',
        },
      },
      At: {
        name: 'at',
        in: 'query',
        allowReserved: true,
        description: 'The instant that is asked for; now unless given.',
        schema: { $ref: '#/components/schemas/Instant' },
      },
    },
    responses: {
      BadRequest: {
        description: 'The request is not valid.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      Unauthorized: {
        description: 'The request has no valid credentials.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      Forbidden: {
        description:
          'The caller does not have the permission, or has credentials of another kind.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      NotFound: {
        description: 'There is no such entity or revision.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      TooLarge: {
        description: 'The body is longer than this route reads.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      UnsupportedMediaType: {
        description: 'The body has a media type that this route does not take.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      Conflict: {
        description: 'The document is edited in its repository.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
    },
    schemas: {
      Strings: {
        type: 'array',
        maxItems: 50,
        items: { type: 'string', minLength: 1, maxLength: 300 },
      },
      Instant: {
        type: 'string',
        format: 'date-time',
        description: 'An instant, RFC 3339 with offset.',
      },
      EnvironmentName: { type: 'string', minLength: 1, maxLength: 300 },
      ErrorBody: {
        type: 'object',
        description: "Backstage's error body.",
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
              problems: {
                type: 'array',
                description: 'Every problem of a document that was refused.',
                items: { $ref: '#/components/schemas/Problem' },
              },
            },
          },
          request: {
            type: 'object',
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      RunStatus: {
        type: 'string',
        description:
          '`unknown`: it has finished, and its outcome is not known.',
        enum: [
          'queued',
          'running',
          'succeeded',
          'failed',
          'cancelled',
          'unknown',
        ],
      },
      RunStage: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'status'],
        properties: {
          name: { type: 'string' },
          status: {
            type: 'string',
            enum: [
              'queued',
              'running',
              'succeeded',
              'failed',
              'cancelled',
              'unknown',
              'skipped',
            ],
          },
          startedAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
          url: { type: 'string' },
        },
      },
      Run: {
        type: 'object',
        description: 'One execution of a pipeline.',
        additionalProperties: false,
        required: ['id', 'provider', 'pipeline', 'status', 'stages'],
        properties: {
          id: { type: 'string' },
          provider: { type: 'string' },
          pipeline: { type: 'string' },
          status: { $ref: '#/components/schemas/RunStatus' },
          stages: {
            type: 'array',
            items: { $ref: '#/components/schemas/RunStage' },
          },
          commit: { type: 'string' },
          branch: { type: 'string' },
          actor: { type: 'string' },
          startedAt: { type: 'string', format: 'date-time' },
          finishedAt: { type: 'string', format: 'date-time' },
          url: { type: 'string' },
        },
      },
      Artifact: {
        type: 'object',
        additionalProperties: false,
        properties: {
          name: { type: 'string' },
          version: { type: 'string' },
          digest: { type: 'string' },
        },
      },
      DeploymentOutcome: {
        type: 'string',
        enum: ['running', 'succeeded', 'failed', 'rolledBack', 'removed'],
      },
      Deployment: {
        type: 'object',
        description: 'One artifact put into one environment.',
        additionalProperties: false,
        required: ['id', 'provider', 'environment', 'at', 'outcome'],
        properties: {
          id: { type: 'string' },
          provider: { type: 'string' },
          environment: { type: 'string' },
          artifact: { $ref: '#/components/schemas/Artifact' },
          commit: { type: 'string' },
          mergedAt: { type: 'string', format: 'date-time' },
          actor: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          outcome: { $ref: '#/components/schemas/DeploymentOutcome' },
          runId: { type: 'string' },
          url: { type: 'string' },
        },
      },
      ProviderState: {
        type: 'object',
        description:
          'How a system that runs and deployments are read from answered last.',
        additionalProperties: false,
        required: ['id', 'title', 'status'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'string', enum: ['ok', 'failing'] },
          message: { type: 'string' },
          failingSince: { type: 'string', format: 'date-time' },
          fetchedAt: { type: 'string', format: 'date-time' },
          demonstration: {
            type: 'boolean',
            description: 'Its data is made up, for people to look at.',
          },
        },
      },
      ProviderStates: {
        type: 'array',
        items: { $ref: '#/components/schemas/ProviderState' },
      },
      RunPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems', 'providers'],
        properties: {
          items: { type: 'array', items: { $ref: '#/components/schemas/Run' } },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
          providers: { $ref: '#/components/schemas/ProviderStates' },
        },
      },
      DeploymentPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems', 'providers'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Deployment' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
          providers: { $ref: '#/components/schemas/ProviderStates' },
        },
      },
      PromotionDrift: {
        type: 'object',
        description:
          'How far an environment lags behind the one its artifacts come from.',
        additionalProperties: false,
        required: ['from'],
        properties: {
          from: { type: 'string' },
          commits: { type: 'integer', minimum: 0 },
          versions: { type: 'integer', minimum: 0 },
          since: { type: 'string', format: 'date-time' },
        },
      },
      PromotionStep: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string' },
          deployment: { $ref: '#/components/schemas/Deployment' },
          run: { $ref: '#/components/schemas/Run' },
          previous: { $ref: '#/components/schemas/Deployment' },
          attempt: { $ref: '#/components/schemas/Deployment' },
          drift: { $ref: '#/components/schemas/PromotionDrift' },
          sameArtifact: {
            type: 'string',
            enum: ['same', 'different', 'unknown'],
          },
        },
      },
      Promotion: {
        type: 'object',
        additionalProperties: false,
        required: ['environments', 'builtOnce', 'providers'],
        properties: {
          environments: {
            type: 'array',
            items: { $ref: '#/components/schemas/PromotionStep' },
          },
          builtOnce: { type: 'string', enum: ['yes', 'no', 'unknown'] },
          providers: { $ref: '#/components/schemas/ProviderStates' },
        },
      },
      DurationMetric: {
        type: 'object',
        additionalProperties: false,
        required: ['sampleSize', 'trend'],
        properties: {
          medianSeconds: { type: 'number', minimum: 0 },
          sampleSize: { type: 'integer', minimum: 0 },
          trend: { type: 'array', items: { type: ['number', 'null'] } },
        },
      },
      Metrics: {
        type: 'object',
        additionalProperties: false,
        required: [
          'days',
          'environment',
          'from',
          'to',
          'deploymentFrequency',
          'leadTime',
          'changeFailureRate',
          'timeToRestore',
          'providers',
        ],
        properties: {
          days: { type: 'integer', enum: [30, 90] },
          environment: { type: 'string' },
          from: { type: 'string', format: 'date-time' },
          to: { type: 'string', format: 'date-time' },
          deploymentFrequency: {
            type: 'object',
            additionalProperties: false,
            required: ['perWeek', 'count', 'trend'],
            properties: {
              perWeek: { type: 'number', minimum: 0 },
              count: { type: 'integer', minimum: 0 },
              trend: { type: 'array', items: { type: 'number' } },
            },
          },
          leadTime: { $ref: '#/components/schemas/DurationMetric' },
          changeFailureRate: {
            type: 'object',
            additionalProperties: false,
            required: ['failed', 'sampleSize', 'trend'],
            properties: {
              ratio: { type: 'number', minimum: 0, maximum: 1 },
              failed: { type: 'integer', minimum: 0 },
              sampleSize: { type: 'integer', minimum: 0 },
              trend: { type: 'array', items: { type: ['number', 'null'] } },
            },
          },
          timeToRestore: { $ref: '#/components/schemas/DurationMetric' },
          providers: { $ref: '#/components/schemas/ProviderStates' },
        },
      },
      EventResult: {
        type: 'object',
        additionalProperties: false,
        required: ['status'],
        properties: {
          id: { type: 'string' },
          source: { type: 'string' },
          type: { type: 'string' },
          status: {
            type: 'string',
            enum: ['accepted', 'duplicate', 'ignored', 'rejected'],
          },
          reason: { type: 'string' },
          problems: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['path', 'message'],
              properties: {
                path: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
      EventResults: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/EventResult' },
          },
        },
      },
      RevisionNumber: { type: 'integer', minimum: 1, maximum: 2147483647 },
      DocumentStatus: {
        type: 'string',
        enum: ['ok', 'missing', 'invalid', 'unreachable'],
      },
      DocumentSource: { type: 'string', enum: ['repository', 'portal'] },
      SectionState: { type: 'string', enum: ['covered', 'partial', 'missing'] },
      HandoverDocument: {
        type: 'object',
        description:
          'The content of a `handover.yaml`, described by `/schema.json`.',
        required: ['apiVersion', 'kind'],
        properties: {
          apiVersion: { const: 'handover.dev/v1' },
          kind: { const: 'Handover' },
        },
      },
      Problem: {
        type: 'object',
        description: 'One thing that is wrong with a document, and where.',
        additionalProperties: false,
        required: ['path', 'message', 'severity'],
        properties: {
          path: { type: 'string' },
          line: { type: 'integer', minimum: 1 },
          column: { type: 'integer', minimum: 1 },
          message: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning'] },
        },
      },
      MissingField: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'why'],
        properties: { path: { type: 'string' }, why: { type: 'string' } },
      },
      SectionCoverage: {
        type: 'object',
        additionalProperties: false,
        required: ['state', 'missing'],
        properties: {
          state: { $ref: '#/components/schemas/SectionState' },
          notApplicable: { type: 'string' },
          missing: {
            type: 'array',
            items: { $ref: '#/components/schemas/MissingField' },
          },
        },
      },
      Coverage: {
        type: 'object',
        additionalProperties: false,
        required: ['ratio', 'covered', 'required', 'sections'],
        properties: {
          ratio: { type: 'number', minimum: 0, maximum: 1 },
          covered: { type: 'integer', minimum: 0 },
          required: { type: 'integer', minimum: 0 },
          sections: {
            type: 'object',
            additionalProperties: {
              $ref: '#/components/schemas/SectionCoverage',
            },
          },
        },
      },
      DocumentSummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'source',
          'status',
          'coverageRatio',
          'stale',
          'updatedAt',
        ],
        properties: {
          entityRef: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          system: { type: 'string' },
          tier: { type: 'integer' },
          source: { $ref: '#/components/schemas/DocumentSource' },
          status: { $ref: '#/components/schemas/DocumentStatus' },
          revision: { type: 'integer', minimum: 1 },
          coverageRatio: { type: 'number', minimum: 0, maximum: 1 },
          stale: { type: 'boolean' },
          reviewDueAt: { type: 'string' },
          updatedAt: { type: 'string', format: 'date-time' },
          document: { $ref: '#/components/schemas/HandoverDocument' },
        },
      },
      DocumentPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/DocumentSummary' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      RevisionSummary: {
        type: 'object',
        additionalProperties: false,
        required: ['number', 'source', 'createdAt', 'contentHash'],
        properties: {
          number: { $ref: '#/components/schemas/RevisionNumber' },
          source: { $ref: '#/components/schemas/DocumentSource' },
          author: { type: 'string' },
          message: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          contentHash: { type: 'string' },
          location: { type: 'string' },
        },
      },
      Revision: {
        type: 'object',
        additionalProperties: false,
        required: [
          'number',
          'source',
          'createdAt',
          'contentHash',
          'document',
          'yaml',
        ],
        properties: {
          number: { $ref: '#/components/schemas/RevisionNumber' },
          source: { $ref: '#/components/schemas/DocumentSource' },
          author: { type: 'string' },
          message: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          contentHash: { type: 'string' },
          location: { type: 'string' },
          document: { $ref: '#/components/schemas/HandoverDocument' },
          yaml: { type: 'string' },
        },
      },
      RevisionPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/RevisionSummary' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      DocumentHistoryEntry: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'status', 'coverageRatio', 'sections', 'stale'],
        properties: {
          at: { type: 'string', format: 'date-time' },
          status: { $ref: '#/components/schemas/DocumentStatus' },
          coverageRatio: { type: 'number', minimum: 0, maximum: 1 },
          sections: {
            type: 'object',
            description: 'Coverage of each section.',
            additionalProperties: { $ref: '#/components/schemas/SectionState' },
          },
          stale: { type: 'boolean' },
          revision: { $ref: '#/components/schemas/RevisionNumber' },
        },
      },
      DocumentHistoryPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/DocumentHistoryEntry' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      DocumentState: {
        type: 'object',
        additionalProperties: false,
        required: [
          'entityRef',
          'source',
          'status',
          'coverage',
          'problems',
          'stale',
        ],
        properties: {
          entityRef: { type: 'string' },
          source: { $ref: '#/components/schemas/DocumentSource' },
          status: { $ref: '#/components/schemas/DocumentStatus' },
          revision: { $ref: '#/components/schemas/RevisionSummary' },
          document: { $ref: '#/components/schemas/HandoverDocument' },
          coverage: { $ref: '#/components/schemas/Coverage' },
          problems: {
            type: 'array',
            items: { $ref: '#/components/schemas/Problem' },
          },
          failingSince: { type: 'string', format: 'date-time' },
          location: { type: 'string' },
          checkedAt: { type: 'string', format: 'date-time' },
          stale: { type: 'boolean' },
          reviewDueAt: { type: 'string' },
        },
      },
      RevisionDiff: {
        type: 'object',
        additionalProperties: false,
        required: ['from', 'to', 'changes'],
        properties: {
          from: { $ref: '#/components/schemas/RevisionNumber' },
          to: { $ref: '#/components/schemas/RevisionNumber' },
          changes: {
            type: 'array',
            description: 'Empty where the two say the same.',
            items: { $ref: '#/components/schemas/DocumentChange' },
          },
        },
      },
      ChangedSection: {
        type: 'string',
        description: 'The key of a section, or `metadata`.',
      },
      DocumentChange: {
        description:
          'One difference. `before` and `after` are plain JSON; `from` and `to` are\nplaces of an element that was moved in its list.\n',
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'section', 'path', 'segments', 'after'],
            properties: {
              section: { $ref: '#/components/schemas/ChangedSection' },
              path: { type: 'string' },
              segments: {
                type: 'array',
                items: { type: ['string', 'integer'] },
              },
              item: { type: 'string' },
              kind: { const: 'added' },
              after: {},
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'section', 'path', 'segments', 'before'],
            properties: {
              section: { $ref: '#/components/schemas/ChangedSection' },
              path: { type: 'string' },
              segments: {
                type: 'array',
                items: { type: ['string', 'integer'] },
              },
              item: { type: 'string' },
              kind: { const: 'removed' },
              before: {},
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: [
              'kind',
              'section',
              'path',
              'segments',
              'before',
              'after',
            ],
            properties: {
              section: { $ref: '#/components/schemas/ChangedSection' },
              path: { type: 'string' },
              segments: {
                type: 'array',
                items: { type: ['string', 'integer'] },
              },
              item: { type: 'string' },
              kind: { const: 'changed' },
              before: {},
              after: {},
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'section', 'path', 'segments', 'from', 'to'],
            properties: {
              section: { $ref: '#/components/schemas/ChangedSection' },
              path: { type: 'string' },
              segments: {
                type: 'array',
                items: { type: ['string', 'integer'] },
              },
              item: { type: 'string' },
              kind: { const: 'moved' },
              from: { type: 'integer', minimum: 0 },
              to: { type: 'integer', minimum: 0 },
            },
          },
        ],
      },
      ValidateRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['yaml'],
        properties: { yaml: { type: 'string' } },
      },
      PutRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['yaml'],
        properties: {
          yaml: { type: 'string' },
          message: { type: 'string', maxLength: 1000 },
        },
      },
      ValidationResult: {
        type: 'object',
        additionalProperties: false,
        required: ['valid', 'problems'],
        properties: {
          valid: {
            type: 'boolean',
            description:
              'Whether it would be stored. Warnings do not hinder that.',
          },
          problems: {
            type: 'array',
            items: { $ref: '#/components/schemas/Problem' },
          },
          coverage: { $ref: '#/components/schemas/Coverage' },
        },
      },
      DomainEventTopic: {
        type: 'string',
        enum: [
          'handover.document.changed',
          'handover.document.status-changed',
          'handover.deployment.recorded',
          'handover.incident.detected',
          'handover.incident.resolved',
          'handover.decision.recorded',
        ],
      },
      DomainEventId: {
        type: 'string',
        description: 'Stays the same when an event is delivered again.',
      },
      DomainEventSequence: {
        type: 'integer',
        minimum: 1,
        description: 'Position in the order of all events.',
      },
      DomainEvent: {
        description:
          'An event as published on the events service; `topic` tells which one.',
        oneOf: [
          { $ref: '#/components/schemas/DocumentChangedEventMessage' },
          { $ref: '#/components/schemas/DocumentStatusChangedEventMessage' },
          { $ref: '#/components/schemas/DeploymentRecordedEventMessage' },
          { $ref: '#/components/schemas/IncidentDetectedEventMessage' },
          { $ref: '#/components/schemas/IncidentResolvedEventMessage' },
          { $ref: '#/components/schemas/DecisionRecordedEventMessage' },
        ],
        discriminator: {
          propertyName: 'topic',
          mapping: {
            'handover.document.changed':
              '#/components/schemas/DocumentChangedEventMessage',
            'handover.document.status-changed':
              '#/components/schemas/DocumentStatusChangedEventMessage',
            'handover.deployment.recorded':
              '#/components/schemas/DeploymentRecordedEventMessage',
            'handover.incident.detected':
              '#/components/schemas/IncidentDetectedEventMessage',
            'handover.incident.resolved':
              '#/components/schemas/IncidentResolvedEventMessage',
            'handover.decision.recorded':
              '#/components/schemas/DecisionRecordedEventMessage',
          },
        },
      },
      DocumentChangedEventMessage: {
        type: 'object',
        description: 'Another revision of a handover is in view.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.document.changed'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/DocumentChangedEvent' },
        },
      },
      DocumentChangedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'revision',
          'previousRevision',
          'source',
          'contentHash',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          revision: { type: 'integer' },
          previousRevision: { type: 'integer' },
          source: { $ref: '#/components/schemas/DocumentSource' },
          contentHash: { type: 'string' },
        },
      },
      DocumentStatusChangedEventMessage: {
        type: 'object',
        description: 'A handover becomes ok, missing, invalid or unreachable.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.document.status-changed'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/DocumentStatusChangedEvent' },
        },
      },
      DocumentStatusChangedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'status',
          'previousStatus',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          status: { $ref: '#/components/schemas/DocumentStatus' },
          previousStatus: { $ref: '#/components/schemas/DocumentStatus' },
        },
      },
      DeploymentRecordedEventMessage: {
        type: 'object',
        description: 'A deployment is stored, or its outcome changes.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.deployment.recorded'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/DeploymentRecordedEvent' },
        },
      },
      DeploymentRecordedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'deploymentId',
          'provider',
          'environment',
          'outcome',
          'deployedAt',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          deploymentId: { type: 'string' },
          provider: { type: 'string' },
          environment: { type: 'string' },
          outcome: { $ref: '#/components/schemas/DeploymentOutcome' },
          previousOutcome: { $ref: '#/components/schemas/DeploymentOutcome' },
          deployedAt: { type: 'string', format: 'date-time' },
          version: { type: 'string' },
          digest: { type: 'string' },
          commit: { type: 'string' },
          runId: { type: 'string' },
        },
      },
      IncidentDetectedEventMessage: {
        type: 'object',
        description: 'An incident begins.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.incident.detected'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/IncidentDetectedEvent' },
        },
      },
      IncidentDetectedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'incidentId',
          'detectedAt',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          incidentId: { type: 'string' },
          environment: { type: 'string' },
          detectedAt: { type: 'string', format: 'date-time' },
        },
      },
      IncidentResolvedEventMessage: {
        type: 'object',
        description: 'An incident ends.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.incident.resolved'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/IncidentResolvedEvent' },
        },
      },
      IncidentResolvedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'incidentId',
          'resolvedAt',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          incidentId: { type: 'string' },
          environment: { type: 'string' },
          resolvedAt: { type: 'string', format: 'date-time' },
        },
      },
      DecisionRecordedEventMessage: {
        type: 'object',
        description: 'A decision of the gate is recorded.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.decision.recorded'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/DecisionRecordedEvent' },
        },
      },
      DecisionRecordedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'decisionId',
          'environment',
          'change',
          'verdict',
          'decidedAt',
          'calendars',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          decisionId: { type: 'string' },
          environment: { type: 'string' },
          change: { $ref: '#/components/schemas/ChangeKind' },
          verdict: { $ref: '#/components/schemas/Verdict' },
          onUnknown: { type: 'string', enum: ['pass', 'block'] },
          decidedAt: { type: 'string', format: 'date-time' },
          until: { type: 'string', format: 'date-time' },
          by: { type: 'string' },
          changeId: { type: 'string' },
          artifact: { $ref: '#/components/schemas/Artifact' },
          revision: { type: 'integer', minimum: 1 },
          calendars: {
            type: 'array',
            items: { $ref: '#/components/schemas/CalendarVersion' },
          },
        },
      },
      DomainEventPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'next', 'hasMore', 'hasGap'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/DomainEvent' },
          },
          next: {
            type: 'integer',
            minimum: 0,
            description: 'Pass this as `after` to continue.',
          },
          hasMore: {
            type: 'boolean',
            description: 'Whether there are more events after `next`.',
          },
          hasGap: {
            type: 'boolean',
            description:
              'Whether events after `after` were removed before they could be read.',
          },
        },
      },
      ChangeKind: {
        type: 'string',
        enum: ['deploy', 'rollback', 'config', 'scale'],
      },
      Verdict: { type: 'string', enum: ['open', 'closed', 'unknown'] },
      GateReason: {
        description: 'One reason of a decision; `kind` tells which one.',
        oneOf: [
          { $ref: '#/components/schemas/WindowReason' },
          { $ref: '#/components/schemas/CalendarReason' },
          { $ref: '#/components/schemas/ConditionReason' },
          { $ref: '#/components/schemas/DefaultReason' },
          { $ref: '#/components/schemas/OverrideReason' },
          { $ref: '#/components/schemas/EnvironmentReason' },
          { $ref: '#/components/schemas/NoticeReason' },
        ],
        discriminator: {
          propertyName: 'kind',
          mapping: {
            window: '#/components/schemas/WindowReason',
            calendar: '#/components/schemas/CalendarReason',
            condition: '#/components/schemas/ConditionReason',
            default: '#/components/schemas/DefaultReason',
            override: '#/components/schemas/OverrideReason',
            environment: '#/components/schemas/EnvironmentReason',
            notice: '#/components/schemas/NoticeReason',
          },
        },
      },
      WindowReason: {
        type: 'object',
        description:
          'A window that applies to the environment and to the kind of change.',
        additionalProperties: false,
        required: [
          'kind',
          'verdict',
          'title',
          'window',
          'calendar',
          'active',
          'timeZone',
        ],
        properties: {
          kind: {
            type: 'string',
            enum: ['window'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          verdict: {
            type: 'string',
            enum: ['open', 'closed'],
            description: 'What this window alone says.',
          },
          title: { type: 'string' },
          reason: { type: 'string' },
          window: { type: 'string', description: 'Id of the window.' },
          calendar: { type: 'string', description: 'Title of its calendar.' },
          link: { type: 'string' },
          active: { type: 'boolean' },
          start: {
            type: 'string',
            format: 'date-time',
            description:
              'Start of the occurrence that is active, or of the next one.',
          },
          end: { type: 'string', format: 'date-time' },
          timeZone: { type: 'string' },
        },
      },
      CalendarReason: {
        type: 'object',
        description:
          'A calendar, or one of its windows, that could not be read.',
        additionalProperties: false,
        required: ['kind', 'verdict', 'title', 'reason', 'calendar'],
        properties: {
          kind: {
            type: 'string',
            enum: ['calendar'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          verdict: { type: 'string', const: 'unknown' },
          title: { type: 'string' },
          reason: { type: 'string' },
          calendar: { type: 'string', description: 'Title of the calendar.' },
          window: {
            type: 'string',
            description:
              'Id of the window, if only that window could not be read.',
          },
          link: { type: 'string' },
        },
      },
      ConditionReason: {
        type: 'object',
        description: 'A condition that must pass in this environment.',
        additionalProperties: false,
        required: ['kind', 'verdict', 'title', 'condition'],
        properties: {
          kind: {
            type: 'string',
            enum: ['condition'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          verdict: { $ref: '#/components/schemas/Verdict' },
          title: { type: 'string' },
          reason: { type: 'string' },
          condition: { type: 'string', description: 'Id of the condition.' },
          link: { type: 'string' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'Until when this result holds, if that is known.',
          },
        },
      },
      DefaultReason: {
        type: 'object',
        description:
          "The environment's default, because no allow window applies.",
        additionalProperties: false,
        required: ['kind', 'verdict', 'title'],
        properties: {
          kind: {
            type: 'string',
            enum: ['default'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          verdict: { type: 'string', enum: ['open', 'closed'] },
          title: { type: 'string' },
          reason: { type: 'string' },
        },
      },
      OverrideReason: {
        type: 'object',
        description: 'A recorded permission to pass a closed gate.',
        additionalProperties: false,
        required: [
          'kind',
          'verdict',
          'title',
          'reason',
          'override',
          'by',
          'active',
          'from',
          'until',
        ],
        properties: {
          kind: {
            type: 'string',
            enum: ['override'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          verdict: { type: 'string', const: 'open' },
          title: { type: 'string' },
          reason: { type: 'string' },
          override: { type: 'string', description: 'Id of the override.' },
          by: {
            type: 'string',
            description: 'Entity reference of who asked for it.',
          },
          ticket: { type: 'string' },
          active: {
            type: 'boolean',
            description: 'Whether it is in force at the instant asked about.',
          },
          from: { type: 'string', format: 'date-time' },
          until: { type: 'string', format: 'date-time' },
        },
      },
      EnvironmentReason: {
        type: 'object',
        description: 'Nobody knows an environment by this name.',
        additionalProperties: false,
        required: ['kind', 'verdict', 'title'],
        properties: {
          kind: {
            type: 'string',
            enum: ['environment'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          verdict: { type: 'string', const: 'unknown' },
          title: { type: 'string' },
          reason: { type: 'string' },
          suggestion: {
            type: 'string',
            description: 'The known environment with the most similar name.',
          },
        },
      },
      NoticeReason: {
        type: 'object',
        description:
          'Something to know about the decision that does not change the verdict.',
        additionalProperties: false,
        required: ['kind', 'title'],
        properties: {
          kind: {
            type: 'string',
            enum: ['notice'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          title: { type: 'string' },
          reason: { type: 'string' },
        },
      },
      GateDecision: {
        type: 'object',
        additionalProperties: false,
        required: [
          'verdict',
          'environment',
          'change',
          'at',
          'reasons',
          'calendars',
        ],
        properties: {
          verdict: { $ref: '#/components/schemas/Verdict' },
          environment: {
            type: 'string',
            description:
              'The one name of the environment, whichever was asked for.',
          },
          onUnknown: {
            type: 'string',
            enum: ['pass', 'block'],
            description:
              'What enforcement does with the verdict `unknown` in this environment,\nby configuration. Absent for other verdicts.\n',
          },
          change: { $ref: '#/components/schemas/ChangeKind' },
          at: { type: 'string', format: 'date-time' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'When the verdict next changes, if that was found.',
          },
          nextOpen: {
            type: 'string',
            format: 'date-time',
            description: 'When the gate is next open, if that was found.',
          },
          searchedUntil: {
            type: 'string',
            format: 'date-time',
            description:
              'Present if `until` or `nextOpen` is missing because the windows have\ntoo many occurrences to search two years. The verdict before this\ninstant is certain; what happens from then on is not known.\n',
          },
          reasons: {
            type: 'array',
            items: { $ref: '#/components/schemas/GateReason' },
          },
          revision: { type: 'integer', minimum: 1 },
          calendars: {
            type: 'array',
            items: { $ref: '#/components/schemas/CalendarVersion' },
          },
        },
      },
      CalendarVersion: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'version'],
        properties: { id: { type: 'string' }, version: { type: 'string' } },
      },
      RecordDecisionRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['environment'],
        properties: {
          environment: { $ref: '#/components/schemas/EnvironmentName' },
          change: { $ref: '#/components/schemas/ChangeKind' },
          at: { $ref: '#/components/schemas/Instant' },
          changeId: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description:
              'What the asker calls the change, for example a pipeline run or a ticket.',
          },
          artifact: {
            type: 'object',
            additionalProperties: false,
            minProperties: 1,
            properties: {
              name: { type: 'string', minLength: 1, maxLength: 300 },
              version: { type: 'string', minLength: 1, maxLength: 300 },
              digest: { type: 'string', minLength: 1, maxLength: 300 },
            },
          },
        },
      },
      RecordedDecision: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'recordedAt', 'decision'],
        properties: {
          id: { type: 'string' },
          recordedAt: { type: 'string', format: 'date-time' },
          by: {
            type: 'string',
            description: 'The user, or the subject of the service, that asked.',
          },
          changeId: { type: 'string' },
          artifact: { $ref: '#/components/schemas/Artifact' },
          decision: { $ref: '#/components/schemas/GateDecision' },
        },
      },
      GateDecisions: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/GateDecision' },
          },
        },
      },
      WindowOccurrence: {
        type: 'object',
        additionalProperties: false,
        required: [
          'window',
          'title',
          'effect',
          'calendar',
          'calendarTitle',
          'start',
          'end',
          'timeZone',
        ],
        properties: {
          window: { type: 'string' },
          title: { type: 'string' },
          effect: { type: 'string', enum: ['allow', 'deny'] },
          reason: { type: 'string' },
          calendar: { type: 'string' },
          calendarTitle: { type: 'string' },
          environments: { type: 'array', items: { type: 'string' } },
          changes: {
            type: 'array',
            items: { $ref: '#/components/schemas/ChangeKind' },
          },
          start: { type: 'string', format: 'date-time' },
          end: { type: 'string', format: 'date-time' },
          timeZone: { type: 'string' },
        },
      },
      Occurrences: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'truncated', 'problems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/WindowOccurrence' },
          },
          truncated: {
            type: 'boolean',
            description:
              'There are more than are returned; the later ones are missing.',
          },
          problems: {
            type: 'array',
            description: 'Calendars and windows that could not be read.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['calendar', 'message'],
              properties: {
                calendar: { type: 'string' },
                window: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
      GateCalendars: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Calendar' },
          },
        },
      },
      Calendar: {
        description:
          'A set of windows, or the error that kept it from being loaded.',
        oneOf: [
          { $ref: '#/components/schemas/LoadedCalendar' },
          { $ref: '#/components/schemas/FailedCalendar' },
        ],
      },
      LoadedCalendar: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'level', 'version', 'windows'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          level: { $ref: '#/components/schemas/CalendarLevel' },
          version: { type: 'string' },
          link: { type: 'string' },
          windows: {
            type: 'array',
            items: { $ref: '#/components/schemas/Window' },
          },
        },
      },
      FailedCalendar: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'level', 'version', 'error'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          level: { $ref: '#/components/schemas/CalendarLevel' },
          version: { type: 'string' },
          link: { type: 'string' },
          error: { type: 'string' },
        },
      },
      CalendarLevel: {
        type: 'string',
        enum: ['organization', 'domain', 'system', 'entity'],
        description: 'Where in the company a calendar applies.',
      },
      Window: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'effect', 'schedule'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          effect: { type: 'string', enum: ['allow', 'deny'] },
          reason: { type: 'string' },
          environments: {
            type: 'array',
            description: 'Names or patterns; absent for all environments.',
            items: { type: 'string' },
          },
          changes: {
            type: 'array',
            description: 'Absent for all changes except rollbacks.',
            items: { $ref: '#/components/schemas/ChangeKind' },
          },
          inFlight: { type: 'string', enum: ['finish', 'abort'] },
          schedule: {
            oneOf: [
              { $ref: '#/components/schemas/OnceSchedule' },
              { $ref: '#/components/schemas/RecurringSchedule' },
              { $ref: '#/components/schemas/CronSchedule' },
            ],
          },
        },
      },
      OnceSchedule: {
        type: 'object',
        additionalProperties: false,
        required: ['start', 'end', 'timeZone'],
        properties: {
          start: { type: 'string', description: 'Local date or time.' },
          end: { type: 'string' },
          timeZone: { type: 'string' },
        },
      },
      RecurringSchedule: {
        type: 'object',
        additionalProperties: false,
        required: ['start', 'duration', 'rrule', 'timeZone'],
        properties: {
          start: { type: 'string', description: 'Local date or time.' },
          duration: { type: 'string', description: 'ISO 8601 duration.' },
          rrule: { type: 'string', description: 'RFC 5545 recurrence rule.' },
          exdates: { type: 'array', items: { type: 'string' } },
          rdates: { type: 'array', items: { type: 'string' } },
          timeZone: { type: 'string' },
        },
      },
      CronSchedule: {
        type: 'object',
        additionalProperties: false,
        required: ['cron', 'duration', 'timeZone'],
        properties: {
          cron: { type: 'string' },
          duration: { type: 'string', description: 'ISO 8601 duration.' },
          timeZone: { type: 'string' },
        },
      },
    },
    headers: {
      ETag: {
        description: 'Begins with the number of the revision in view.',
        schema: { type: 'string' },
      },
    },
  },
};
