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
      "Handover documents of catalog entities, the gate that decides when an\nentity can be changed, pipeline runs and deployments, firing alerts, and rollback triggers.\n\nErrors have Backstage's error format. Lists are paged with an opaque cursor.\nTimes are in RFC 3339 with an offset. If the caller can't read a document,\nrequests for it return 403, and lists and their totals leave it out. If the\ncatalog hides the entity from the caller, requests for it return 404.\n",
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ user: [] }, { service: [] }],
  tags: [
    {
      name: 'documents',
      description: 'Everything a new owner needs to know about a service.',
    },
    {
      name: 'gate',
      description: 'Decisions about when a service can be changed.',
    },
    {
      name: 'calendars',
      description: 'Calendars of the company, which apply to many services.',
    },
    { name: 'delivery', description: 'Pipeline runs and deployments.' },
    { name: 'alerts', description: 'Firing alerts of a service.' },
    {
      name: 'triggers',
      description: 'Rollback triggers that are evaluated from metrics.',
    },
    {
      name: 'scorecards',
      description: 'Checks of handovers, and the levels that services reach.',
    },
    { name: 'oncall', description: 'Who is on call.' },
    { name: 'events', description: 'Domain events for other plugins.' },
  ],
  paths: {
    '/gate/admission/{cluster}': {
      parameters: [
        {
          name: 'cluster',
          in: 'path',
          required: true,
          description: 'Name of the cluster in `handover.admission.clusters`.',
          schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,63}$' },
        },
      ],
      post: {
        tags: ['gate'],
        operationId: 'reviewAdmission',
        summary:
          'Answers a Kubernetes API server whether it can change a workload.',
        description:
          'A validating admission webhook. Requires the token of the cluster, which is\nchecked before the body is read. A denial has the status 200, too. With any\nother status, the `failurePolicy` of the webhook decides.\n',
        security: [{ cluster: [] }],
        parameters: [
          {
            name: 'timeout',
            in: 'query',
            description:
              'How long the API server waits, for example `10s`. API servers add it to\nthe address.\n',
            schema: { type: 'string', maxLength: 20 },
          },
        ],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 3145728 },
          content: {
            'application/json': {
              schema: {
                type: 'object',
                description:
                  'An AdmissionReview of `admission.k8s.io/v1` with a request.',
                additionalProperties: true,
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The answer.',
            content: {
              'application/json': {
                schema: {
                  $ref: '#/components/schemas/AdmissionReviewResponse',
                },
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
    '/alerts/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['alerts'],
        operationId: 'listAlerts',
        summary: 'Lists the firing alerts of an entity, most urgent first.',
        description:
          'Reads the alerts from the providers that apply to the entity. `providers`\ncontains the state of each. The alerts of a provider that is `failing` are\nunknown, and none of them are in the response. Without providers, nothing\nis known about alerts. A response is shared by everyone for\n`handover.alerts.maxAge`.\n',
        responses: {
          '200': {
            description: 'The alerts, and where they come from.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Alerts' },
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
    '/calendars': {
      get: {
        tags: ['calendars'],
        operationId: 'listCompanyCalendars',
        summary: 'Lists the company calendars.',
        description:
          '`locations` says where calendars are read from and what is wrong there. The\ncalendar of a location that fails stays in force until its content is too\nold. From then on, the verdicts of the entities that it applies to are\nunknown. If no calendar of a location is in force, all verdicts are.\n',
        responses: {
          '200': {
            description: 'The calendars.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CompanyCalendarList' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/calendars/{calendar}': {
      parameters: [
        {
          name: 'calendar',
          in: 'path',
          required: true,
          description: 'Name of the calendar.',
          schema: {
            type: 'string',
            pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
            maxLength: 63,
          },
        },
      ],
      get: {
        tags: ['calendars'],
        operationId: 'getCompanyCalendar',
        summary: 'Gets a company calendar with its windows.',
        responses: {
          '200': {
            description: 'The calendar.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/CompanyCalendarDetails' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/delivery/{kind}/{namespace}/{name}/runs': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['delivery'],
        operationId: 'listRuns',
        summary: "Lists the runs of an entity's pipelines, latest first.",
        description:
          "Reads the entity's providers again if their data is older than\n`handover.delivery.maxAge`. `providers` contains the state of each\nprovider. If one fails, the response still contains the data that was\nread before.\n",
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
        summary: 'Lists the deployments of an entity, latest first.',
        parameters: [
          {
            name: 'environment',
            in: 'query',
            allowReserved: true,
            description: 'Only deployments to this environment.',
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
          'Gets the current deployment in each environment, in the order of promotion.',
        description:
          'The environments are sorted by their `promotedFrom`, or else as in the\ndocument. If the handover declares no environments, these are the ones in\n`handover.environments` in the configuration.\n',
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
        summary: 'Gets the DORA metrics of deliveries to production.',
        parameters: [
          {
            name: 'days',
            in: 'query',
            description: 'The length of the period that ends now, in days.',
            schema: { type: 'integer', enum: [30, 90], default: 30 },
          },
        ],
        responses: {
          '200': {
            description: 'The metrics with their sample sizes.',
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
        summary: 'Receives CDEvents.',
        description:
          "Accepts CDEvents 0.3 and later with the HTTP binding of CloudEvents 1.0, in\nbinary mode, in structured mode or in a batch. Only services can send\nevents, with a token of `backend.auth.externalAccess`.\n\nThe entity of an event is the one in `customData.entityRef`, or the only\none whose annotation `handover.dev/cdevents-source` is the\n`context.source` of the event.\n\n`context.source` and `context.id` identify the event. The ID of the\nCloudEvent can differ. You can send events in any order and more than\nonce. They can be dated at most a day ahead of the server's clock. A valid\nevent that Handover doesn't use has the result `ignored`, with the reason.\nFor a single event that isn't valid or has no known entity, the response\nis 400. In a batch, each event has its own result.\n",
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
            description: 'The result of each event, in the same order.',
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
        summary: 'Lists the handovers that the caller can read.',
        description:
          'Different filters are combined with AND. Values of the same filter are\ncombined with OR.\n',
        parameters: [
          { $ref: '#/components/parameters/Owner' },
          { $ref: '#/components/parameters/OwnerTree' },
          { $ref: '#/components/parameters/System' },
          { $ref: '#/components/parameters/Domain' },
          { $ref: '#/components/parameters/Tier' },
          { $ref: '#/components/parameters/CoverageMin' },
          { $ref: '#/components/parameters/CoverageMax' },
          { $ref: '#/components/parameters/Status' },
          { $ref: '#/components/parameters/Stale' },
          { $ref: '#/components/parameters/Level' },
          { $ref: '#/components/parameters/Words' },
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
              '`document` adds the current document to each item, so that you can\nread many documents in a few requests. `limit` is then at most 100.\n`levels` adds the levels of scorecards. `coverage` adds the coverage of\neach section and the number of problems.\n',
            schema: {
              type: 'string',
              enum: ['document', 'levels', 'coverage'],
            },
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
    '/documents/summary': {
      get: {
        tags: ['documents'],
        operationId: 'getFleetSummary',
        summary: 'Counts the handovers that the caller can read.',
        description:
          'Counts the same handovers that `GET /documents` lists with the same\nfilters: all of them and, with `groupBy`, those of each owner, system or\ndomain.\n\nA service with several owners counts for each of them. If you filter by\nowner, only these owners are groups. A service without its own domain\nbelongs to the domain of its system.\n',
        parameters: [
          { $ref: '#/components/parameters/Owner' },
          { $ref: '#/components/parameters/OwnerTree' },
          { $ref: '#/components/parameters/System' },
          { $ref: '#/components/parameters/Domain' },
          { $ref: '#/components/parameters/Tier' },
          { $ref: '#/components/parameters/CoverageMin' },
          { $ref: '#/components/parameters/CoverageMax' },
          { $ref: '#/components/parameters/Status' },
          { $ref: '#/components/parameters/Stale' },
          { $ref: '#/components/parameters/Level' },
          { $ref: '#/components/parameters/Words' },
          {
            name: 'groupBy',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['none', 'owner', 'system', 'domain'],
              default: 'none',
            },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'Maximum number of groups.',
            schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
          },
        ],
        responses: {
          '200': {
            description:
              'The figures of all handovers and of the largest groups.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetSummary' },
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
        summary: 'Checks a document without storing it.',
        description: 'The body is YAML, or JSON with the YAML in `yaml`.\n',
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
            description: 'The problems and the coverage of the document.',
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
          '503': { $ref: '#/components/responses/Unavailable' },
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
        summary: "Gets the current state of an entity's handover.",
        description:
          'If the entity has no document, the status is `missing`. 404 means that\nthe entity doesn\'t exist in the catalog.\n\n`ETag` starts with the number of the current revision, for example\n`"3.…"`, or with 0 if there is none. `If-Match` only compares this number.\nThe rest of the tag covers data that nobody edits, such as the status.\n',
        responses: {
          '200': {
            description: 'The state with the last good revision.',
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
          'The request is conditional (RFC 9110, section 13.1), so that no change\nis lost. Set `If-Match` to the revision that you changed, for example\n`"3"`, or to the `ETag` of the document. To create the first revision, set\n`If-None-Match: *`. Without either, the response is 428. If the condition\nisn\'t met, it is 412.\n\nIf the document comes from a repository, edit it there. The response is\n409 and names the location.\nThe body is YAML, or JSON with the YAML in `yaml`.\n',
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The revision that you changed.',
            schema: {
              type: 'string',
              pattern: '^"[0-9]+(\\.[A-Za-z0-9_-]+)?"$',
            },
          },
          {
            name: 'If-None-Match',
            in: 'header',
            description:
              'Set `*` to create the first revision and never replace one.',
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
              'The state with the new revision. Unchanged content creates no revision.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentState' },
              },
            },
          },
          '201': {
            description: 'The state with the first revision.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DocumentState' },
              },
            },
          },
          '400': {
            description:
              "The document isn't valid. `error.problems` lists all problems.",
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
            description: 'The current revision is a different one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
          '428': {
            description:
              'The request has neither `If-Match` nor `If-None-Match`.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '503': { $ref: '#/components/responses/Unavailable' },
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
        summary: "Gets an entity's handover as a Markdown page.",
        description:
          "The page contains the last good revision. If its source can't be read or\nits review is overdue, a note below the heading says so. The response is\n404 if there is no document.\n",
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
        summary: 'Lists the revisions of a document, newest first.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of revisions, without their content.',
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
        summary: 'Gets a revision with its content.',
        responses: {
          '200': {
            description: 'The revision. Revisions never change.',
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
        summary: 'Lists the state changes of a document, newest first.',
        description:
          'A new entry is added each time the status, the coverage of a section, the\nstaleness or the revision changes. It is valid until the next entry.\n',
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
        summary: 'Compares two revisions by section and list item.',
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
        summary: 'Gets the JSON Schema of a document, for editors.',
        description:
          'Requires no authentication, because editors send no credentials.',
        security: [],
        responses: {
          '200': {
            description: 'A JSON Schema (draft 2020-12).',
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
        summary: 'Replays domain events in the order of their sequence.',
        description:
          "For consumers that missed events. The same events are published on\nBackstage's events service. Only services can read them, because they\ncover all entities.\n",
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
    '/exemptions': {
      get: {
        tags: ['scorecards'],
        operationId: 'listExemptions',
        summary: 'Lists exemptions of the entities that the caller can read.',
        description:
          'Different filters are combined with AND. Values of the same filter are\ncombined with OR.\n',
        parameters: [
          {
            name: 'entityRef',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Groups. Exemptions of entities that one of them or a group below it owns are listed.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'scorecard',
            in: 'query',
            description: 'Name of the scorecard.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'check',
            in: 'query',
            description: 'Id of the check.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 6,
              items: { $ref: '#/components/schemas/ExemptionState' },
            },
          },
          {
            name: 'expiresBefore',
            in: 'query',
            allowReserved: true,
            description: 'Only exemptions that end before this time.',
            schema: { $ref: '#/components/schemas/Instant' },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['requestedAt', 'expiresAt'],
              default: 'requestedAt',
            },
          },
          {
            name: 'order',
            in: 'query',
            schema: { type: 'string', enum: ['asc', 'desc'], default: 'desc' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of exemptions.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/exemptions/budgets': {
      get: {
        tags: ['scorecards'],
        operationId: 'listExemptionBudgets',
        summary: 'Lists how much of their checks owners are exempt from.',
        description:
          'Counts the entities that the caller can read, by their main owner. Lists\nonly owners with exempt checks, up to 500.\n',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Groups. Entities that one of them or a group below it owns are counted.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
        ],
        responses: {
          '200': {
            description: 'The budgets.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ExemptionBudgets' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/exemptions/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      post: {
        tags: ['scorecards'],
        operationId: 'requestExemption',
        summary: 'Requests an exemption from a check.',
        description:
          'It has no effect until somebody else approves it. Services cannot request\nexemptions. There can be one request\nat a time for a check of an entity. To renew an exemption, request another\none before it ends.\n',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RequestExemptionRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The requested exemption.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Exemption' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/exemptions/{kind}/{namespace}/{name}/{id}/approve': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ExemptionId' },
      ],
      post: {
        tags: ['scorecards'],
        operationId: 'approveExemption',
        summary: 'Puts a requested exemption in force.',
        description:
          'Needs another user than the one who requested it. Services cannot approve.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ExemptionNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exemption as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Exemption' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/exemptions/{kind}/{namespace}/{name}/{id}/deny': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ExemptionId' },
      ],
      post: {
        tags: ['scorecards'],
        operationId: 'denyExemption',
        summary: 'Denies a requested exemption.',
        description: '`note` is the reason, and required.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ExemptionNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exemption as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Exemption' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/exemptions/{kind}/{namespace}/{name}/{id}/withdraw': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ExemptionId' },
      ],
      post: {
        tags: ['scorecards'],
        operationId: 'withdrawExemption',
        summary:
          'Takes back a request, or gives up an exemption before it ends.',
        description:
          'Whoever may request exemptions of the entity can withdraw them.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ExemptionNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exemption as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Exemption' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/exemptions/{kind}/{namespace}/{name}/{id}/revoke': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/ExemptionId' },
      ],
      post: {
        tags: ['scorecards'],
        operationId: 'revokeExemption',
        summary: 'Ends an exemption that is in force.',
        description: '`note` is the reason, and required.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/ExemptionNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The exemption as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Exemption' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
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
        summary: 'Decides whether an entity can be changed in an environment.',
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
            name: 'artifactName',
            in: 'query',
            allowReserved: true,
            description:
              'The name of the artifact, if the service has several. Pass its version\nor digest, too.\n',
            schema: { type: 'string', minLength: 1, maxLength: 300 },
          },
          {
            name: 'artifactVersion',
            in: 'query',
            allowReserved: true,
            description:
              'The version that you want to deploy, for conditions and overrides that check it.',
            schema: { type: 'string', minLength: 1, maxLength: 300 },
          },
          {
            name: 'artifactDigest',
            in: 'query',
            allowReserved: true,
            description: 'The OCI digest that you want to deploy, `sha256:…`.',
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
        summary: 'Decides for each environment of the entity.',
        description:
          'The environments of the document come first, in their order. Environments\nthat only occur in windows follow in order of appearance. If there are\nnone, these are the ones in `handover.environments` in the configuration.\n',
        parameters: [
          { $ref: '#/components/parameters/Change' },
          { $ref: '#/components/parameters/At' },
        ],
        responses: {
          '200': {
            description:
              'One decision for each environment, all for the same time.',
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
          'Decides about a change that is about to happen, and records the decision.',
        description:
          "Decides like `GET`, and records who asked, for which change and artifact,\nas the domain event `handover.decision.recorded`. If the decision can't be\nrecorded, the request fails. Every request is recorded, even for the same\nchange.\n",
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
            description: 'The recorded decision.',
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
        summary: 'Lists the occurrences of windows, for a calendar view.',
        description:
          'Contains every occurrence that overlaps `[from, to)`, sorted by start. The\nrange is at most 1,100 days. If there are more than 2,000 occurrences, the\nlater ones are left out and `truncated` is true.\n',
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
        summary:
          'Lists the calendars that apply to the entity, with their windows.',
        description:
          "The calendars of the organization, domain and system come before the\nentity's own calendar. A calendar that couldn't be loaded has an `error`\ninstead of `windows`.\n",
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
        summary: "Gets the entity's windows as an iCalendar feed (RFC 5545).",
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
    '/initiatives': {
      get: {
        tags: ['scorecards'],
        operationId: 'listInitiatives',
        summary: 'Lists initiatives, those that end first before others.',
        description:
          'Counts the entities that the caller can read. Different filters are\ncombined with AND. Values of the same filter are combined with OR.\n',
        parameters: [
          {
            name: 'state',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { $ref: '#/components/schemas/InitiativeState' },
            },
          },
          {
            name: 'scorecard',
            in: 'query',
            description: 'Name of the scorecard.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Groups. Entities that one of them or a group below it owns are counted.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of initiatives.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InitiativePage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
      post: {
        tags: ['scorecards'],
        operationId: 'createInitiative',
        summary: 'Creates a draft.',
        description:
          'A draft shows how far every entity is. Nobody is notified until it is\npublished.\n',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 65536 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/InitiativeDefinition' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The draft.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Initiative' },
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
    '/initiatives/{id}': {
      parameters: [{ $ref: '#/components/parameters/InitiativeId' }],
      get: {
        tags: ['scorecards'],
        operationId: 'getInitiative',
        summary: 'Returns an initiative, with the progress of each team.',
        description: 'Counts the entities that the caller can read.',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Groups. Entities that one of them or a group below it owns are counted.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
        ],
        responses: {
          '200': {
            description: 'The initiative.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InitiativeDetails' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
      put: {
        tags: ['scorecards'],
        operationId: 'updateInitiative',
        summary: 'Changes an initiative that is not closed.',
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The revision that you saw, for example `"3"`.',
            schema: { type: 'string', pattern: '^"[0-9]+"$' },
          },
        ],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 65536 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/InitiativeDefinition' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The initiative as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Initiative' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '412': {
            description: 'The current revision is a different one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
          '428': {
            description: 'The request does not have `If-Match`.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
        },
      },
      delete: {
        tags: ['scorecards'],
        operationId: 'deleteInitiative',
        summary: 'Deletes a draft.',
        description: 'A published initiative can only be closed.',
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The revision that you saw, for example `"3"`.',
            schema: { type: 'string', pattern: '^"[0-9]+"$' },
          },
        ],
        responses: {
          '200': {
            description: 'The deleted draft.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Initiative' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '412': {
            description: 'The current revision is a different one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '428': {
            description: 'The request does not have `If-Match`.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
        },
      },
    },
    '/initiatives/{id}/publish': {
      parameters: [{ $ref: '#/components/parameters/InitiativeId' }],
      post: {
        tags: ['scorecards'],
        operationId: 'publishInitiative',
        summary: 'Publishes a draft.',
        description: 'It is active from its first day on. Owners are notified.',
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The revision that you saw, for example `"3"`.',
            schema: { type: 'string', pattern: '^"[0-9]+"$' },
          },
        ],
        responses: {
          '200': {
            description: 'The initiative as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Initiative' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '412': {
            description: 'The current revision is a different one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '428': {
            description: 'The request does not have `If-Match`.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
        },
      },
    },
    '/initiatives/{id}/close': {
      parameters: [{ $ref: '#/components/parameters/InitiativeId' }],
      post: {
        tags: ['scorecards'],
        operationId: 'closeInitiative',
        summary: 'Closes a published initiative.',
        description: 'The progress of each entity stays as it is then.',
        parameters: [
          {
            name: 'If-Match',
            in: 'header',
            description: 'The revision that you saw, for example `"3"`.',
            schema: { type: 'string', pattern: '^"[0-9]+"$' },
          },
        ],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CloseInitiativeRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The initiative as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Initiative' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '412': {
            description: 'The current revision is a different one.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
          '428': {
            description: 'The request does not have `If-Match`.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
        },
      },
    },
    '/initiatives/{id}/burn-up': {
      parameters: [{ $ref: '#/components/parameters/InitiativeId' }],
      get: {
        tags: ['scorecards'],
        operationId: 'getInitiativeBurnUp',
        summary:
          'Returns the progress at the end of each day, with a forecast.',
        description: 'Counts the entities that the caller can read.',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Groups. Entities that one of them or a group below it owns are counted.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
        ],
        responses: {
          '200': {
            description: 'The days.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InitiativeBurnUp' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/initiatives/{id}/entities': {
      parameters: [{ $ref: '#/components/parameters/InitiativeId' }],
      get: {
        tags: ['scorecards'],
        operationId: 'listInitiativeEntities',
        summary:
          'Lists the entities of an initiative that the caller can read.',
        parameters: [
          {
            name: 'progress',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 3,
              items: { $ref: '#/components/schemas/InitiativeProgress' },
            },
          },
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Groups. Entities that one of them or a group below it owns are counted.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of entities.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InitiativeEntityPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/oncall/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['oncall'],
        operationId: 'getOnCall',
        summary: 'Gets who is on call for an entity now, and who is next.',
        description:
          'Asks the on-call systems that apply to the entity, unless they responded\nwithin `handover.onCall.maxAge`. `providers` contains the state of each\nof them. If one fails, `items` has no entry for it: it is not known who\nis on call. A level with an empty `people` has nobody on call.\n',
        responses: {
          '200': {
            description: 'Who is on call, by provider.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OnCall' },
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
    '/oncall/{kind}/{namespace}/{name}/page': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      post: {
        tags: ['oncall'],
        operationId: 'pageOnCall',
        summary: 'Pages whoever is on call for an entity.',
        description:
          'Only users can page. Handover sends a page once and never repeats it. For\none minute, it refuses the same message of the same user to the same\ntarget (409).\n\nWith any 4xx status except 408, and with 502 and the error\n`PageNotSentError`, this request paged nobody. With 409, an earlier identical\nrequest may have paged somebody. With any other error, such as 504 and\n`PageOutcomeUnknownError`, and if there is no response, the page may have\nbeen sent.\n',
        security: [{ user: [] }],
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/PageOnCallRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The on-call system accepted the page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OnCallPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
          '429': {
            description: 'There were too many pages. Nobody was paged.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '502': {
            description:
              'The on-call system refused the page. Nobody was paged.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
          '504': {
            description: 'The page may have been sent.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ErrorBody' },
              },
            },
          },
        },
      },
    },
    '/overrides': {
      get: {
        tags: ['gate'],
        operationId: 'listOverrides',
        summary: 'Lists overrides of the entities that the caller can read.',
        description:
          'Different filters are combined with AND. Values of the same filter are\ncombined with OR.\n',
        parameters: [
          {
            name: 'owner',
            in: 'query',
            allowReserved: true,
            description: 'Entity reference of the owner.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'environment',
            in: 'query',
            allowReserved: true,
            description: 'Name or alias of an environment.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'state',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 8,
              items: { $ref: '#/components/schemas/OverrideState' },
            },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of overrides, latest request first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OverridePage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/overrides': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['gate'],
        operationId: 'listEntityOverrides',
        summary: 'Lists the overrides of an entity.',
        parameters: [
          {
            name: 'state',
            in: 'query',
            schema: {
              type: 'array',
              maxItems: 8,
              items: { $ref: '#/components/schemas/OverrideState' },
            },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of overrides, latest request first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OverridePage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
      post: {
        tags: ['gate'],
        operationId: 'requestOverride',
        summary: 'Requests an override of a closed gate.',
        description:
          'It has no effect until somebody else approves it, unless\n`handover.overrides.approval` is `none`. Services cannot request overrides.\nThe duration is limited by `handover.overrides.maxDuration`, and the start\ncan be at most 7 days away. A start in the past counts as now.\n',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/RequestOverrideRequest' },
            },
          },
        },
        responses: {
          '201': {
            description: 'The requested override.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Override' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/overrides/{id}/approve': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/OverrideId' },
      ],
      post: {
        tags: ['gate'],
        operationId: 'approveOverride',
        summary: 'Approves a requested override.',
        description:
          'Needs another user than the one who requested it. Services cannot approve.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/OverrideNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The override as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Override' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/overrides/{id}/deny': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/OverrideId' },
      ],
      post: {
        tags: ['gate'],
        operationId: 'denyOverride',
        summary: 'Denies a requested override.',
        description: 'Services cannot deny.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/OverrideNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The override as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Override' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/overrides/{id}/withdraw': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/OverrideId' },
      ],
      post: {
        tags: ['gate'],
        operationId: 'withdrawOverride',
        summary:
          'Takes back a request, or gives up an override before it ends.',
        description:
          'Whoever may request overrides of the entity can withdraw them.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/OverrideNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The override as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Override' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}/overrides/{id}/revoke': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/OverrideId' },
      ],
      post: {
        tags: ['gate'],
        operationId: 'revokeOverride',
        summary: 'Ends an approved override.',
        description: 'Takes effect at once.',
        requestBody: {
          required: true,
          'x-handover-body': { limit: 16384 },
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/OverrideNote' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The override as it is now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Override' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '409': { $ref: '#/components/responses/Conflict' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
        },
      },
    },
    '/scorecards': {
      get: {
        tags: ['scorecards'],
        operationId: 'listScorecards',
        summary: 'Lists the scorecards that are in force.',
        description:
          '`locations` says where scorecards are read from and what is wrong there.\nScorecards of a location that fails stay in force as they were.\n',
        responses: {
          '200': {
            description: 'The scorecards.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardList' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/scorecards/facts': {
      get: {
        tags: ['scorecards'],
        operationId: 'listFacts',
        summary: 'Lists the facts that conditions of scorecards may name.',
        responses: {
          '200': {
            description: 'The facts.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FactList' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
        },
      },
    },
    '/scorecards/open-checks': {
      get: {
        tags: ['scorecards'],
        operationId: 'listOpenChecks',
        summary:
          'Lists the checks that entities do not pass, in the order in which they are best fixed.',
        description:
          'Contains every check that fails or is unknown, of the entities that the\ncaller can read: those of the lowest level first, and in a level those\nthat bring the most weight for their effort. Checks that do not count yet\nare only listed with `upcoming`.\n\nDifferent filters are combined with AND. Values of the same filter are\ncombined with OR.\n',
        parameters: [
          { $ref: '#/components/parameters/ResultOwner' },
          {
            name: 'within',
            in: 'query',
            allowReserved: true,
            description:
              'Owners. Checks of entities that one of them or a group below it owns\nare listed.\n',
            schema: {
              type: 'array',
              maxItems: 200,
              items: { type: 'string', minLength: 1, maxLength: 300 },
            },
          },
          { $ref: '#/components/parameters/ResultSystem' },
          { $ref: '#/components/parameters/ResultDomain' },
          {
            name: 'scorecard',
            in: 'query',
            description: 'Name of a scorecard. All by default.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'upcoming',
            in: 'query',
            description:
              "If true, lists the checks that don't count yet instead, by the date\nthey start to count.\n",
            schema: { type: 'boolean' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of open checks.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OpenCheckPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/scorecards/plan': {
      post: {
        tags: ['scorecards'],
        operationId: 'planScorecard',
        summary:
          'Predicts what putting a scorecard in force changes, without storing it.',
        description:
          'The body is the scorecard as YAML, or JSON with the YAML in `yaml`. Only\nentities that the caller can read are evaluated and counted. It is\ncompared with the scorecard of the same name that is in force.\n\nEach process makes one plan at a time; a few others wait. 503 means that\ntoo many are waiting, or that the plan took too long. 429 means that\nanother plan of the same user is under way or waits, or that the user made\n30 in the last minute; `Retry-After` says when to try again.\n',
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
            description: 'The problems of the scorecard, and what it changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardPlanResult' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '413': { $ref: '#/components/responses/TooLarge' },
          '415': { $ref: '#/components/responses/UnsupportedMediaType' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/scorecards/{scorecard}/results': {
      parameters: [{ $ref: '#/components/parameters/Scorecard' }],
      get: {
        tags: ['scorecards'],
        operationId: 'listScorecardResults',
        summary: 'Lists the results of the entities that the caller can read.',
        description:
          'Different filters are combined with AND. Values of the same filter are\ncombined with OR.\n',
        parameters: [
          { $ref: '#/components/parameters/ResultOwner' },
          { $ref: '#/components/parameters/ResultWithin' },
          { $ref: '#/components/parameters/ResultSystem' },
          { $ref: '#/components/parameters/ResultDomain' },
          {
            name: 'level',
            in: 'query',
            description:
              'Id of a level, or `none` for entities below the lowest.',
            schema: { $ref: '#/components/schemas/Strings' },
          },
          {
            name: 'check',
            in: 'query',
            description: 'Id of a check that `outcome` is about.',
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'outcome',
            in: 'query',
            description: 'Outcomes of the check, or of any check.',
            schema: {
              type: 'array',
              maxItems: 5,
              items: { $ref: '#/components/schemas/Outcome' },
            },
          },
          {
            name: 'sort',
            in: 'query',
            schema: {
              type: 'string',
              enum: ['entityRef', 'level', 'score'],
              default: 'entityRef',
            },
          },
          {
            name: 'order',
            in: 'query',
            schema: { type: 'string', enum: ['asc', 'desc'], default: 'asc' },
          },
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of results.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardResultPage' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/scorecards/{scorecard}/counts': {
      parameters: [{ $ref: '#/components/parameters/Scorecard' }],
      get: {
        tags: ['scorecards'],
        operationId: 'countScorecardResults',
        summary:
          'Counts levels and outcomes of the entities that the caller can read.',
        parameters: [
          { $ref: '#/components/parameters/ResultOwner' },
          { $ref: '#/components/parameters/ResultWithin' },
          { $ref: '#/components/parameters/ResultSystem' },
          { $ref: '#/components/parameters/ResultDomain' },
          {
            name: 'groupBy',
            in: 'query',
            description:
              'Counts the same for each owner or system too, up to 500.',
            schema: { type: 'string', enum: ['owner', 'system'] },
          },
        ],
        responses: {
          '200': {
            description: 'The counts.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardCounts' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/scorecards/{scorecard}/trend': {
      parameters: [{ $ref: '#/components/parameters/Scorecard' }],
      get: {
        tags: ['scorecards'],
        operationId: 'getScorecardTrend',
        summary: 'Counts the levels at the end of each day.',
        description:
          'Counts the entities that the caller can read and that have a result now,\neach from the day of its first result on. Days are in UTC, the earliest\nfirst. The last one is today, so far.\n',
        parameters: [
          { $ref: '#/components/parameters/ResultOwner' },
          { $ref: '#/components/parameters/ResultWithin' },
          { $ref: '#/components/parameters/ResultSystem' },
          { $ref: '#/components/parameters/ResultDomain' },
          {
            name: 'days',
            in: 'query',
            schema: { type: 'integer', minimum: 2, maximum: 365, default: 90 },
          },
        ],
        responses: {
          '200': {
            description: 'The trend.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardTrend' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/scorecards/{scorecard}/changes': {
      parameters: [{ $ref: '#/components/parameters/Scorecard' }],
      get: {
        tags: ['scorecards'],
        operationId: 'getScorecardChanges',
        summary:
          'Lists the owners and entities whose scores rose and fell most.',
        description:
          'Compares the results of the entities that the caller can read with those\nthat they had some days ago. Entities that had none then are left out. The\nlargest change comes first, up to ten of each. Owners are main owners.\n',
        parameters: [
          { $ref: '#/components/parameters/ResultOwner' },
          { $ref: '#/components/parameters/ResultWithin' },
          { $ref: '#/components/parameters/ResultSystem' },
          { $ref: '#/components/parameters/ResultDomain' },
          {
            name: 'days',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 365, default: 30 },
          },
        ],
        responses: {
          '200': {
            description: 'The changes.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardChanges' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/scorecards/{scorecard}/preview': {
      parameters: [{ $ref: '#/components/parameters/Scorecard' }],
      get: {
        tags: ['scorecards'],
        operationId: 'previewScorecard',
        summary: 'Predicts what the checks that begin to count next change.',
        description:
          'Checks can have a day from which they count. Evaluates the levels of the\nentities that the caller can read as on the next such day, from the outcomes\nthat their checks have now.\n',
        parameters: [
          { $ref: '#/components/parameters/ResultOwner' },
          { $ref: '#/components/parameters/ResultWithin' },
          { $ref: '#/components/parameters/ResultSystem' },
          { $ref: '#/components/parameters/ResultDomain' },
        ],
        responses: {
          '200': {
            description: 'The prediction.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardPreview' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/scorecards/results/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['scorecards'],
        operationId: 'getEntityScorecards',
        summary: 'Gets what each scorecard comes to for an entity.',
        description:
          'Contains the scorecards whose scope the entity is in, with the facts that\neach check was decided from. An entity that was never evaluated has none.\n',
        responses: {
          '200': {
            description: 'The scorecards and their results.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityScorecards' },
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
    '/scorecards/results/{kind}/{namespace}/{name}/history/{scorecard}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/Scorecard' },
      ],
      get: {
        tags: ['scorecards'],
        operationId: 'listScorecardHistory',
        summary: 'Lists how the result of an entity changed, latest first.',
        parameters: [
          { $ref: '#/components/parameters/Limit' },
          { $ref: '#/components/parameters/Cursor' },
        ],
        responses: {
          '200': {
            description: 'One page of history.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardHistoryPage' },
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
    '/scorecards/results/{kind}/{namespace}/{name}/badge-url/{scorecard}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/Scorecard' },
      ],
      get: {
        tags: ['scorecards'],
        operationId: 'getBadgeUrl',
        summary: 'Gets the address of a badge with the level of an entity.',
        description:
          'Everybody who knows the address can see the badge, until it expires or\nthe key that it is signed with is removed from the configuration. 404 if\nno keys are configured, or if the entity has no result.\n',
        parameters: [
          {
            name: 'expiresAt',
            in: 'query',
            allowReserved: true,
            description: 'When the address ends. Without it, it does not.',
            schema: { $ref: '#/components/schemas/Instant' },
          },
        ],
        responses: {
          '200': {
            description: 'The address.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/BadgeUrl' },
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
    '/scorecards/results/{kind}/{namespace}/{name}/badge/{scorecard}.svg': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
        { $ref: '#/components/parameters/Scorecard' },
      ],
      get: {
        tags: ['scorecards'],
        operationId: 'getBadge',
        summary: 'Gets a badge with the level of an entity, as an image.',
        description:
          'Requires no authentication, because a README shows it. The signature in\nthe address, which `getBadgeUrl` makes, is the permission. Without a valid\none the response is 404, whether or not the entity exists.\n',
        security: [],
        parameters: [
          {
            name: 'signature',
            in: 'query',
            description:
              'Signature of the entity, the scorecard and `expires`.',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'expires',
            in: 'query',
            description: 'When the address ends, in seconds since 1970.',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'The badge.',
            content: { 'image/svg+xml': { schema: { type: 'string' } } },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/triggers/{kind}/{namespace}/{name}': {
      parameters: [
        { $ref: '#/components/parameters/Kind' },
        { $ref: '#/components/parameters/Namespace' },
        { $ref: '#/components/parameters/Name' },
      ],
      get: {
        tags: ['triggers'],
        operationId: 'getTriggers',
        summary: 'Returns which rollback triggers of an entity are met.',
        description:
          'Evaluates the triggers that have a query, in the order of the handover.\n`sources` contains the state of each metrics source that applies to the\nentity. A trigger is met if one source says so, and not met only if all\ndo. Otherwise it is `unknown`. Nothing is rolled back. Everyone shares a\nresponse for `handover.triggers.maxAge`.\n',
        responses: {
          '200': {
            description: 'The triggers, and where their values come from.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RollbackTriggers' },
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
  },
  components: {
    schemas: {
      AdmissionReviewResponse: {
        type: 'object',
        description:
          'An AdmissionReview of `admission.k8s.io/v1` with a response.',
        additionalProperties: false,
        required: ['apiVersion', 'kind', 'response'],
        properties: {
          apiVersion: { type: 'string', const: 'admission.k8s.io/v1' },
          kind: { type: 'string', const: 'AdmissionReview' },
          response: {
            type: 'object',
            additionalProperties: false,
            required: ['uid', 'allowed'],
            properties: {
              uid: { type: 'string' },
              allowed: { type: 'boolean' },
              status: {
                type: 'object',
                additionalProperties: false,
                required: ['code', 'reason', 'message'],
                properties: {
                  code: { type: 'integer' },
                  reason: { type: 'string' },
                  message: { type: 'string' },
                },
              },
              warnings: {
                type: 'array',
                items: { type: 'string', maxLength: 256 },
              },
              auditAnnotations: {
                type: 'object',
                additionalProperties: { type: 'string' },
              },
            },
          },
        },
      },
      AlertAcknowledgement: {
        type: 'object',
        description:
          'Somebody is working on the alert. It still fires, and still counts for\nrequirements.\n',
        additionalProperties: false,
        properties: {
          at: { type: 'string', format: 'date-time' },
          by: { type: 'string' },
        },
      },
      AlertSilence: {
        type: 'object',
        description: 'Why an alert notifies nobody, although it fires.',
        additionalProperties: false,
        properties: {
          until: { type: 'string', format: 'date-time' },
          by: { type: 'string' },
          comment: { type: 'string' },
        },
      },
      Alert: {
        type: 'object',
        description: 'A firing alert.',
        additionalProperties: false,
        required: ['id', 'provider', 'name', 'since', 'labels'],
        properties: {
          id: { type: 'string', description: 'Unique within the provider.' },
          provider: { type: 'string' },
          name: { type: 'string' },
          severity: {
            type: 'string',
            description:
              'As the alerting system calls it, for example `critical`.',
          },
          summary: { type: 'string' },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'When it started to fire.',
          },
          acknowledged: { $ref: '#/components/schemas/AlertAcknowledgement' },
          silenced: { $ref: '#/components/schemas/AlertSilence' },
          inhibited: {
            type: 'boolean',
            description:
              'Whether another firing alert suppresses its notifications.',
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          url: {
            type: 'string',
            description: 'The alert in the alerting system.',
          },
          runbookUrl: {
            type: 'string',
            description: 'The runbook that the alert names.',
          },
          environment: {
            type: 'string',
            description: 'The environment that it fires in.',
          },
        },
      },
      AlertProviderState: {
        type: 'object',
        description: 'The state of a system from which alerts are read.',
        additionalProperties: false,
        required: ['id', 'title', 'status', 'checkedAt'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'string', enum: ['ok', 'failing'] },
          message: { type: 'string' },
          checkedAt: { type: 'string', format: 'date-time' },
          omitted: {
            type: 'integer',
            minimum: 1,
            description: 'How many more alerts it has, beyond the limit.',
          },
        },
      },
      Alerts: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'providers'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Alert' },
          },
          providers: {
            type: 'array',
            items: { $ref: '#/components/schemas/AlertProviderState' },
          },
        },
      },
      CompanyCalendarList: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'locations'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/CompanyCalendar' },
          },
          locations: {
            type: 'array',
            items: { $ref: '#/components/schemas/CalendarLocation' },
          },
        },
      },
      CalendarLocation: {
        type: 'object',
        description:
          "A place that a company calendar is read from. Unless one of its calendars\nis in force, Handover can't know which entities it applies to, and all\nverdicts are unknown.\n",
        additionalProperties: false,
        required: ['location', 'problems'],
        properties: {
          location: { type: 'string' },
          problems: {
            type: 'array',
            description: 'What is wrong with it.',
            items: { $ref: '#/components/schemas/Problem' },
          },
          readAt: {
            type: 'string',
            format: 'date-time',
            description: 'When it could last be read. Absent if never.',
          },
          failingSince: { type: 'string', format: 'date-time' },
          checkedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When reading it was last tried. Absent if never.',
          },
        },
      },
      CompanyCalendarStatus: {
        type: 'string',
        enum: ['current', 'outdated', 'expired', 'invalid'],
        description:
          '`current` as it was last read. `outdated` if it could not be read again,\nand its last good content decides. `expired` if that content is too old, so\nthat verdicts are unknown. `invalid` if it does not fit the configured\nenvironments any more, so that verdicts are unknown too.\n',
      },
      CompanyCalendarLevel: {
        type: 'string',
        enum: ['organization', 'domain', 'system'],
      },
      CompanyCalendar: {
        type: 'object',
        description: 'A company calendar without its windows.',
        additionalProperties: false,
        required: [
          'name',
          'version',
          'title',
          'owner',
          'level',
          'scope',
          'windowCount',
          'status',
        ],
        properties: {
          name: { type: 'string' },
          version: { type: 'string', description: 'Digest of the definition.' },
          title: { type: 'string' },
          description: { type: 'string' },
          owner: { type: 'string' },
          link: { type: 'string' },
          level: { $ref: '#/components/schemas/CompanyCalendarLevel' },
          scope: { $ref: '#/components/schemas/EntityScope' },
          windowCount: { type: 'integer', minimum: 0 },
          location: {
            type: 'string',
            description:
              'Where it is read from. Absent if it is in the configuration.',
          },
          status: { $ref: '#/components/schemas/CompanyCalendarStatus' },
        },
      },
      CompanyCalendarDetails: {
        type: 'object',
        description: 'A company calendar with its windows.',
        additionalProperties: false,
        required: [
          'name',
          'version',
          'title',
          'owner',
          'level',
          'scope',
          'windowCount',
          'entityCount',
          'status',
          'windows',
        ],
        properties: {
          name: { type: 'string' },
          version: { type: 'string', description: 'Digest of the definition.' },
          title: { type: 'string' },
          description: { type: 'string' },
          owner: { type: 'string' },
          link: { type: 'string' },
          level: { $ref: '#/components/schemas/CompanyCalendarLevel' },
          scope: { $ref: '#/components/schemas/EntityScope' },
          windowCount: { type: 'integer', minimum: 0 },
          location: {
            type: 'string',
            description:
              'Where it is read from. Absent if it is in the configuration.',
          },
          status: { $ref: '#/components/schemas/CompanyCalendarStatus' },
          windows: {
            type: 'array',
            items: { $ref: '#/components/schemas/Window' },
          },
          entityCount: {
            type: 'integer',
            minimum: 0,
            description:
              'Number of entities that it applies to and that the caller can read.',
          },
          source: { $ref: '#/components/schemas/CalendarLocation' },
        },
      },
      Strings: {
        type: 'array',
        maxItems: 50,
        items: { type: 'string', minLength: 1, maxLength: 300 },
      },
      Instant: {
        type: 'string',
        format: 'date-time',
        description: 'A time in RFC 3339 with an offset.',
      },
      EnvironmentName: { type: 'string', minLength: 1, maxLength: 300 },
      ErrorBody: {
        type: 'object',
        description: "Backstage's error format.",
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
                description: 'All problems of a document that was rejected.',
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
          '`unknown`: the run finished, and its outcome is not known.',
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
        description: 'One deployment of an artifact to an environment.',
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
          'The state of a system from which runs and deployments are read.',
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
            description: 'Whether this is demonstration data.',
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
          'How far an environment is behind the one that its artifacts come from.',
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
            required: ['failed', 'notStarted', 'sampleSize', 'trend'],
            properties: {
              ratio: { type: 'number', minimum: 0, maximum: 1 },
              failed: { type: 'integer', minimum: 0 },
              notStarted: {
                type: 'integer',
                minimum: 0,
                description:
                  'How many of them did not start, as their clusters showed.',
              },
              sampleSize: { type: 'integer', minimum: 0 },
              trend: { type: 'array', items: { type: ['number', 'null'] } },
            },
          },
          timeToRestore: { $ref: '#/components/schemas/DurationMetric' },
          providers: { $ref: '#/components/schemas/ProviderStates' },
          startsUnknown: {
            type: 'string',
            description:
              'Why releases that do not start are currently not detected. Those already recorded still count. Absent if the clusters are read.',
          },
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
          remark: {
            type: 'string',
            description: 'What was ignored in an event that was accepted.',
          },
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
        description: 'A problem of a document, and its position.',
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
          levels: {
            type: 'object',
            description:
              'The level on each scorecard: its id, or `none` below the lowest.\nScorecards without a result are absent.\n',
            additionalProperties: { type: 'string' },
          },
          sections: {
            type: 'object',
            description:
              'The coverage of each section of the last good revision. Empty if there\nis none.\n',
            additionalProperties: { $ref: '#/components/schemas/SectionState' },
          },
          problems: {
            type: 'integer',
            minimum: 0,
            description:
              'Number of problems that the check of the document found.',
          },
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
          catalogOutdatedSince: {
            $ref: '#/components/schemas/CatalogOutdatedSince',
          },
        },
      },
      SectionFigures: {
        type: 'object',
        description: 'The number of handovers by the coverage of one section.',
        additionalProperties: false,
        required: ['covered', 'partial', 'missing'],
        properties: {
          covered: { type: 'integer', minimum: 0 },
          partial: { type: 'integer', minimum: 0 },
          missing: { type: 'integer', minimum: 0 },
        },
      },
      FleetFigures: {
        type: 'object',
        additionalProperties: false,
        required: ['services', 'status', 'stale', 'sections'],
        properties: {
          services: {
            type: 'integer',
            minimum: 0,
            description:
              'Services that can have a handover, with or without one.',
          },
          status: {
            type: 'object',
            additionalProperties: false,
            required: ['ok', 'missing', 'invalid', 'unreachable'],
            properties: {
              ok: { type: 'integer', minimum: 0 },
              missing: { type: 'integer', minimum: 0 },
              invalid: { type: 'integer', minimum: 0 },
              unreachable: { type: 'integer', minimum: 0 },
            },
          },
          stale: {
            type: 'integer',
            minimum: 0,
            description: 'Handovers whose review is overdue.',
          },
          meanCoverage: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description:
              'The mean of all coverage ratios. A service without a handover counts\nas 0. Absent if there are no services.\n',
          },
          sections: {
            type: 'object',
            description: 'By the key of the section.',
            additionalProperties: {
              $ref: '#/components/schemas/SectionFigures',
            },
          },
        },
      },
      FleetGroup: {
        type: 'object',
        additionalProperties: false,
        required: ['services', 'status', 'stale', 'sections'],
        properties: {
          services: {
            type: 'integer',
            minimum: 0,
            description:
              'Services that can have a handover, with or without one.',
          },
          status: {
            type: 'object',
            additionalProperties: false,
            required: ['ok', 'missing', 'invalid', 'unreachable'],
            properties: {
              ok: { type: 'integer', minimum: 0 },
              missing: { type: 'integer', minimum: 0 },
              invalid: { type: 'integer', minimum: 0 },
              unreachable: { type: 'integer', minimum: 0 },
            },
          },
          stale: {
            type: 'integer',
            minimum: 0,
            description: 'Handovers whose review is overdue.',
          },
          meanCoverage: {
            type: 'number',
            minimum: 0,
            maximum: 1,
            description:
              'The mean of all coverage ratios. A service without a handover counts\nas 0. Absent if there are no services.\n',
          },
          sections: {
            type: 'object',
            description: 'By the key of the section.',
            additionalProperties: {
              $ref: '#/components/schemas/SectionFigures',
            },
          },
          entityRef: {
            type: 'string',
            description:
              'The owner, system or domain. Absent for services without one.',
          },
        },
      },
      FleetSummary: {
        type: 'object',
        additionalProperties: false,
        required: ['totals'],
        properties: {
          totals: { $ref: '#/components/schemas/FleetFigures' },
          groups: {
            type: 'array',
            description:
              'Present if the request has `groupBy`, the largest first.',
            items: { $ref: '#/components/schemas/FleetGroup' },
          },
          totalGroups: {
            type: 'integer',
            minimum: 0,
            description:
              'The number of groups, including those beyond `limit`.',
          },
          catalogOutdatedSince: {
            $ref: '#/components/schemas/CatalogOutdatedSince',
          },
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
          partial: { $ref: '#/components/schemas/PartialDocument' },
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
          catalogOutdatedSince: {
            $ref: '#/components/schemas/CatalogOutdatedSince',
          },
        },
      },
      PartialDocument: {
        type: 'object',
        description:
          'The sections of an invalid document that have no errors, for people to\nread. They are not in force: the gate, coverage, scorecards, search and\nexports ignore them. Present if the status is `invalid` and there is no\ngood revision.\n',
        additionalProperties: false,
        required: ['document', 'sectionsWithErrors'],
        properties: {
          document: { $ref: '#/components/schemas/HandoverDocument' },
          sectionsWithErrors: {
            type: 'array',
            description: 'The sections that have errors, in document order.',
            items: { type: 'string' },
          },
        },
      },
      CatalogOutdatedSince: {
        type: 'string',
        format: 'date-time',
        description:
          'Set if Handover has not been able to follow the catalog for a while: the\ntime that its copy of the catalog is from. Entities, owners and systems\ncan have changed since.\n',
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
            description: 'Empty if both revisions have the same content.',
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
          'One difference. `before` and `after` are JSON values. `from` and `to` are\nthe positions of an element that was moved in its list.\n',
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
              "Whether the document can be stored. Warnings don't prevent that.",
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
          'handover.exemption.changed',
          'handover.override.changed',
          'handover.scorecard.level-changed',
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
          'An event as published on the events service. `topic` is its type.',
        oneOf: [
          { $ref: '#/components/schemas/DocumentChangedEventMessage' },
          { $ref: '#/components/schemas/DocumentStatusChangedEventMessage' },
          { $ref: '#/components/schemas/DeploymentRecordedEventMessage' },
          { $ref: '#/components/schemas/IncidentDetectedEventMessage' },
          { $ref: '#/components/schemas/IncidentResolvedEventMessage' },
          { $ref: '#/components/schemas/DecisionRecordedEventMessage' },
          { $ref: '#/components/schemas/ExemptionChangedEventMessage' },
          { $ref: '#/components/schemas/OverrideChangedEventMessage' },
          { $ref: '#/components/schemas/ScorecardLevelChangedEventMessage' },
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
            'handover.exemption.changed':
              '#/components/schemas/ExemptionChangedEventMessage',
            'handover.override.changed':
              '#/components/schemas/OverrideChangedEventMessage',
            'handover.scorecard.level-changed':
              '#/components/schemas/ScorecardLevelChangedEventMessage',
          },
        },
      },
      DocumentChangedEventMessage: {
        type: 'object',
        description: 'A handover has a new current revision.',
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
        description: 'The status of a handover changed.',
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
        description: 'A deployment was stored, or its outcome changed.',
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
        description: 'An incident started.',
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
        description: 'An incident ended.',
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
        description: 'A decision of the gate was recorded.',
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
      ExemptionChangedEventMessage: {
        type: 'object',
        description:
          'An exemption was requested, decided about or ended before its time.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.exemption.changed'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/ExemptionChangedEvent' },
        },
      },
      ExemptionChangedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'exemptionId',
          'scorecard',
          'check',
          'state',
          'by',
          'expiresAt',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          exemptionId: { type: 'string' },
          scorecard: { type: 'string' },
          check: { type: 'string' },
          state: { $ref: '#/components/schemas/ExemptionState' },
          by: { type: 'string' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      OverrideChangedEventMessage: {
        type: 'object',
        description:
          'An override of the gate was requested, decided about or ended before its time.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.override.changed'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/OverrideChangedEvent' },
        },
      },
      OverrideChangedEvent: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'sequence',
          'entityRef',
          'at',
          'overrideId',
          'status',
          'environments',
          'by',
          'from',
          'until',
        ],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          overrideId: { type: 'string' },
          status: {
            type: 'string',
            enum: ['requested', 'approved', 'denied', 'withdrawn', 'revoked'],
          },
          environments: { type: 'array', items: { type: 'string' } },
          artifact: { $ref: '#/components/schemas/Artifact' },
          by: { type: 'string' },
          from: { type: 'string', format: 'date-time' },
          until: { type: 'string', format: 'date-time' },
        },
      },
      ScorecardLevelChangedEventMessage: {
        type: 'object',
        description: 'The level of an entity on a scorecard changed.',
        additionalProperties: false,
        required: ['topic', 'payload'],
        properties: {
          topic: {
            type: 'string',
            enum: ['handover.scorecard.level-changed'],
            description:
              'discriminator enum property added by openapi-typescript',
          },
          payload: { $ref: '#/components/schemas/ScorecardLevelChangedEvent' },
        },
      },
      ScorecardLevelChangedEvent: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'sequence', 'entityRef', 'at', 'scorecard'],
        properties: {
          id: { $ref: '#/components/schemas/DomainEventId' },
          sequence: { $ref: '#/components/schemas/DomainEventSequence' },
          entityRef: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          scorecard: { type: 'string' },
          level: {
            type: 'string',
            description: 'Id of the level. Absent below the lowest.',
          },
          previousLevel: {
            type: 'string',
            description: 'Id of the level before. Absent below the lowest.',
          },
          score: { type: 'number', minimum: 0, maximum: 1 },
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
            description: 'Whether more events follow after `next`.',
          },
          hasGap: {
            type: 'boolean',
            description: 'Whether events after `after` were already deleted.',
          },
        },
      },
      ExemptionState: {
        type: 'string',
        description: 'Only an approved exemption is in force.',
        enum: [
          'requested',
          'approved',
          'denied',
          'withdrawn',
          'revoked',
          'expired',
        ],
      },
      RequestExemptionRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['scorecard', 'check', 'reason', 'expiresAt'],
        properties: {
          scorecard: { type: 'string', minLength: 1, maxLength: 63 },
          check: { type: 'string', minLength: 1, maxLength: 63 },
          reason: {
            type: 'string',
            description: 'Why the check need not pass. Markdown.',
            minLength: 1,
            maxLength: 5000,
          },
          evidence: {
            type: 'string',
            description: 'Address of what supports the reason, http or https.',
            pattern: '^https?://[^\\s]+$',
            maxLength: 2000,
          },
          expiresAt: { $ref: '#/components/schemas/Instant' },
        },
      },
      ExemptionNote: {
        type: 'object',
        additionalProperties: false,
        properties: {
          note: {
            type: 'string',
            description: 'Markdown.',
            minLength: 1,
            maxLength: 5000,
          },
        },
      },
      ExemptionStep: {
        type: 'object',
        description: 'Who decided about an exemption or ended it.',
        additionalProperties: false,
        required: ['by', 'at'],
        properties: {
          by: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          note: { type: 'string', description: 'Markdown.' },
        },
      },
      Exemption: {
        type: 'object',
        description: 'A recorded permission not to pass a check until a time.',
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'scorecard',
          'check',
          'state',
          'reason',
          'requestedBy',
          'requestedAt',
          'expiresAt',
        ],
        properties: {
          id: { type: 'string', format: 'uuid' },
          entityRef: { type: 'string' },
          entityTitle: { type: 'string' },
          owner: { type: 'string' },
          scorecard: { type: 'string' },
          check: { type: 'string' },
          state: { $ref: '#/components/schemas/ExemptionState' },
          reason: { type: 'string', description: 'Markdown.' },
          evidence: { type: 'string' },
          requestedBy: { type: 'string' },
          requestedAt: { type: 'string', format: 'date-time' },
          expiresAt: { type: 'string', format: 'date-time' },
          decision: { $ref: '#/components/schemas/ExemptionStep' },
          end: { $ref: '#/components/schemas/ExemptionStep' },
        },
      },
      ExemptionPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems', 'maxDurationSeconds'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Exemption' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
          maxDurationSeconds: {
            type: 'integer',
            minimum: 1,
            description: 'How long after its request an exemption can end.',
          },
        },
      },
      ExemptionBudget: {
        type: 'object',
        additionalProperties: false,
        required: ['owner', 'exempt', 'checks', 'exceeded'],
        properties: {
          owner: { type: 'string' },
          exempt: { type: 'integer', minimum: 0 },
          checks: { type: 'integer', minimum: 0 },
          exceeded: { type: 'boolean' },
        },
      },
      ExemptionBudgets: {
        type: 'object',
        additionalProperties: false,
        required: ['budget', 'items', 'omitted'],
        properties: {
          budget: { type: 'number', minimum: 0, maximum: 1 },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ExemptionBudget' },
          },
          omitted: { type: 'integer', minimum: 0 },
        },
      },
      ChangeKind: {
        type: 'string',
        enum: ['deploy', 'rollback', 'config', 'scale'],
      },
      Verdict: { type: 'string', enum: ['open', 'closed', 'unknown'] },
      GateReason: {
        description: 'One reason of a decision. `kind` is its type.',
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
            description: 'The verdict that this window alone would give.',
          },
          title: { type: 'string' },
          reason: { type: 'string' },
          window: { type: 'string', description: 'ID of the window.' },
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
          "A calendar, or one of its windows, that couldn't be read.",
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
              "ID of the window, if only that window couldn't be read.",
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
          condition: { type: 'string', description: 'ID of the condition.' },
          link: { type: 'string' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'When this result ends, if known.',
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
          override: { type: 'string', description: 'ID of the override.' },
          by: {
            type: 'string',
            description: 'Entity reference of the person who requested it.',
          },
          ticket: { type: 'string' },
          artifact: { $ref: '#/components/schemas/Artifact' },
          active: {
            type: 'boolean',
            description: 'Whether it is in force at the requested time.',
          },
          from: { type: 'string', format: 'date-time' },
          until: { type: 'string', format: 'date-time' },
        },
      },
      EnvironmentReason: {
        type: 'object',
        description: "The environment isn't known.",
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
          "Information about the decision that doesn't change the verdict.",
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
              "The environment's primary name, whichever name was requested.",
          },
          onUnknown: {
            type: 'string',
            enum: ['pass', 'block'],
            description:
              'What to do if the verdict is `unknown`, as configured for this\nenvironment. Absent for other verdicts.\n',
          },
          change: { $ref: '#/components/schemas/ChangeKind' },
          at: { type: 'string', format: 'date-time' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'When the verdict next changes, if found.',
          },
          nextOpen: {
            type: 'string',
            format: 'date-time',
            description: 'When the gate is next open, if found.',
          },
          searchedUntil: {
            type: 'string',
            format: 'date-time',
            description:
              "Present if `until` or `nextOpen` is missing because the windows have\ntoo many occurrences to search two years. The search stopped at this\ntime. What happens later isn't known.\n",
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
              'Your name for the change, for example a pipeline run or a ticket.',
          },
          artifact: { $ref: '#/components/schemas/RequestedArtifact' },
        },
      },
      RequestedArtifact: {
        type: 'object',
        additionalProperties: false,
        minProperties: 1,
        properties: {
          name: { type: 'string', minLength: 1, maxLength: 300 },
          version: { type: 'string', minLength: 1, maxLength: 300 },
          digest: { type: 'string', minLength: 1, maxLength: 300 },
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
            description:
              'The user, or the subject of the service, that made the request.',
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
              'Whether later occurrences were left out because there are too many.',
          },
          problems: {
            type: 'array',
            description: "Calendars and windows that couldn't be read.",
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
          'A set of windows, or the error that prevented loading it.',
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
        description: 'Where in the organization a calendar applies.',
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
            description: 'Names or patterns. Absent for all environments.',
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
      InitiativeState: {
        type: 'string',
        description:
          'An overdue initiative is past its last day and not closed.',
        enum: ['draft', 'planned', 'active', 'overdue', 'closed'],
      },
      InitiativeProgress: {
        type: 'string',
        enum: ['reached', 'open', 'unknown'],
      },
      InitiativeTarget: {
        description: 'The goal for each entity. Either a level or some checks.',
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['level'],
            properties: {
              level: { type: 'string', minLength: 1, maxLength: 63 },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['checks'],
            properties: {
              checks: {
                type: 'array',
                minItems: 1,
                maxItems: 100,
                items: { type: 'string', minLength: 1, maxLength: 63 },
              },
            },
          },
        ],
      },
      Words: {
        type: 'array',
        minItems: 1,
        maxItems: 500,
        items: { type: 'string', minLength: 1, maxLength: 255 },
      },
      EntityScopeFields: {
        type: 'object',
        description: 'Entities that match every field with one of its values.',
        additionalProperties: false,
        properties: {
          kind: { $ref: '#/components/schemas/Words' },
          type: { $ref: '#/components/schemas/Words' },
          lifecycle: { $ref: '#/components/schemas/Words' },
          system: { $ref: '#/components/schemas/Words' },
          domain: { $ref: '#/components/schemas/Words' },
          owner: { $ref: '#/components/schemas/Words' },
          tier: {
            type: 'array',
            minItems: 1,
            maxItems: 4,
            items: { type: 'integer', minimum: 1, maximum: 4 },
          },
          tags: { $ref: '#/components/schemas/Words' },
          labels: {
            type: 'object',
            additionalProperties: {
              type: 'array',
              maxItems: 500,
              items: { type: 'string', maxLength: 255 },
            },
          },
        },
      },
      EntityScope: {
        type: 'object',
        description:
          'Entities that match every field with one of its values, and none of\n`except`.\n',
        additionalProperties: false,
        properties: {
          kind: { $ref: '#/components/schemas/Words' },
          type: { $ref: '#/components/schemas/Words' },
          lifecycle: { $ref: '#/components/schemas/Words' },
          system: { $ref: '#/components/schemas/Words' },
          domain: { $ref: '#/components/schemas/Words' },
          owner: { $ref: '#/components/schemas/Words' },
          tier: {
            type: 'array',
            minItems: 1,
            maxItems: 4,
            items: { type: 'integer', minimum: 1, maximum: 4 },
          },
          tags: { $ref: '#/components/schemas/Words' },
          labels: {
            type: 'object',
            additionalProperties: {
              type: 'array',
              maxItems: 500,
              items: { type: 'string', maxLength: 255 },
            },
          },
          except: {
            type: 'array',
            maxItems: 100,
            items: { $ref: '#/components/schemas/EntityScopeFields' },
          },
        },
      },
      InitiativeDefinition: {
        type: 'object',
        additionalProperties: false,
        required: [
          'title',
          'owner',
          'scorecard',
          'target',
          'startsOn',
          'endsOn',
        ],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 120 },
          description: {
            type: 'string',
            description: 'Why it matters. Markdown.',
            minLength: 1,
            maxLength: 5000,
          },
          owner: {
            type: 'string',
            description: 'Entity reference of whoever runs it.',
            minLength: 1,
            maxLength: 255,
          },
          scorecard: { type: 'string', minLength: 1, maxLength: 63 },
          target: { $ref: '#/components/schemas/InitiativeTarget' },
          scope: { $ref: '#/components/schemas/EntityScope' },
          startsOn: {
            type: 'string',
            format: 'date',
            description: 'First day, in UTC.',
          },
          endsOn: {
            type: 'string',
            format: 'date',
            description: 'Last day',
            'in UTC.': null,
          },
        },
      },
      CloseInitiativeRequest: {
        type: 'object',
        additionalProperties: false,
        properties: {
          note: {
            type: 'string',
            description: 'What came of it. Markdown.',
            minLength: 1,
            maxLength: 5000,
          },
        },
      },
      InitiativeCounts: {
        type: 'object',
        description: 'Number of entities by progress.',
        additionalProperties: false,
        required: ['reached', 'open', 'unknown'],
        properties: {
          reached: { type: 'integer', minimum: 0 },
          open: { type: 'integer', minimum: 0 },
          unknown: { type: 'integer', minimum: 0 },
        },
      },
      Initiative: {
        type: 'object',
        description:
          'A level or some checks that a set of entities is to reach by a date.',
        additionalProperties: false,
        required: [
          'title',
          'owner',
          'scorecard',
          'target',
          'startsOn',
          'endsOn',
          'id',
          'revision',
          'state',
          'createdBy',
          'createdAt',
          'counts',
        ],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 120 },
          description: {
            type: 'string',
            description: 'Why it matters. Markdown.',
            minLength: 1,
            maxLength: 5000,
          },
          owner: {
            type: 'string',
            description: 'Entity reference of whoever runs it.',
            minLength: 1,
            maxLength: 255,
          },
          scorecard: { type: 'string', minLength: 1, maxLength: 63 },
          target: { $ref: '#/components/schemas/InitiativeTarget' },
          scope: { $ref: '#/components/schemas/EntityScope' },
          startsOn: {
            type: 'string',
            format: 'date',
            description: 'First day, in UTC.',
          },
          endsOn: {
            type: 'string',
            format: 'date',
            description: 'Last day',
            'in UTC.': null,
          },
          id: { type: 'string', format: 'uuid' },
          revision: { type: 'integer', minimum: 1 },
          state: { $ref: '#/components/schemas/InitiativeState' },
          createdBy: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          publishedAt: { type: 'string', format: 'date-time' },
          closed: {
            type: 'object',
            additionalProperties: false,
            required: ['by', 'at'],
            properties: {
              by: { type: 'string' },
              at: { type: 'string', format: 'date-time' },
              note: { type: 'string', description: 'Markdown.' },
            },
          },
          counts: { $ref: '#/components/schemas/InitiativeCounts' },
          problem: {
            type: 'string',
            description: 'Why entities are not evaluated.',
          },
        },
      },
      InitiativePage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Initiative' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      InitiativeTeam: {
        type: 'object',
        description: 'The entities of one owner.',
        additionalProperties: false,
        required: ['owner', 'reached', 'open', 'unknown'],
        properties: {
          owner: { type: 'string' },
          reached: { type: 'integer', minimum: 0 },
          open: { type: 'integer', minimum: 0 },
          unknown: { type: 'integer', minimum: 0 },
        },
      },
      InitiativeDetails: {
        type: 'object',
        additionalProperties: false,
        required: [
          'title',
          'owner',
          'scorecard',
          'target',
          'startsOn',
          'endsOn',
          'id',
          'revision',
          'state',
          'createdBy',
          'createdAt',
          'counts',
          'teams',
          'omittedTeams',
        ],
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 120 },
          description: {
            type: 'string',
            description: 'Why it matters. Markdown.',
            minLength: 1,
            maxLength: 5000,
          },
          owner: {
            type: 'string',
            description: 'Entity reference of whoever runs it.',
            minLength: 1,
            maxLength: 255,
          },
          scorecard: { type: 'string', minLength: 1, maxLength: 63 },
          target: { $ref: '#/components/schemas/InitiativeTarget' },
          scope: { $ref: '#/components/schemas/EntityScope' },
          startsOn: {
            type: 'string',
            format: 'date',
            description: 'First day, in UTC.',
          },
          endsOn: {
            type: 'string',
            format: 'date',
            description: 'Last day',
            'in UTC.': null,
          },
          id: { type: 'string', format: 'uuid' },
          revision: { type: 'integer', minimum: 1 },
          state: { $ref: '#/components/schemas/InitiativeState' },
          createdBy: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          publishedAt: { type: 'string', format: 'date-time' },
          closed: {
            type: 'object',
            additionalProperties: false,
            required: ['by', 'at'],
            properties: {
              by: { type: 'string' },
              at: { type: 'string', format: 'date-time' },
              note: { type: 'string', description: 'Markdown.' },
            },
          },
          counts: { $ref: '#/components/schemas/InitiativeCounts' },
          problem: {
            type: 'string',
            description: 'Why entities are not evaluated.',
          },
          teams: {
            type: 'array',
            items: { $ref: '#/components/schemas/InitiativeTeam' },
          },
          omittedTeams: { type: 'integer', minimum: 0 },
        },
      },
      InitiativeDay: {
        type: 'object',
        additionalProperties: false,
        required: ['day', 'reached', 'open', 'unknown'],
        properties: {
          day: { type: 'string', format: 'date' },
          reached: { type: 'integer', minimum: 0 },
          open: { type: 'integer', minimum: 0 },
          unknown: { type: 'integer', minimum: 0 },
        },
      },
      InitiativeForecast: {
        description:
          'When the rest is reached at the pace of the last four weeks.',
        oneOf: [
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind'],
            properties: { kind: { type: 'string', enum: ['reached'] } },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind', 'day', 'isInTime'],
            properties: {
              kind: { type: 'string', enum: ['date'] },
              day: { type: 'string', format: 'date' },
              isInTime: { type: 'boolean' },
            },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind'],
            properties: { kind: { type: 'string', enum: ['noProgress'] } },
          },
          {
            type: 'object',
            additionalProperties: false,
            required: ['kind'],
            properties: { kind: { type: 'string', enum: ['tooEarly'] } },
          },
        ],
      },
      InitiativeBurnUp: {
        type: 'object',
        additionalProperties: false,
        required: ['days'],
        properties: {
          days: {
            type: 'array',
            items: { $ref: '#/components/schemas/InitiativeDay' },
          },
          forecast: { $ref: '#/components/schemas/InitiativeForecast' },
        },
      },
      InitiativeEntity: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'progress', 'since'],
        properties: {
          entityRef: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          progress: { $ref: '#/components/schemas/InitiativeProgress' },
          since: { type: 'string', format: 'date-time' },
        },
      },
      InitiativeEntityPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InitiativeEntity' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      EntityInitiative: {
        type: 'object',
        description:
          'An initiative that has started, as it concerns one entity.',
        additionalProperties: false,
        required: [
          'id',
          'title',
          'scorecard',
          'target',
          'endsOn',
          'state',
          'progress',
        ],
        properties: {
          id: { type: 'string', format: 'uuid' },
          title: { type: 'string' },
          scorecard: { type: 'string' },
          target: { $ref: '#/components/schemas/InitiativeTarget' },
          endsOn: { type: 'string', format: 'date' },
          state: { $ref: '#/components/schemas/InitiativeState' },
          progress: { $ref: '#/components/schemas/InitiativeProgress' },
          problem: {
            type: 'string',
            description: 'Why entities are not evaluated.',
          },
        },
      },
      OnCallPageTarget: {
        type: 'object',
        description: 'An escalation policy or a schedule that a page notifies.',
        additionalProperties: false,
        required: ['id', 'name'],
        properties: { id: { type: 'string' }, name: { type: 'string' } },
      },
      OnCallPageUrgency: {
        type: 'string',
        description: 'On-call systems that know no urgency ignore it.',
        enum: ['high', 'low'],
      },
      PageOnCallRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['provider', 'target', 'message'],
        properties: {
          provider: {
            type: 'string',
            minLength: 1,
            maxLength: 100,
            description: 'The id of the provider.',
          },
          target: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description: "The id in `canPage` of the provider's item.",
          },
          message: {
            type: 'string',
            minLength: 1,
            maxLength: 1000,
            description: 'What the people on call need to know. Plain text.',
          },
          urgency: { $ref: '#/components/schemas/OnCallPageUrgency' },
        },
      },
      OnCallPage: {
        type: 'object',
        description: 'A page that an on-call system accepted.',
        additionalProperties: false,
        required: ['provider', 'target'],
        properties: {
          provider: { type: 'string' },
          target: { $ref: '#/components/schemas/OnCallPageTarget' },
          id: {
            type: 'string',
            description:
              'The id of the incident or alert, if the system names one.',
          },
          url: { type: 'string' },
        },
      },
      OnCallPerson: {
        type: 'object',
        additionalProperties: false,
        required: ['name'],
        properties: {
          name: { type: 'string' },
          email: { type: 'string' },
          url: { type: 'string' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'When the shift ends.',
          },
        },
      },
      OnCallLevel: {
        type: 'object',
        description: 'One level of an escalation policy.',
        additionalProperties: false,
        required: ['level', 'people'],
        properties: {
          level: {
            type: 'integer',
            minimum: 1,
            description: 'Level 1 is called first.',
          },
          people: {
            type: 'array',
            description: 'Who is on call now. Empty if nobody is.',
            items: { $ref: '#/components/schemas/OnCallPerson' },
          },
          next: {
            type: 'object',
            description: 'Who is on call after the current shift.',
            additionalProperties: false,
            required: ['name', 'from'],
            properties: {
              name: { type: 'string' },
              from: { type: 'string', format: 'date-time' },
            },
          },
        },
      },
      OnCallItem: {
        type: 'object',
        description: 'Who is on call according to one provider.',
        additionalProperties: false,
        required: ['provider', 'levels'],
        properties: {
          provider: { type: 'string' },
          escalationPolicy: {
            type: 'object',
            additionalProperties: false,
            required: ['name'],
            properties: { name: { type: 'string' }, url: { type: 'string' } },
          },
          levels: {
            type: 'array',
            description: 'Every level of the policy, in ascending order.',
            items: { $ref: '#/components/schemas/OnCallLevel' },
          },
          canPage: { $ref: '#/components/schemas/OnCallPageTarget' },
        },
      },
      OnCallProviderStatus: {
        type: 'object',
        description: 'The result of the last request to an on-call system.',
        additionalProperties: false,
        required: ['id', 'title', 'status', 'checkedAt'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'string', enum: ['ok', 'failing'] },
          message: { type: 'string' },
          checkedAt: { type: 'string', format: 'date-time' },
        },
      },
      OnCall: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'providers'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/OnCallItem' },
          },
          providers: {
            type: 'array',
            items: { $ref: '#/components/schemas/OnCallProviderStatus' },
          },
        },
      },
      OverrideState: {
        type: 'string',
        description:
          'Only an override that is `inForce` opens the gate. A request that nobody\ndecided about before its end has `lapsed`.\n',
        enum: [
          'requested',
          'lapsed',
          'scheduled',
          'inForce',
          'ended',
          'denied',
          'withdrawn',
          'revoked',
        ],
      },
      RequestOverrideRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['environments', 'until', 'reason'],
        properties: {
          environments: {
            type: 'array',
            description:
              'Names or aliases of environments that the entity has.',
            minItems: 1,
            maxItems: 20,
            items: { $ref: '#/components/schemas/EnvironmentName' },
          },
          artifact: { $ref: '#/components/schemas/RequestedArtifact' },
          from: { $ref: '#/components/schemas/Instant' },
          until: { $ref: '#/components/schemas/Instant' },
          reason: {
            type: 'string',
            description: "Why the change can't wait. Markdown.",
            minLength: 10,
            maxLength: 2000,
          },
          ticket: {
            type: 'string',
            description:
              'The incident or change, such as its address or number.',
            minLength: 1,
            maxLength: 500,
          },
        },
      },
      OverrideNote: {
        type: 'object',
        additionalProperties: false,
        properties: {
          note: {
            type: 'string',
            description: 'Markdown.',
            minLength: 1,
            maxLength: 2000,
          },
        },
      },
      OverrideStep: {
        type: 'object',
        description: 'Who decided about an override or ended it.',
        additionalProperties: false,
        required: ['by', 'at'],
        properties: {
          by: { type: 'string' },
          at: { type: 'string', format: 'date-time' },
          note: { type: 'string', description: 'Markdown.' },
        },
      },
      Override: {
        type: 'object',
        description: 'A request to pass a closed gate for a limited time.',
        additionalProperties: false,
        required: [
          'id',
          'entityRef',
          'state',
          'environments',
          'from',
          'until',
          'reason',
          'requestedBy',
          'requestedAt',
        ],
        properties: {
          id: { type: 'string', format: 'uuid' },
          entityRef: { type: 'string' },
          entityTitle: { type: 'string' },
          owner: { type: 'string' },
          state: { $ref: '#/components/schemas/OverrideState' },
          environments: { type: 'array', items: { type: 'string' } },
          artifact: { $ref: '#/components/schemas/Artifact' },
          from: { type: 'string', format: 'date-time' },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'Exclusive.',
          },
          reason: { type: 'string', description: 'Markdown.' },
          ticket: { type: 'string' },
          requestedBy: { type: 'string' },
          requestedAt: { type: 'string', format: 'date-time' },
          decision: { $ref: '#/components/schemas/OverrideStep' },
          end: { $ref: '#/components/schemas/OverrideStep' },
        },
      },
      OverridePage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems', 'maxDurationSeconds', 'approval'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Override' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
          maxDurationSeconds: {
            type: 'integer',
            minimum: 1,
            description: 'How long an override can last.',
          },
          approval: {
            type: 'string',
            enum: ['required', 'none'],
            description: 'Whether somebody else has to approve a request.',
          },
        },
      },
      Outcome: {
        type: 'string',
        description:
          'What a check comes to. `unknown`: a fact is missing, or its source failed.\n',
        enum: ['pass', 'fail', 'unknown', 'exempt', 'notApplicable'],
      },
      FactBasis: {
        type: 'string',
        description: 'Whether somebody wrote a fact, or it was seen.',
        enum: ['declared', 'observed'],
      },
      FactDefinition: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'type', 'basis', 'description'],
        properties: {
          name: { type: 'string' },
          type: {
            type: 'object',
            description: 'The type, with what lists and mappings hold.',
            additionalProperties: true,
          },
          basis: { $ref: '#/components/schemas/FactBasis' },
          description: { type: 'string' },
        },
      },
      FactList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/FactDefinition' },
          },
        },
      },
      ScorecardLevel: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          color: { type: 'string' },
          description: { type: 'string' },
        },
      },
      ScorecardCheckDetails: {
        type: 'object',
        additionalProperties: false,
        required: [
          'id',
          'title',
          'level',
          'weight',
          'effort',
          'why',
          'fix',
          'condition',
          'basis',
        ],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          level: {
            type: 'string',
            description: 'Id of the lowest level that needs the check.',
          },
          weight: { type: 'number' },
          effort: { type: 'string', enum: ['small', 'medium', 'large'] },
          why: { type: 'string', description: 'Markdown.' },
          fix: {
            type: 'object',
            additionalProperties: false,
            required: ['text'],
            properties: {
              text: { type: 'string', description: 'Markdown.' },
              section: {
                type: 'string',
                description: 'Section of the handover that the fix is in.',
              },
              link: { type: 'string' },
            },
          },
          when: {
            type: 'string',
            description: 'CEL. The check applies only where it is true.',
          },
          condition: { type: 'string', description: 'CEL.' },
          enforcedFrom: {
            type: 'string',
            format: 'date',
            description: 'The day from which the check counts.',
          },
          basis: {
            type: 'array',
            items: { $ref: '#/components/schemas/FactBasis' },
          },
        },
      },
      ScorecardDetails: {
        type: 'object',
        description: 'A scorecard that is in force.',
        additionalProperties: false,
        required: ['name', 'version', 'title', 'owner', 'levels', 'checks'],
        properties: {
          name: { type: 'string' },
          version: { type: 'string', description: 'Digest of the definition.' },
          title: { type: 'string' },
          description: { type: 'string', description: 'Markdown.' },
          owner: { type: 'string' },
          levels: {
            type: 'array',
            description: 'The lowest first.',
            items: { $ref: '#/components/schemas/ScorecardLevel' },
          },
          checks: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardCheckDetails' },
          },
        },
      },
      ScorecardLocation: {
        type: 'object',
        additionalProperties: false,
        required: ['location', 'problems', 'checkedAt'],
        properties: {
          location: { type: 'string' },
          problems: {
            type: 'array',
            items: { $ref: '#/components/schemas/Problem' },
          },
          failingSince: { type: 'string', format: 'date-time' },
          checkedAt: { type: 'string', format: 'date-time' },
        },
      },
      ScorecardList: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'locations'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardDetails' },
          },
          locations: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardLocation' },
          },
        },
      },
      DecidingFact: {
        type: 'object',
        description:
          'A fact that a check was decided from. It has a value, is missing, or is too long to be kept.',
        additionalProperties: false,
        required: ['path'],
        properties: {
          path: { type: 'string' },
          value: {},
          missing: { type: 'string', description: 'Why there is no value.' },
          omitted: {
            type: 'boolean',
            description: 'Whether the value is too long to be kept.',
          },
        },
      },
      CheckResult: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'outcome', 'counts', 'facts'],
        properties: {
          id: { type: 'string' },
          outcome: { $ref: '#/components/schemas/Outcome' },
          counts: {
            type: 'boolean',
            description: 'Whether the check changes level and score already.',
          },
          facts: {
            type: 'array',
            items: { $ref: '#/components/schemas/DecidingFact' },
          },
          reason: {
            type: 'string',
            description: 'Why the outcome is unknown.',
          },
        },
      },
      OutcomeWeights: {
        type: 'object',
        description: 'Weight of the counting checks by outcome.',
        additionalProperties: false,
        required: ['pass', 'fail', 'unknown', 'exempt', 'notApplicable'],
        properties: {
          pass: { type: 'number' },
          fail: { type: 'number' },
          unknown: { type: 'number' },
          exempt: { type: 'number' },
          notApplicable: { type: 'number' },
        },
      },
      EntityScorecard: {
        type: 'object',
        additionalProperties: false,
        required: ['scorecard', 'result'],
        properties: {
          scorecard: { $ref: '#/components/schemas/ScorecardDetails' },
          result: {
            type: 'object',
            additionalProperties: false,
            required: [
              'version',
              'levelHeld',
              'weights',
              'checks',
              'revision',
              'evaluatedAt',
              'changedAt',
            ],
            properties: {
              version: { type: 'string' },
              level: { type: 'string' },
              levelHeld: { type: 'boolean' },
              score: { type: 'number', minimum: 0, maximum: 1 },
              weights: { $ref: '#/components/schemas/OutcomeWeights' },
              checks: {
                type: 'array',
                items: { $ref: '#/components/schemas/CheckResult' },
              },
              revision: { type: 'integer', minimum: 0 },
              evaluatedAt: { type: 'string', format: 'date-time' },
              changedAt: { type: 'string', format: 'date-time' },
            },
          },
        },
      },
      EntityScorecards: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'initiatives'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/EntityScorecard' },
          },
          initiatives: {
            type: 'array',
            description:
              'Initiatives that have started, those that end first before others.',
            items: { $ref: '#/components/schemas/EntityInitiative' },
          },
          badges: {
            type: 'boolean',
            description:
              'Whether `getBadgeUrl` has addresses; absent if no keys are configured.',
          },
        },
      },
      BadgeUrl: {
        type: 'object',
        additionalProperties: false,
        required: ['url'],
        properties: {
          url: { type: 'string' },
          expiresAt: { type: 'string', format: 'date-time' },
        },
      },
      ScorecardResultSummary: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'levelHeld', 'changedAt'],
        properties: {
          entityRef: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          system: { type: 'string' },
          tier: { type: 'integer' },
          level: {
            type: 'string',
            description: 'Id of the level. Absent below the lowest.',
          },
          levelHeld: {
            type: 'boolean',
            description:
              'Whether it is the last known level, as something is unknown.',
          },
          score: { type: 'number', minimum: 0, maximum: 1 },
          changedAt: { type: 'string', format: 'date-time' },
        },
      },
      ScorecardTrend: {
        type: 'object',
        additionalProperties: false,
        required: ['days'],
        properties: {
          days: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardTrendDay' },
          },
        },
      },
      ScorecardTrendDay: {
        type: 'object',
        additionalProperties: false,
        required: ['day', 'entities', 'levels'],
        properties: {
          day: { type: 'string', format: 'date' },
          entities: { type: 'integer', minimum: 0 },
          levels: {
            type: 'object',
            description: 'By id of the level; `none` below the lowest.',
            additionalProperties: { type: 'integer', minimum: 0 },
          },
        },
      },
      OwnerChange: {
        type: 'object',
        description: 'Scores are means.',
        additionalProperties: false,
        required: [
          'owner',
          'entities',
          'scoreBefore',
          'score',
          'gained',
          'lost',
        ],
        properties: {
          owner: { type: 'string', description: 'Main owner; empty for none.' },
          entities: { type: 'integer', minimum: 1 },
          scoreBefore: { type: 'number', minimum: 0, maximum: 1 },
          score: { type: 'number', minimum: 0, maximum: 1 },
          gained: {
            type: 'integer',
            minimum: 0,
            description: 'Entities whose level rose.',
          },
          lost: {
            type: 'integer',
            minimum: 0,
            description: 'Entities whose level fell.',
          },
        },
      },
      EntityChange: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'scoreBefore', 'score'],
        properties: {
          entityRef: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          levelBefore: {
            type: 'string',
            description: 'Absent below the lowest.',
          },
          level: { type: 'string', description: 'Absent below the lowest.' },
          scoreBefore: { type: 'number', minimum: 0, maximum: 1 },
          score: { type: 'number', minimum: 0, maximum: 1 },
        },
      },
      ScorecardChanges: {
        type: 'object',
        additionalProperties: false,
        required: ['since', 'entities', 'gained', 'lost', 'owners', 'services'],
        properties: {
          since: { type: 'string', format: 'date-time' },
          entities: {
            type: 'integer',
            minimum: 0,
            description: 'Entities with a result then and now.',
          },
          gained: {
            type: 'integer',
            minimum: 0,
            description: 'Entities whose level rose.',
          },
          lost: {
            type: 'integer',
            minimum: 0,
            description: 'Entities whose level fell.',
          },
          owners: {
            type: 'object',
            additionalProperties: false,
            required: ['gains', 'drops'],
            properties: {
              gains: {
                type: 'array',
                items: { $ref: '#/components/schemas/OwnerChange' },
              },
              drops: {
                type: 'array',
                items: { $ref: '#/components/schemas/OwnerChange' },
              },
            },
          },
          services: {
            type: 'object',
            additionalProperties: false,
            required: ['gains', 'drops'],
            properties: {
              gains: {
                type: 'array',
                items: { $ref: '#/components/schemas/EntityChange' },
              },
              drops: {
                type: 'array',
                items: { $ref: '#/components/schemas/EntityChange' },
              },
            },
          },
        },
      },
      ScorecardPreview: {
        type: 'object',
        additionalProperties: false,
        properties: {
          next: {
            type: 'object',
            description: 'Absent if every check counts already.',
            additionalProperties: false,
            required: ['day', 'checks', 'entities', 'lost'],
            properties: {
              day: {
                type: 'string',
                format: 'date',
                description:
                  'The next day on which checks begin to count, in UTC.',
              },
              checks: {
                type: 'array',
                items: {
                  type: 'object',
                  additionalProperties: false,
                  required: ['id', 'outcomes'],
                  properties: {
                    id: { type: 'string' },
                    outcomes: { $ref: '#/components/schemas/OutcomeNumbers' },
                  },
                },
              },
              entities: {
                type: 'integer',
                minimum: 0,
                description: 'Entities with a result.',
              },
              lost: {
                type: 'integer',
                minimum: 0,
                description: 'Entities whose level falls on that day.',
              },
            },
          },
        },
      },
      ScorecardResultPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardResultSummary' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      OpenCheck: {
        type: 'object',
        description: 'A check that an entity does not pass.',
        additionalProperties: false,
        required: ['entityRef', 'scorecard', 'check', 'outcome'],
        properties: {
          entityRef: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          system: { type: 'string' },
          tier: { type: 'integer' },
          scorecard: { type: 'string', description: 'Name of the scorecard.' },
          check: { type: 'string', description: 'Id of the check.' },
          outcome: { type: 'string', enum: ['fail', 'unknown'] },
          reason: {
            type: 'string',
            description: 'Why the outcome is unknown.',
          },
          exemption: { $ref: '#/components/schemas/Exemption' },
          upcoming: { $ref: '#/components/schemas/UpcomingCheck' },
        },
      },
      UpcomingCheck: {
        type: 'object',
        description:
          'What happens to the level on the day on which the check begins to count,\nif nothing else changes until then. Other checks can begin to count with\nit. Absent while the entity has no result of the scorecard as it is now.\n',
        additionalProperties: false,
        properties: {
          level: {
            type: 'string',
            description: 'Id of the level now. Absent below the lowest.',
          },
          levelThen: {
            type: 'string',
            description: 'Id of the level then. Absent below the lowest.',
          },
        },
      },
      OpenCheckPage: {
        type: 'object',
        additionalProperties: false,
        required: [
          'items',
          'totalItems',
          'openEntities',
          'entities',
          'scorecards',
        ],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/OpenCheck' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
          openEntities: {
            type: 'integer',
            minimum: 0,
            description: 'How many entities have open checks.',
          },
          entities: {
            type: 'integer',
            minimum: 0,
            description:
              'How many entities were evaluated, with open checks or without.',
          },
          scorecards: {
            type: 'array',
            description:
              'The scorecards that were asked for, each with the checks that `items`\nname.\n',
            items: { $ref: '#/components/schemas/ScorecardDetails' },
          },
        },
      },
      LevelNumbers: {
        type: 'object',
        description:
          'Number of entities by id of the level; `none` below the lowest.',
        additionalProperties: { type: 'integer', minimum: 0 },
      },
      ScorecardCounts: {
        type: 'object',
        additionalProperties: false,
        required: [
          'entities',
          'levels',
          'held',
          'checks',
          'groups',
          'omittedGroups',
        ],
        properties: {
          entities: { type: 'integer', minimum: 0 },
          levels: { $ref: '#/components/schemas/LevelNumbers' },
          held: { type: 'integer', minimum: 0 },
          score: { type: 'number', minimum: 0, maximum: 1 },
          checks: {
            type: 'object',
            description:
              'Number of entities by outcome, for each check that counts.',
            additionalProperties: {
              type: 'object',
              additionalProperties: { type: 'integer', minimum: 0 },
            },
          },
          groups: {
            type: 'array',
            description: 'The largest first.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['ref', 'entities', 'levels', 'held'],
              properties: {
                ref: {
                  type: 'string',
                  description: 'Of the owner or the system; empty for none.',
                },
                entities: { type: 'integer', minimum: 0 },
                levels: { $ref: '#/components/schemas/LevelNumbers' },
                held: { type: 'integer', minimum: 0 },
                score: { type: 'number', minimum: 0, maximum: 1 },
              },
            },
          },
          omittedGroups: { type: 'integer', minimum: 0 },
        },
      },
      ScorecardHistoryEntry: {
        type: 'object',
        additionalProperties: false,
        required: ['at', 'version', 'levelHeld', 'outcomes'],
        properties: {
          at: { type: 'string', format: 'date-time' },
          version: { type: 'string' },
          level: { type: 'string' },
          levelHeld: { type: 'boolean' },
          score: { type: 'number', minimum: 0, maximum: 1 },
          outcomes: {
            type: 'object',
            additionalProperties: { $ref: '#/components/schemas/Outcome' },
          },
        },
      },
      ScorecardHistoryPage: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'totalItems'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardHistoryEntry' },
          },
          nextCursor: { type: 'string' },
          totalItems: { type: 'integer', minimum: 0 },
        },
      },
      PlannedLevels: {
        type: 'object',
        additionalProperties: false,
        required: ['entities', 'levels', 'held'],
        properties: {
          entities: { type: 'integer', minimum: 0 },
          levels: { $ref: '#/components/schemas/LevelNumbers' },
          held: {
            type: 'integer',
            minimum: 0,
            description: 'Entities whose level is only the last known one.',
          },
          score: { type: 'number', minimum: 0, maximum: 1 },
        },
      },
      PlannedChangeKind: {
        type: 'string',
        description:
          'An entity loses or gains a level, leaves or enters the scope, or has its\nlevel under another id.\n',
        enum: ['lost', 'left', 'renamed', 'gained', 'entered'],
      },
      PlannedChangeNumbers: {
        type: 'object',
        description: 'Number of entities by kind of change.',
        additionalProperties: false,
        required: ['lost', 'left', 'renamed', 'gained', 'entered'],
        properties: {
          lost: { type: 'integer', minimum: 0 },
          left: { type: 'integer', minimum: 0 },
          renamed: { type: 'integer', minimum: 0 },
          gained: { type: 'integer', minimum: 0 },
          entered: { type: 'integer', minimum: 0 },
        },
      },
      OutcomeNumbers: {
        type: 'object',
        description: 'Number of entities by outcome.',
        additionalProperties: false,
        properties: {
          pass: { type: 'integer', minimum: 0 },
          fail: { type: 'integer', minimum: 0 },
          unknown: { type: 'integer', minimum: 0 },
          exempt: { type: 'integer', minimum: 0 },
          notApplicable: { type: 'integer', minimum: 0 },
        },
      },
      PlannedCheck: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'level', 'counts', 'unknown'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          level: { type: 'string' },
          counts: {
            type: 'boolean',
            description: 'Whether it counts after the change.',
          },
          enforcedFrom: {
            type: 'string',
            format: 'date',
            description: 'The day from which the check counts.',
          },
          before: {
            $ref: '#/components/schemas/OutcomeNumbers',
            description: 'Absent if the check is new or does not count yet.',
          },
          after: {
            $ref: '#/components/schemas/OutcomeNumbers',
            description: 'Absent if the check is removed.',
          },
          unknown: {
            type: 'array',
            maxItems: 20,
            description:
              'Facts that are missing where it is unknown, the most frequent first.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['reason', 'entities'],
              properties: {
                fact: {
                  type: 'string',
                  description: 'Absent if something else is the reason.',
                },
                reason: { type: 'string' },
                entities: { type: 'integer', minimum: 1 },
              },
            },
          },
        },
      },
      PlannedOwner: {
        type: 'object',
        additionalProperties: false,
        required: ['ref', 'changes'],
        properties: {
          ref: {
            type: 'string',
            description:
              'Entity reference; empty for entities without an owner.',
          },
          changes: { $ref: '#/components/schemas/PlannedChangeNumbers' },
        },
      },
      PlannedChange: {
        type: 'object',
        additionalProperties: false,
        required: ['entityRef', 'change', 'levelHeld', 'checks'],
        properties: {
          entityRef: { type: 'string' },
          owner: { type: 'string' },
          change: { $ref: '#/components/schemas/PlannedChangeKind' },
          before: {
            type: 'string',
            description: 'Id of the level now. Absent below the lowest.',
          },
          after: {
            type: 'string',
            description: 'Id of the level after the change.',
          },
          levelHeld: {
            type: 'boolean',
            description: 'Whether that is only the last known level.',
          },
          checks: {
            type: 'array',
            maxItems: 10,
            description: 'Checks that cost it the level.',
            items: { type: 'string' },
          },
        },
      },
      ScorecardPlan: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'title',
          'levels',
          'inForce',
          'at',
          'before',
          'after',
          'outdated',
          'changed',
          'checks',
          'owners',
          'omittedOwners',
          'changes',
          'omittedChanges',
        ],
        properties: {
          name: { type: 'string' },
          title: { type: 'string' },
          levels: {
            type: 'array',
            description: 'The lowest first.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['id', 'title'],
              properties: { id: { type: 'string' }, title: { type: 'string' } },
            },
          },
          inForce: {
            type: 'boolean',
            description: 'Whether a scorecard of this name is in force.',
          },
          at: { type: 'string', format: 'date-time' },
          before: { $ref: '#/components/schemas/PlannedLevels' },
          after: { $ref: '#/components/schemas/PlannedLevels' },
          outdated: {
            type: 'integer',
            minimum: 0,
            description:
              'Entities in the scope of the scorecard in force that it was not\nevaluated for yet.\n',
          },
          changed: { $ref: '#/components/schemas/PlannedChangeNumbers' },
          checks: {
            type: 'array',
            description: 'Those that are removed come last.',
            items: { $ref: '#/components/schemas/PlannedCheck' },
          },
          owners: {
            type: 'array',
            maxItems: 500,
            description:
              'Owners of entities that change; those that lose most first.',
            items: { $ref: '#/components/schemas/PlannedOwner' },
          },
          omittedOwners: { type: 'integer', minimum: 0 },
          changes: {
            type: 'array',
            maxItems: 1000,
            description: 'Entities that change; the largest losses first.',
            items: { $ref: '#/components/schemas/PlannedChange' },
          },
          omittedChanges: { type: 'integer', minimum: 0 },
        },
      },
      ScorecardPlanResult: {
        type: 'object',
        additionalProperties: false,
        required: ['valid', 'problems'],
        properties: {
          valid: {
            type: 'boolean',
            description:
              "Whether the scorecard can be put in force. Warnings don't prevent that.",
          },
          problems: {
            type: 'array',
            items: { $ref: '#/components/schemas/Problem' },
          },
          plan: { $ref: '#/components/schemas/ScorecardPlan' },
        },
      },
      TriggerHistory: {
        type: 'object',
        description:
          'Results of a query at regular times, null where there is none.',
        additionalProperties: false,
        required: ['from', 'stepSeconds', 'values'],
        properties: {
          from: {
            type: 'string',
            format: 'date-time',
            description: 'The time of the first value.',
          },
          stepSeconds: { type: 'number', exclusiveMinimum: 0 },
          values: { type: 'array', items: { type: ['number', 'null'] } },
        },
      },
      EvaluatedTrigger: {
        type: 'object',
        description: 'A rollback trigger with a query, and whether it is met.',
        additionalProperties: false,
        required: ['text', 'query', 'state'],
        properties: {
          text: { type: 'string' },
          query: {
            type: 'string',
            description: 'A PromQL expression that returns one series.',
          },
          above: {
            type: 'number',
            description:
              'The trigger is met if the result is above this value.',
          },
          below: {
            type: 'number',
            description:
              'The trigger is met if the result is below this value.',
          },
          for: {
            type: 'string',
            description:
              'How long the result must stay beyond the limit, as an ISO 8601 duration.',
          },
          unit: {
            type: 'string',
            description: 'For example `ratio` or `seconds`.',
          },
          state: { type: 'string', enum: ['met', 'notMet', 'unknown'] },
          reason: {
            type: 'string',
            description: 'Why the state is `unknown`.',
            enum: [
              'noSource',
              'queryFailed',
              'noData',
              'severalSeries',
              'notANumber',
              'stale',
              'gaps',
            ],
          },
          message: {
            type: 'string',
            description: 'What failed, if the reason is `queryFailed`.',
          },
          value: { type: 'number', description: 'The latest result.' },
          at: {
            type: 'string',
            format: 'date-time',
            description:
              'The time of the latest result. The samples behind it may be older.\n',
          },
          since: {
            type: 'string',
            format: 'date-time',
            description: 'Since when results have been beyond the limit.',
          },
          orEarlier: {
            type: 'boolean',
            description:
              'Whether results may have been beyond the limit before `since`.',
          },
          history: { $ref: '#/components/schemas/TriggerHistory' },
          source: { type: 'string', description: 'Id of the metrics source.' },
          url: { type: 'string', description: 'The results in the source.' },
        },
      },
      MetricsSourceState: {
        type: 'object',
        description: 'The state of a system from which metrics are read.',
        additionalProperties: false,
        required: ['id', 'title', 'status', 'checkedAt'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'string', enum: ['ok', 'failing'] },
          message: { type: 'string' },
          checkedAt: { type: 'string', format: 'date-time' },
        },
      },
      TriggerWatch: {
        type: 'object',
        description:
          'A production deployment after which triggers are watched.',
        additionalProperties: false,
        required: ['environment', 'deployedAt', 'until'],
        properties: {
          environment: { type: 'string' },
          version: { type: 'string' },
          deployedAt: { type: 'string', format: 'date-time' },
          outcome: {
            type: 'string',
            description: 'Set if the deployment has not succeeded.',
            enum: ['running', 'failed'],
          },
          until: {
            type: 'string',
            format: 'date-time',
            description: 'When the triggers are no longer watched.',
          },
          decideBy: {
            type: 'string',
            format: 'date-time',
            description: 'The deadline for the decision, if a trigger is met.',
          },
        },
      },
      RollbackTriggers: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'sources'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/EvaluatedTrigger' },
          },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/MetricsSourceState' },
          },
          watch: { $ref: '#/components/schemas/TriggerWatch' },
          watchUnknown: {
            type: 'boolean',
            description: 'Whether the last deployment could not be read.',
          },
        },
      },
    },
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
          'The token of a Backstage plugin, or a token configured in\n`backend.auth.externalAccess`.\n',
      },
      cluster: {
        type: 'http',
        scheme: 'bearer',
        description:
          'The token of a Kubernetes cluster, configured in\n`handover.admission.clusters`.\n',
      },
    },
    parameters: {
      Kind: {
        name: 'kind',
        in: 'path',
        required: true,
        description: 'Kind of the entity. Ignores case.',
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
        description: 'Maximum number of items.',
        schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
      },
      Cursor: {
        name: 'cursor',
        in: 'query',
        description:
          'The `nextCursor` of the previous page. Use the same filters and sort order.',
        schema: { type: 'string', minLength: 1, maxLength: 2000 },
      },
      Owner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description:
          'Entity reference of an owner, or `none` for services without one.',
        schema: { $ref: '#/components/schemas/Strings' },
      },
      OwnerTree: {
        name: 'ownerTree',
        in: 'query',
        description:
          'Whether `owner` includes all groups below the given ones, at any depth.',
        schema: { type: 'boolean' },
      },
      System: {
        name: 'system',
        in: 'query',
        allowReserved: true,
        description:
          'Entity reference of the system, or `none` for services without one.',
        schema: { $ref: '#/components/schemas/Strings' },
      },
      Domain: {
        name: 'domain',
        in: 'query',
        allowReserved: true,
        description:
          "Entity reference of the service's domain, or else of its system's domain.\n`none` matches services without either.\n",
        schema: { $ref: '#/components/schemas/Strings' },
      },
      Tier: {
        name: 'tier',
        in: 'query',
        description: 'Service tier, 1 to 4.',
        schema: {
          type: 'array',
          maxItems: 4,
          items: { type: 'integer', minimum: 1, maximum: 4 },
        },
      },
      CoverageMin: {
        name: 'coverageMin',
        in: 'query',
        description: 'Minimum coverage ratio, inclusive.',
        schema: { type: 'number', minimum: 0, maximum: 1 },
      },
      CoverageMax: {
        name: 'coverageMax',
        in: 'query',
        description: 'Maximum coverage ratio, inclusive.',
        schema: { type: 'number', minimum: 0, maximum: 1 },
      },
      Status: {
        name: 'status',
        in: 'query',
        schema: {
          type: 'array',
          maxItems: 4,
          items: { $ref: '#/components/schemas/DocumentStatus' },
        },
      },
      Stale: {
        name: 'stale',
        in: 'query',
        description: 'Whether the review of the document is overdue.',
        schema: { type: 'boolean' },
      },
      Level: {
        name: 'level',
        in: 'query',
        allowReserved: true,
        description:
          'A scorecard and one of its levels, as `<scorecard>:<level>`. `none` as level\nmatches services below the lowest.\n',
        schema: {
          type: 'array',
          maxItems: 50,
          items: {
            type: 'string',
            maxLength: 127,
            pattern: '^[a-z0-9]+(-[a-z0-9]+)*:[a-z0-9]+(-[a-z0-9]+)*$',
          },
        },
      },
      Words: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description:
          "Words that must all occur in the entity's name, title, owner, system or tags.",
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      ExemptionId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of the exemption.',
        schema: { type: 'string', format: 'uuid' },
      },
      Change: {
        name: 'change',
        in: 'query',
        description: 'The kind of change.',
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
        description: 'The time to decide for. Defaults to now.',
        schema: { $ref: '#/components/schemas/Instant' },
      },
      InitiativeId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of the initiative.',
        schema: { type: 'string', format: 'uuid' },
      },
      OverrideId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of the override.',
        schema: { type: 'string', format: 'uuid' },
      },
      ResultOwner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description: 'Entity reference of the owner.',
        schema: { $ref: '#/components/schemas/Strings' },
      },
      ResultWithin: {
        name: 'within',
        in: 'query',
        allowReserved: true,
        description:
          'Groups. Only entities that one of them or a group below it owns.',
        schema: { $ref: '#/components/schemas/Strings' },
      },
      ResultSystem: {
        name: 'system',
        in: 'query',
        allowReserved: true,
        description: 'Entity reference of the system.',
        schema: { $ref: '#/components/schemas/Strings' },
      },
      ResultDomain: {
        name: 'domain',
        in: 'query',
        allowReserved: true,
        description:
          "Entity reference of the entity's domain, or else of its system's domain.\n",
        schema: { $ref: '#/components/schemas/Strings' },
      },
      Scorecard: {
        name: 'scorecard',
        in: 'path',
        required: true,
        description: 'Name of the scorecard.',
        schema: {
          type: 'string',
          pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
          maxLength: 63,
        },
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
          "The caller doesn't have the permission, or uses the wrong kind of credentials.",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      NotFound: {
        description: "The entity or revision doesn't exist.",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      TooLarge: {
        description: 'The body is longer than the limit of this route.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      TooManyRequests: {
        description: 'The caller sent too many requests.',
        headers: {
          'Retry-After': {
            description: 'Seconds after which to try again.',
            schema: { type: 'integer', minimum: 0 },
          },
        },
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      Unavailable: {
        description:
          'Too many requests of this kind are waiting. Try again later.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      UnsupportedMediaType: {
        description: "The route doesn't accept the media type of the body.",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
      Conflict: {
        description: "The state of the document or exemption doesn't allow it.",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/ErrorBody' },
          },
        },
      },
    },
    headers: {
      ETag: {
        description: 'Starts with the number of the current revision.',
        schema: { type: 'string' },
      },
    },
  },
};
