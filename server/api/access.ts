import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Role } from '../../graph-data/contract/writes.ts';
import { ROLES } from '../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { isLoopback } from './request-checks.ts';
import type { Visitor } from './visitor.ts';
import { OPERATOR, PUBLIC_READER, setVisitor, visitorOf } from './visitor.ts';

/** Who may sign in: a token is known by its hash alone. */
export interface KnownToken {
  readonly name: string;
  readonly role: Role;
  readonly hash: Uint8Array;
}

export interface AccessOptions {
  /** The address the server listens on. */
  readonly host: string;
  /** They count on an address that others reach, and on a server for reading only. */
  readonly tokens: readonly KnownToken[];
  /** Nothing can be changed, and nobody is the operator. */
  readonly readOnly: boolean;
}

/** SHA-256 of a token: all that is kept of it. */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** True where whoever asks is the operator: a loopback address, unless the server is for reading only. */
export function isOperated({ host, readOnly }: Pick<AccessOptions, 'host' | 'readOnly'>): boolean {
  return isLoopback(host) && !readOnly;
}

/**
 * Finds out who asks: the operator; the bearer of a token, by `Authorization: Bearer`; else the public. A wrong token is
 * refused, so that nobody takes the public's answers for their own. Throws OnrecordError `unauthorised`.
 */
export function recogniseVisitor(options: AccessOptions): RequestHandler {
  if (isOperated(options)) {
    return (_request, response, next) => {
      setVisitor(response, OPERATOR);
      next();
    };
  }
  const { tokens } = options;
  return (request, response, next) => {
    if (tokens.length > 0) response.vary('Authorization');
    const token = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1];
    // Without tokens of our own, a header is some proxy's business.
    if (token === undefined || tokens.length === 0) setVisitor(response, PUBLIC_READER);
    else
      setVisitor(
        response,
        findBearer(tokens, token) ?? refuse(response, 'expected a token that is known here'),
      );
    next();
  };
}

/** Takes as long for any token: every hash is compared to its end. */
function findBearer(tokens: readonly KnownToken[], token: string): Visitor | undefined {
  const hash = hashToken(token);
  let found: Visitor | undefined;
  for (const known of tokens)
    if (timingSafeEqual(known.hash, hash)) found = { name: known.name, role: known.role, scope: 'all' };
  return found;
}

/** Lets those through who have this role or a higher one. Throws OnrecordError `unauthorised` or `forbidden`. */
export function requireRole(role: Role): RequestHandler {
  return (_request, response, next) => {
    const visitor = visitorOf(response);
    if (visitor.name === null) refuse(response, 'expected Authorization: Bearer and a token');
    if (ROLES.indexOf(visitor.role) < ROLES.indexOf(role)) {
      const detail = `expected the role ${role} or a higher one, not ${visitor.role}`;
      throw new OnrecordError('forbidden', detail, [{ pointer: '/header/authorization', detail }]);
    }
    next();
  };
}

function refuse(response: Response, detail: string): never {
  response.set('WWW-Authenticate', 'Bearer');
  throw new OnrecordError('unauthorised', detail, [{ pointer: '/header/authorization', detail }]);
}
