import type { Random } from '../generate/random.ts';

/** What is done how often. */
const STEPS = ['ingest', 'decide', 'decide', 'edit', 'merge', 'undo'] as const;

/** A change that the server has answered for: it must be in the ledger whatever comes after. */
export interface Acknowledged {
  readonly kind: string;
  readonly seq: number;
}

interface Written {
  readonly seq: number | null;
}
interface ClaimItem {
  readonly id: string;
  readonly subject: { readonly id: string };
  readonly object: { readonly id: string };
}
interface JobAnswer {
  readonly id: string;
  readonly state: string;
  readonly result: Written | null;
}

const NAMES = ['Anna Weber', 'Boris Lang', 'Carla Moreau', 'Dmitri Orlov', 'Elena Rossi', 'Felix Brandt'];
const PLACES = ['Germany', 'France', 'Norway', 'Poland', 'Spain', 'Canada'];
const SENTENCES = [
  (a: string, b: string) => `${a} met ${b} in the capital.`,
  (a: string, b: string) => `${a} accused ${b} of delaying the talks.`,
  (a: string, b: string) => `${a} praised ${b} after the vote.`,
  (a: string, b: string) => `${a} asked ${b} for more time.`,
];

/**
 * Writes over HTTP until the server is gone: reports come in, proposals are accepted and rejected, claims edited, actors
 * merged, changes taken back. Resolves with what was answered for, in no order.
 */
export async function write(address: string, random: Random, label: string): Promise<Acknowledged[]> {
  const acknowledged: Acknowledged[] = [];
  const api = createApi(address);
  const note = (kind: string, { seq }: Written): void => {
    if (seq !== null) acknowledged.push({ kind, seq });
  };
  const proposals = async (status: string): Promise<ClaimItem[]> =>
    (await api.get<{ items: ClaimItem[] }>(`claims?status=${status}&limit=100`)).items;

  const steps = {
    async ingest() {
      const lines = Array.from({ length: 8 }, () =>
        random.pick(SENTENCES)(random.pick([...NAMES, ...PLACES]), random.pick(PLACES)),
      );
      const text = `Report ${label} ${acknowledged.length}\n\n${lines.join(' ')}\n`;
      let job = await api.send<JobAnswer>('POST', 'documents', { text, publisher: `Courier ${label}` });
      while (job.state === 'queued' || job.state === 'running') job = await api.get(`jobs/${job.id}`);
      if (job.result !== null) note('ingest', job.result);
    },
    async decide() {
      const claims = (await proposals('proposed')).filter(() => random.chance(0.3));
      if (claims.length === 0) return;
      const decisions = claims.map(({ id }) => ({
        claim: id,
        status: random.chance(0.7) ? 'accepted' : 'rejected',
      }));
      note('decide', await api.send('POST', 'decisions', { decisions }));
    },
    async edit() {
      const claim = random.pick(await proposals('accepted'));
      note(
        'edit-claim',
        await api.send('PATCH', `claims/${claim.id}`, { label: `word ${random.below(1e6)}` }),
      );
    },
    async merge() {
      if (random.chance(0.5)) return;
      const { subject, object } = random.pick(await proposals('accepted'));
      note('merge', await api.send('POST', `actors/${subject.id}/merge`, { into: object.id }));
    },
    async undo() {
      if (acknowledged.length === 0 || random.chance(0.5)) return;
      const { seq } = random.pick(acknowledged);
      note('undo', await api.send('POST', 'undo', { seq, withDependents: random.chance(0.5) }));
    },
  };
  for (;;) {
    try {
      await steps[random.pick(STEPS)]();
    } catch (error) {
      if (error instanceof UnexpectedAnswer) throw error;
      if (!(error instanceof Refused)) return acknowledged; // nobody is there any more
      // else another writer was there first, or something stands in the way
    }
  }
}

/** The server answered, and said no. */
class Refused extends Error {}

function createApi(address: string) {
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${address}/api/v1/${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const answer: unknown = await response.json();
    if (response.status >= 500) throw new UnexpectedAnswer(`${method} ${path}: ${response.status}`);
    if (!response.ok) throw new Refused(`${method} ${path}: ${response.status}`);
    return answer as T;
  };
  return {
    get: <T>(path: string): Promise<T> => ask('GET', path),
    send: <T>(method: 'POST' | 'PATCH', path: string, body: unknown): Promise<T> => ask(method, path, body),
  };
}

/** A fault of the server: it ends the bench. */
class UnexpectedAnswer extends Error {}
