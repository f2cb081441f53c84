import { z } from 'zod';
import { PROBLEMS, problemSchema } from './problems.ts';
import type { Route } from './routes.ts';
import { API_ROOT, COMMON_PROBLEMS, ROUTES } from './routes.ts';
import type { ChangeRoute } from './change-routes.ts';
import { CHANGE_ROUTES, LONGEST_KEY } from './change-routes.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of the whole API, made from the routes, queries, answers and problems. */
export function toOpenApi(version: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  const add = (operationId: string, route: Route & Partial<ChangeRoute>): void => {
    const path = (paths[`${API_ROOT}${route.path}`] ??= {});
    path[route.method ?? 'get'] = toOperation(operationId, route, components);
  };
  for (const [operationId, route] of Object.entries(ROUTES) as [string, Route][]) add(operationId, route);
  for (const [operationId, route] of Object.entries(CHANGE_ROUTES) as [string, ChangeRoute][])
    add(operationId, route);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Onrecord',
      version,
      description: 'Who says what about whom: actors, their stated relations, and the sentence behind each.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: components, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    // Nothing is needed on a loopback address; elsewhere a token, for what it gives its bearer.
    security: [{}, { token: [] }],
  };
}

function toOperation(operationId: string, route: Route & Partial<ChangeRoute>, components: Json): Json {
  const responses: Json = {
    [String(route.status ?? 200)]: {
      description: route.status === 202 ? 'Accepted' : route.status === 201 ? 'Created' : 'OK',
      content: toContent(route, components),
    },
  };
  const byStatus = Map.groupBy([...COMMON_PROBLEMS, ...route.problems], (code) => PROBLEMS[code].status);
  for (const [status, codes] of [...byStatus].sort(([a], [b]) => a - b)) {
    responses[String(status)] = {
      description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join('; '),
      content: { 'application/problem+json': { schema: toReference(problemSchema, components) } },
    };
  }
  return {
    operationId,
    summary: route.summary,
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(route.body === undefined ? {} : { requestBody: toRequestBody(route.body, components) }),
    responses,
  };
}

function toRequestBody(
  { mediaTypes, description, schema }: NonNullable<ChangeRoute['body']>,
  components: Json,
): Json {
  const json = schema === undefined ? {} : { schema: toReference(schema, components, 'input') };
  return {
    required: true,
    ...(description === undefined ? {} : { description }),
    content: Object.fromEntries(
      mediaTypes.map((mediaType) => [mediaType, mediaType === 'application/json' ? json : {}]),
    ),
  };
}

function headerParameters({ method, hasIfMatch }: Partial<ChangeRoute>): Json[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'sent again with the same request within 24 hours, it answers what was answered first',
    schema: { type: 'string', maxLength: LONGEST_KEY },
  };
  const match = {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'the version at which it was read, in quotation marks: refused where it was changed since',
    schema: { type: 'string' },
  };
  return [...(method === 'post' ? [key] : []), ...(hasIfMatch === true ? [match] : [])];
}

function toContent(route: Route, components: Json): Json {
  if ('mediaType' in route.answer) return { [route.answer.mediaType]: {} };
  return { 'application/json': { schema: toReference(route.answer, components) } };
}

function pathParameters(route: Route): Json[] {
  return [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(route: Route): Json[] {
  const schema = z.toJSONSchema(route.query, { io: 'input', override: tidy });
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const { description, ...rest } = property as Json;
    return {
      name,
      in: 'query',
      required: schema.required?.includes(name) ?? false,
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

/** Puts a schema's named parts among the components, and answers the schema, or a reference where it is named itself. */
function toReference(schema: z.ZodType, components: Json, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _, $defs, ...own } = z.toJSONSchema(schema, { io, override: tidy }) as Json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Json))
    components[name] = relocate(definition);
  return relocate(own) as Json;
}

/** Numbers travel as text in the URL but are described as numbers; bounds that only say "safe integer" are left out. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.type !== 'integer') return;
  delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** `#/$defs/X` becomes `#/components/schemas/X`, all the way down. */
function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocate);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string'
        ? inner.replace(/^#\/\$defs\//, '#/components/schemas/')
        : relocate(inner),
    ]),
  );
}
