import type { ReactNode } from 'react';
import { toFullAddress } from '../../state/embed-address.ts';
import type { PageState } from '../../state/page-state.ts';
import { Icon } from '../frame/icon.tsx';
import { useLoaded, usePage } from '../page-context.ts';

/** Leads to an address of the network in a tab of its own; any other scheme, as data from outside may hold, is no link. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return null;
  return (
    <a className="embed-link" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <Icon name="outside" />
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  );
}

interface FullViewLinkProps {
  /** What is different there. */
  readonly change?: (page: PageState) => PageState;
  readonly children: ReactNode;
}

/** Leads to the same in the full page, in a tab of its own. */
export function FullViewLink({ change = (page) => page, children }: FullViewLinkProps) {
  const page = usePage((state) => state.page);
  const linkVersion = usePage((state) => state.linkVersion);
  const version = useLoaded()?.meta.version ?? linkVersion;
  return <OutsideLink href={toFullAddress(location.href, change(page), version)}>{children}</OutsideLink>;
}
