import type { Operation, Route } from './routes.ts';
import { ROUTES } from './routes.ts';

/** A pattern of the whole path of a route; what stands in its braces is the group. */
export function toPathPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '([^/]+)')}$`);
}

const PATTERNS = (Object.entries(ROUTES) as [Operation, Route][]).map(([operation, { path }]) => ({
  operation,
  pattern: toPathPattern(path),
}));

/**
 * The call that a path below `/api/v1` asks for, and what stands in its braces, decoded; undefined where there is none. Throws
 * URIError on broken percent-encoding.
 */
export function matchRoute(path: string): { readonly operation: Operation; readonly id: string } | undefined {
  for (const { operation, pattern } of PATTERNS) {
    const match = pattern.exec(path);
    if (match !== null) return { operation, id: decodeURIComponent(match[1] ?? '') };
  }
  return undefined;
}
