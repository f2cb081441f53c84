import type { Report } from '../report.ts';

/** The two that a readout is about: the first two actors of its title and first sentence, persons if there are two. */
export function findProtagonists(doc: Report): void {
  const early = doc.mentions.filter((m) => m.sentence <= 2);
  const persons: string[] = [];
  const others: string[] = [];
  for (const m of early) {
    const a = doc.actors.get(m.actor)!;
    const list = a.kind === 'person' ? persons : a.kind === 'country' ? others : undefined;
    if (list && !list.includes(a.id)) list.push(a.id);
  }
  const title = doc.sentences[0];
  doc.protagonists = persons.slice(0, 2);
  doc.isReadout =
    persons.length >= 2 &&
    /\b(?:Telephone|Phone|Call|call|Readout|Meeting|meeting|conversation|Talks|talks|Conversation|spoke|met|met with|Joint|Calls)\b/.test(
      early.length ? doc.text.slice(0, (doc.sentences[1] ?? doc.sentences[0])!.end) : '',
    );
  const caption = title ? doc.text.slice(title.start, title.end) : '';
  const statement =
    /^(?:Statement|Remarks|Message|Letter|A Letter|Press Statement|Op-Ed)\b/i.test(caption) &&
    /\b(?:by|from) /i.test(caption);
  const by = statement
    ? early.find((m) => m.sentence === 0 && doc.actors.get(m.actor)!.kind === 'person')
    : undefined;
  doc.voice = by?.actor ?? null;
  if (!doc.voice && /\b(I|my|we|our)\b/.test(doc.text.replace(/["“][^"”]*["”]/g, ''))) {
    const last = doc.mentions
      .filter(
        (m) => doc.sentences[m.sentence]!.tokens.length <= 8 && doc.actors.get(m.actor)!.kind === 'person',
      )
      .at(-1);
    doc.voice = last?.actor ?? persons[0] ?? null;
  }
}
