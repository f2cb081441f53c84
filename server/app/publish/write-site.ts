import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { encodeSite, PICTURE_ADDRESS } from '../../../graph-data/site/encode-site.ts';
import type { SiteManifest, SitePart } from '../../../graph-data/site/site-manifest.ts';
import { SITE_FORMAT, SITE_PARTS } from '../../../graph-data/site/site-manifest.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { listFiles, SITE_FILE } from './replace-folder.ts';
import { toSitePage } from './site-page.ts';

/** What a site says of itself beside its data. */
export type SiteFacts = Pick<SiteManifest, 'title' | 'contact' | 'publishedOn'>;

export interface WrittenSite {
  readonly files: number;
  readonly bytes: number;
  /** Of each file as gzip packs it. */
  readonly packedBytes: number;
}

/** The entry of the page's build that asks the site's worker; see vite.config.ts. */
const CLIENT = '../api/site/site-client.ts';
/** Where Vite lists what it has built: for this program alone. */
const BUILD_LIST = '.vite';
/** The page of one picture asks a server; a site's own page gives it with `?embed=1`. */
const SERVED_EMBED = 'embed.html';
const buildSchema = z.looseObject({ [CLIENT]: z.looseObject({ file: z.string() }) });

/**
 * Writes a published site into an empty folder: the built page, the data packed by gzip, and what they are. The same context,
 * page and facts give the same bytes.
 * @param context what the public may see, and nothing else
 * @param pageDir the built page
 */
export async function writeSite(
  folder: string,
  context: ViewContext,
  pageDir: string,
  facts: SiteFacts,
): Promise<WrittenSite> {
  const parts = await encodeSite(context);
  cpSync(pageDir, folder, { recursive: true });
  rmSync(join(folder, BUILD_LIST), { recursive: true });
  rmSync(join(folder, SERVED_EMBED), { force: true });
  mkdirSync(join(folder, 'data'));
  const files = Object.fromEntries(
    SITE_PARTS.map((part) => {
      const packed = gzipSync(parts[part], { level: 9 });
      const hash = createHash('sha256').update(parts[part]).digest('hex').slice(0, 16);
      // A web server packs files of kinds it knows: these come packed already, and browsers unpack them.
      const path = `data/${part}-${hash}.bin`;
      writeFileSync(join(folder, path), packed);
      return [part, path];
    }),
  ) as Record<SitePart, string>;
  const manifest: SiteManifest = {
    format: SITE_FORMAT,
    version: context.network.version,
    ...facts,
    pictureOf: PICTURE_ADDRESS,
    files,
  };
  const build = JSON.parse(readFileSync(join(pageDir, BUILD_LIST, 'manifest.json'), 'utf8')) as unknown;
  const client = buildSchema.parse(build)[CLIENT].file;
  const page = join(folder, 'index.html');
  writeFileSync(page, toSitePage(readFileSync(page, 'utf8'), manifest, client));
  const contents = listFiles(folder);
  writeFileSync(join(folder, SITE_FILE), `${JSON.stringify({ ...manifest, contents }, undefined, 1)}\n`);
  return measure(folder);
}

function measure(folder: string): WrittenSite {
  const files = listFiles(folder).map((path) => readFileSync(join(folder, path)));
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return {
    files: files.length,
    bytes: sum(files.map(({ length }) => length)),
    packedBytes: sum(files.map((bytes) => gzipSync(bytes).length)),
  };
}
