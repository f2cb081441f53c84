import { parseArgs } from 'node:util';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { ensurePage } from '../build-page.ts';
import { openToRead } from '../open-to-read.ts';
import { replaceFolder } from '../publish/replace-folder.ts';
import type { Withheld } from '../publish/find-withheld.ts';
import { findWithheld } from '../publish/find-withheld.ts';
import type { SiteFacts, WrittenSite } from '../publish/write-site.ts';
import { writeSite } from '../publish/write-site.ts';
import { StartError } from '../start-error.ts';
import { toCountWords } from './count-words.ts';
import { toPlainLine } from './plain-line.ts';
import { readConfig } from './read-config.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = {
  title: { type: 'string' },
  contact: { type: 'string' },
  dataset: { type: 'string' },
} as const;
const LONGEST_FACT = 200;
const MAIL = /^[^\s@<>"',;:]+@[^\s@<>"',;:]+\.[^\s@<>"',;:]+$/;

/**
 * `publish DIR [--title TEXT] [--contact ADDRESS|URL] [--dataset DIR]`: writes what is accepted in the store of DATA_DIR as a
 * folder for any web server. Prints what it holds, and each document whose text its licence keeps out of it.
 */
export async function runPublish(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [dir, ...rest] = positionals;
  if (dir === undefined || rest.length > 0) throw new UsageError('publish takes one folder');
  const facts: SiteFacts = {
    title: parseTitle(values.title),
    contact: parseContact(values.contact),
    publishedOn: new Date().toISOString().slice(0, 10),
  };
  const { dataDir } = readConfig();
  const say = (line: string): void => console.log(toPlainLine(line));
  const source = await openToRead({ dataDir, datasetDir: values.dataset, scope: 'accepted', say });
  try {
    const { context } = source;
    if (context.network.claims.length === 0)
      throw new StartError('There is nothing to publish: no claim has been accepted.');
    const pageDir = await ensurePage(say);
    const written = await replaceFolder(dir, async (folder) => {
      const site = await writeSite(folder, context, pageDir, facts);
      if ((await source.version()) !== context.network.version)
        throw new StartError('The data was changed meanwhile, and nothing was published: try again.');
      return site;
    });
    for (const line of toLines(dir, context, written, await findWithheld(context))) say(line);
    if (facts.contact === null) say('Nobody is named for corrections: --contact ADDRESS|URL would.');
    return 0;
  } finally {
    await source.close();
  }
}

function parseTitle(text: string | undefined): string | null {
  const title = text?.trim() ?? null;
  if (title !== null && (title === '' || title.length > LONGEST_FACT))
    throw new UsageError(`--title takes 1 to ${LONGEST_FACT} characters`);
  return title;
}

function parseContact(text: string | undefined): string | null {
  if (text === undefined) return null;
  const contact = text.trim();
  const isWeb = /^https?:\/\/\S+$/i.test(contact) && URL.canParse(contact);
  if (contact.length > LONGEST_FACT || !(isWeb || MAIL.test(contact)))
    throw new UsageError('--contact takes a mail address, or an http or https address');
  return contact;
}

function toLines(
  dir: string,
  { network }: ViewContext,
  { files, bytes, packedBytes }: WrittenSite,
  withheld: readonly Withheld[],
): string[] {
  const actors = network.actors.filter(({ mergedInto }) => mergedInto === undefined).length;
  const counts = [
    toCountWords(network.claims.length, 'claim'),
    toCountWords(actors, 'actor'),
    toCountWords(network.documents.length, 'document'),
  ];
  return [
    `Published version ${network.version} to ${dir}: ${counts.join(', ')}.`,
    `${toCountWords(files, 'file')}, ${bytes.toLocaleString('en')} bytes, ${packedBytes.toLocaleString('en')} compressed.`,
    ...withheld.map(
      ({ document: { title, publisher, licence }, quotedShare }) =>
        `Text left out by its licence (${licence}): “${title}”, ${publisher}. ` +
        `Sentences that state its claims hold ${Math.round(quotedShare * 100)} % of it, and are there.`,
    ),
  ];
}
