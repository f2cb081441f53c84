import type { SiteManifest } from '../../../graph-data/site/site-manifest.ts';
import { SITE_META } from '../../../graph-data/site/site-manifest.ts';
import { escapeHtml } from '../../api/escape-html.ts';
import { toPolicyText } from '../../api/page-policy.ts';

/** Read before anything else of the page, so that the policy holds for all of it. */
const CHARSET = '<meta charset="utf-8" />';
const TITLE = /<title>[^<]*<\/title>/;
const NO_SCRIPT = /(<noscript\s*>)[^<]*(<\/noscript\s*>)/;

/**
 * The built page as the page of a published site: it says so, carries the policy that a web server of ours would send as a
 * header, and loads the site's client beside the program. Throws where the page is not built as this expects.
 * @param client the path of the client's file below the page
 */
export function toSitePage(html: string, manifest: SiteManifest, client: string): string {
  for (const part of [CHARSET, TITLE, NO_SCRIPT])
    if (html.search(part) < 0) throw new Error(`the built page has no ${String(part)}`);
  const head = [
    CHARSET,
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(toPolicyText())}" />`,
    '<meta name="referrer" content="no-referrer" />',
    `<meta name="${SITE_META}" content="${escapeHtml(JSON.stringify(manifest))}" />`,
    `<script type="module" async crossorigin fetchpriority="high" src="./${escapeHtml(client)}"></script>`,
  ].join('\n    ');
  const title = escapeHtml(manifest.title ?? 'Onrecord');
  const words =
    'This page draws a network in your browser and needs JavaScript for it. Its data is in the folder data.';
  // As functions: in a replacement text, `$` has a meaning.
  return html
    .replace(CHARSET, () => head)
    .replace(TITLE, () => `<title>${title}</title>`)
    .replace(NO_SCRIPT, (_all, begin: string, end: string) => `${begin}${words}${end}`);
}
