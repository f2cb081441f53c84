import { parseCaseFile } from '../../graph-data/formats/case-file/parse-case-file.ts';
import { writeCaseJson } from '../../graph-data/formats/case-file/write-case-json.ts';
import { NO_CASE } from './case-file-state.ts';
import type { PageStore } from './page-store.ts';

/** Where the browser keeps it, and where what could not be read is put aside. */
const KEY = 'onrecord-case-file';
const ASIDE_KEY = 'onrecord-case-file-unread';

/** The window's parts this needs; storage may be forbidden, and then reading the property throws. */
export interface CaseShelf {
  readonly localStorage: Pick<Storage, 'getItem' | 'setItem'>;
  addEventListener(type: 'storage', listener: (event: Pick<StorageEvent, 'key' | 'newValue'>) => void): void;
}

/**
 * Keeps the case file in the browser: reads it at the start, writes every change, and follows what another tab writes. What
 * it cannot read it puts aside and says so, and nothing is lost; where nothing can be kept, the file says that too.
 */
export function keepCaseFile(store: PageStore, shelf: CaseShelf): void {
  const kept = attempt(() => shelf.localStorage.getItem(KEY));
  let written = kept.value ?? null;
  if (typeof written === 'string') {
    const parsed = parseCaseFile(written);
    if ('file' in parsed) store.setState({ caseFile: { ...NO_CASE, file: parsed.file } });
    else {
      const unread = written;
      attempt(() => shelf.localStorage.setItem(ASIDE_KEY, unread));
      const fault = `${parsed.fault} What the browser kept was put aside as “${ASIDE_KEY}”.`;
      store.setState({ caseFile: { ...NO_CASE, fault } });
    }
  }
  store.subscribe(({ caseFile }, before) => {
    if (caseFile.file === before.caseFile.file) return;
    const json = writeCaseJson(caseFile.file, null);
    if (json === written) return;
    const { isDone } = attempt(() => shelf.localStorage.setItem(KEY, json));
    if (isDone) written = json;
    const fault = isDone
      ? null
      : 'The browser does not keep this case file: save it as a file before you leave.';
    if (fault !== caseFile.fault) store.setState({ caseFile: { ...caseFile, fault } });
  });
  shelf.addEventListener('storage', ({ key, newValue }) => {
    if (key !== KEY || newValue === null) return;
    const parsed = parseCaseFile(newValue);
    if (!('file' in parsed)) return;
    written = newValue;
    store.setState({ caseFile: { ...NO_CASE, file: parsed.file } });
  });
}

function attempt<T>(act: () => T): { readonly isDone: boolean; readonly value?: T } {
  try {
    return { isDone: true, value: act() };
  } catch {
    return { isDone: false }; // storage may be forbidden, or full
  }
}
