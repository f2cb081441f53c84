import type { TableName } from '../../state/page-state.ts';
import { TABLES } from '../../state/page-state.ts';
import { withTable } from '../../state/page-transitions.ts';
import { TabList } from '../frame/tab-list.tsx';
import { useChangePage, useLoaded, usePage } from '../page-context.ts';
import { RankingTable } from '../ranking/ranking-table.tsx';
import { TimelineTable } from '../timeline/timeline-table.tsx';
import { ActorsTable } from './actors-table.tsx';
import { ClaimsTable } from './claims-table.tsx';
import { ExploreTable } from './explore/explore-table.tsx';
import { RelationsTable } from './relations-table.tsx';

const WORDS: Readonly<Record<TableName, string>> = {
  explore: 'Explore',
  actors: 'Actors',
  relations: 'Relations',
  claims: 'Claims',
  ranking: 'Ranking',
  timeline: 'Timeline',
};

/** Everything the network shows, as tables with the same selection and counts. */
export function TableView() {
  const change = useChangePage();
  const table = usePage((state) => state.page.table);
  const loaded = useLoaded();
  if (loaded === null) return null;
  return (
    <div className="table-view">
      <TabList
        label="Table"
        tabs={TABLES.map((id) => ({ id, words: WORDS[id] }))}
        chosen={table}
        controls="table"
        onChoose={(chosen) => change((page) => withTable(page, chosen))}
      />
      <div id="table" role="tabpanel" aria-labelledby={`tab-${table}`}>
        {table === 'explore' && <ExploreTable loaded={loaded} />}
        {table === 'actors' && <ActorsTable loaded={loaded} />}
        {table === 'relations' && <RelationsTable loaded={loaded} />}
        {table === 'claims' && <ClaimsTable />}
        {table === 'ranking' && <RankingTable loaded={loaded} />}
        {table === 'timeline' && <TimelineTable />}
      </div>
    </div>
  );
}
