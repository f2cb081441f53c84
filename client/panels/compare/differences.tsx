import { useState } from 'react';
import type { CompareAnswer } from '../../../graph-data/contract/questions.ts';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ComparedSide } from '../../../graph-data/network/compare/compared.ts';
import { compareRequest, compareTableRequest } from '../../api/question-requests.ts';
import type { Comparison } from '../../state/comparison.ts';
import { TableLink } from '../export/table-link.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { usePage } from '../page-context.ts';
import { ShowPair, toPairWords } from '../questions/show-pair.tsx';
import { SideClaim } from '../questions/side-claim.tsx';
import { useLast } from '../use-last.ts';
import { usePages } from '../use-pages.ts';
import { toCountWords } from '../words/count-words.ts';
import { SideSample } from './side-sample.tsx';
import { SIDES_IN_ORDER, toSideWords, toViewWords } from './view-words.ts';

type Item = CompareAnswer['items'][number];

/** In what the two differ, claim by claim side by side: contradictions first; each kind can be looked at alone. */
export function Differences({ comparison }: { readonly comparison: Comparison }) {
  const lens = usePage((state) => state.page.lens);
  const names = usePage((state) => state.names);
  const [side, setSide] = useState<ComparedSide | null>(null);
  const sides = side === null ? [] : [side];
  const pages = usePages<Item>(compareRequest(lens, comparison, sides));
  const answer = useLast(pages.value) as CompareAnswer | undefined;
  const { by } = comparison;
  const [a, b] = [comparison.a, comparison.b].map((value) => toViewWords(by, value, names)) as [
    string,
    string,
  ];
  return (
    <>
      {answer && (
        <div className="side-counts" role="group" aria-label="Whose relations">
          {SIDES_IN_ORDER.map((each) => (
            <button
              key={each}
              type="button"
              className="side-count"
              aria-pressed={side === each}
              onClick={() => setSide(side === each ? null : each)}
            >
              <SideSample side={each} />
              <span>{toSideWords(each, a, b)}</span>
              <strong>{toCountWords(answer.counts[each], 'relation')}</strong>
            </button>
          ))}
        </div>
      )}
      {pages.isWaiting && <Waiting what="the differences" />}
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {pages.value && (
        <div className="question-found">
          <p className="question-count" role="status">
            {toFoundWords(answer?.found ?? 0, side)}
          </p>
          {pages.items.length > 0 && (
            <TableLink
              request={compareTableRequest(lens, comparison, sides)}
              what="all claims of all these"
            />
          )}
        </div>
      )}
      {answer && pages.value && <Silent answer={answer} names={{ a, b }} />}
      {pages.items.length > 0 && (
        <table className="differences" role="table">
          <caption className="visually-hidden">
            {side === null ? 'Differences' : toSideWords(side, a, b)}: {a} and {b}, claim by claim
          </caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                About
              </th>
              <th scope="col" role="columnheader">
                A: {a}
              </th>
              <th scope="col" role="columnheader">
                B: {b}
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {pages.items.map((item) => (
              <DifferenceRow key={item.relations.join(' ')} item={item} a={a} b={b} />
            ))}
          </tbody>
        </table>
      )}
      <LoadMore pages={pages} what="differences" />
    </>
  );
}

/** Says of which of the two there is nothing here, as of somebody who is spoken of and never speaks. */
function Silent({
  answer,
  names,
}: {
  readonly answer: CompareAnswer;
  readonly names: Readonly<Record<'a' | 'b', string>>;
}) {
  const silent = (['a', 'b'] as const).filter((side) => answer[side].claims === 0);
  return silent.map((side) => (
    <p key={side} className="quiet">
      {answer.by === 'speaker'
        ? `${names[side]} says nothing here: no claim under this lens has it as its speaker.`
        : `Of ${names[side]} nothing is here under this lens.`}
    </p>
  ));
}

function toFoundWords(found: number, side: ComparedSide | null): string {
  if (side === 'both') return `${toCountWords(found, 'relation')} that both state`;
  if (side === 'contradict') return toCountWords(found, 'contradiction');
  return toCountWords(found, 'difference');
}

function DifferenceRow({ item, a, b }: { readonly item: Item; readonly a: string; readonly b: string }) {
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span className="difference-pair">{toPairWords(item.pair)}</span>
        <span className="difference-side">
          <SideSample side={item.side} />
          {toSideWords(item.side, a, b)}
        </span>
        <ShowPair pair={item.pair} />
      </th>
      <DifferenceCell name={a} claims={item.a} count={item.claims.a} />
      <DifferenceCell name={b} claims={item.b} count={item.claims.b} />
    </tr>
  );
}

function DifferenceCell({
  name,
  claims,
  count,
}: {
  readonly name: string;
  readonly claims: readonly ClaimAnswer[];
  readonly count: number;
}) {
  return (
    <td role="cell" data-name={name}>
      {claims.length === 0 && <p className="quiet">Nothing of the kind</p>}
      {claims.map((claim) => (
        <SideClaim key={claim.id} claim={claim} />
      ))}
      {count > claims.length && (
        <p className="quiet">and {toCountWords(count - claims.length, 'more claim')}</p>
      )}
    </td>
  );
}
