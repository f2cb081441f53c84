import type { Response } from 'express';
import type { Role } from '../../graph-data/contract/writes.ts';
import type { ClaimScope } from '../store/kept-claims.ts';

/** Who makes a request, as far as the server knows. */
export interface Visitor {
  /** Goes into the ledger; null for one who has not signed in. */
  readonly name: string | null;
  readonly role: Role;
  /** The claims that may be seen: all of them, or the accepted ones. */
  readonly scope: ClaimScope;
}

/** Whoever asks on a loopback address. */
export const OPERATOR: Visitor = { name: 'operator', role: 'admin', scope: 'all' };
/** A reader who has not signed in. */
export const PUBLIC_READER: Visitor = { name: null, role: 'reader', scope: 'accepted' };

/** Remembers who makes the request that this response answers. */
export function setVisitor(response: Response, visitor: Visitor): void {
  (response.locals as { visitor?: Visitor }).visitor = visitor;
}

/** Who makes the request that this response answers; the public where nobody has looked. */
export function visitorOf(response: Response): Visitor {
  return (response.locals as { visitor?: Visitor }).visitor ?? PUBLIC_READER;
}
