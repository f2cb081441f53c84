import { SiteContact } from '../site/site-foot.tsx';
import { useServices } from '../page-context.ts';
import { toDateWords } from '../words/date-words.ts';

/** What a reader of a published site should know of it; nothing where a server answers. */
export function AboutSite() {
  const { site } = useServices();
  if (site === null) return null;
  const { manifest } = site;
  return (
    <>
      <h3>About this site</h3>
      <p className="quiet">
        Published {toDateWords(manifest.publishedOn)}, version {manifest.version} of the data, and read-only:
        it holds what had been accepted then, and answers everything in your browser. Where the licence of a
        report does not allow its text to be given, the sentences that claims stand on are here, with a link
        to the report. <SiteContact manifest={manifest} />
      </p>
    </>
  );
}
