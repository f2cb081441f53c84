import { describe, expect, it } from 'vitest';
import type { ChangeRoute } from '../../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES } from '../../../graph-data/contract/change-routes.ts';
import { toOpenApi } from '../../../graph-data/contract/openapi.ts';
import { API_ROOT } from '../../../graph-data/contract/routes.ts';

interface Described {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema?: { readonly properties?: object } }>;
  };
}
const description = toOpenApi('1.0.0');
const paths = description['paths'] as Record<string, Record<string, Described>>;
const routes = Object.entries(CHANGE_ROUTES) as [string, ChangeRoute][];

describe('the description of the API', () => {
  it.each(routes)(
    'when %s is looked up, then its method, body and headers are those of the route',
    (operation, route) => {
      const described = paths[`${API_ROOT}${route.path}`]?.[route.method];
      expect(described?.operationId).toBe(operation);
      expect(Object.keys(described?.requestBody?.content ?? {})).toEqual([...(route.body?.mediaTypes ?? [])]);
      const json = described?.requestBody?.content['application/json'];
      expect(json?.schema === undefined).toBe(route.body?.schema === undefined);
      const headers = described?.parameters
        .filter((parameter) => parameter.in === 'header')
        .map(({ name }) => name);
      expect(headers).toEqual([
        ...(route.method === 'post' ? ['Idempotency-Key'] : []),
        ...(route.hasIfMatch === true ? ['If-Match'] : []),
      ]);
    },
  );

  it('when one address takes several methods, then each is described', () => {
    expect(Object.keys(paths[`${API_ROOT}/claims/{id}`] ?? {}).sort()).toEqual(['get', 'patch']);
    expect(Object.keys(paths[`${API_ROOT}/documents`] ?? {}).sort()).toEqual(['get', 'post']);
  });

  it('when every reference is followed, then it leads to a component', () => {
    const schemas = (description['components'] as { schemas: Record<string, unknown> }).schemas;
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, target = '']) => target,
    );
    expect(references.length).toBeGreaterThan(50);
    for (const target of new Set(references))
      expect(schemas).toHaveProperty([target.replace('#/components/schemas/', '')]);
  });
});
