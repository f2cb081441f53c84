import { useEffect, useState } from 'react';
import { toUrlQuery } from '../../state/url-state.ts';
import { useLoaded, usePage } from '../page-context.ts';
import { Icon } from './icon.tsx';

const SHOWN_MS = 2500;

/** Copies the address of what is shown, the data's version included, and says so. */
export function CopyLink() {
  const page = usePage((state) => state.page);
  const version = useLoaded()?.meta.version ?? null;
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome === null) return;
    const timer = setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const onCopy = async (): Promise<void> => {
    const link = new URL(location.pathname, location.origin);
    link.search = toUrlQuery(page, version) || (version === null ? '' : `v=${version}`);
    try {
      await navigator.clipboard.writeText(link.href);
      setOutcome('copied');
    } catch {
      setOutcome('refused'); // the address bar holds the same link
    }
  };
  return (
    <span className="copy-link">
      <button type="button" className="action" onClick={() => void onCopy()}>
        <Icon name="link" />
        <span>Copy link</span>
      </button>
      <span className="action-outcome" role="status">
        {outcome === 'copied' && 'Link copied'}
        {outcome === 'refused' && 'Copy it from the address bar'}
      </span>
    </span>
  );
}
