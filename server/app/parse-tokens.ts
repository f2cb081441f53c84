import type { Role } from '../../graph-data/contract/writes.ts';
import { ROLES } from '../../graph-data/contract/writes.ts';
import type { KnownToken } from '../api/access.ts';
import { hashToken } from '../api/access.ts';

const SHORTEST_TOKEN = 16;
const NAME = /^[^\s:,\p{C}](?:[^:,\p{C}]{0,78}[^\s:,\p{C}])?$/u;

/**
 * Reads `name:token:role`, comma-separated; or answers a line for every part at fault, which never holds a token. Names and
 * tokens must be different from each other: a name says in the ledger who did it.
 */
export function parseTokens(
  text: string,
): { readonly tokens: readonly KnownToken[] } | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const tokens: KnownToken[] = [];
  const [names, hashes] = [new Set<string>(), new Set<string>()];
  for (const [index, part] of text.split(',').entries()) {
    const [name = '', token = '', role = '', ...rest] = part.trim().split(':');
    const hash = hashToken(token);
    const wrong = [
      ...(rest.length > 0 || role === '' ? ['expected name:token:role'] : []),
      ...(NAME.test(name) ? [] : ['expected a name of 1 to 80 characters']),
      ...(names.has(name) ? ['this name is taken by an earlier part'] : []),
      ...(token.length < SHORTEST_TOKEN || !/^[\x21-\x7e]+$/.test(token)
        ? [`expected a token of at least ${SHORTEST_TOKEN} visible ASCII characters`]
        : []),
      ...(hashes.has(toHex(hash)) ? ['this token is that of an earlier part'] : []),
      ...(isRole(role) ? [] : [`expected one of the roles ${ROLES.join(', ')}`]),
    ];
    names.add(name);
    hashes.add(toHex(hash));
    faults.push(...wrong.map((fault) => `part ${index + 1}: ${fault}`));
    if (isRole(role)) tokens.push({ name, role, hash });
  }
  return faults.length > 0 ? { faults } : { tokens };
}

function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
