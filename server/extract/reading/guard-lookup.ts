import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { addressRefused } from './reading-error.ts';

/** Says whether an IP address may be connected to. */
export type AddressCheck = (address: string) => boolean;

/**
 * A look-up whose answer is used only if every address in it may be connected to: passed to a socket, the addresses that are
 * checked are the very ones it connects to, so no second look-up can answer otherwise (DNS rebinding).
 * Fails with OnrecordError `address-refused`; the message does not tell the address, which may be of a private network.
 */
export function guardLookup(lookup: LookupFunction, isAllowed: AddressCheck): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      const first = error === null ? addresses[0] : undefined;
      if (first === undefined) callback(error ?? noAddress(hostname), []);
      else if (!addresses.every(({ address }) => isAllowed(address))) callback(notPublic(hostname), []);
      else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

/** The refusal of a host that is not on the public internet. */
export function notPublic(host: string): Error {
  return addressRefused(`${host.slice(0, 253)} is not on the public internet: only pages there are fetched`);
}

function noAddress(hostname: string): Error {
  return Object.assign(new Error(`${hostname} has no address`), { code: 'ENOTFOUND' });
}
