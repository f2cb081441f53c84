import type { SiteManifest } from '../../../graph-data/site/site-manifest.ts';
import { toDateWords } from '../words/date-words.ts';
import { toNumberWords } from '../words/count-words.ts';

/** What a published site says of itself on every view: of when it is, that it stays as it is, and who takes corrections. */
export function SiteFoot({ manifest }: { readonly manifest: SiteManifest }) {
  const { title, publishedOn, version } = manifest;
  return (
    <footer className="site-foot">
      <p>
        {title !== null && <strong>{title}</strong>}
        <span>{`Published ${toDateWords(publishedOn)}, version ${toNumberWords(version)}, read-only`}</span>
        <SiteContact manifest={manifest} />
      </p>
    </footer>
  );
}

/** Where corrections go; nothing where no contact was given. */
export function SiteContact({ manifest: { contact } }: { readonly manifest: SiteManifest }) {
  if (contact === null) return null;
  const isWeb = /^https?:\/\//i.test(contact);
  return (
    <span>
      Corrections:{' '}
      <a href={isWeb ? contact : `mailto:${contact}`} {...(isWeb && { target: '_blank', rel: 'noreferrer' })}>
        {contact}
      </a>
    </span>
  );
}
