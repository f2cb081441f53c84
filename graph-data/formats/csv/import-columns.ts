/** Largest table taken over HTTP, in bytes; the command line takes larger ones. */
export const LARGEST_IMPORT = 50 * 1024 * 1024;

/** The columns a table of claims may have, and what stands in them. */
export const IMPORT_COLUMNS = {
  subject: 'Who the claim is about: an actor’s name, alias or id',
  subjectKind: 'person, organisation, media, country, place or group; for actors not known yet',
  type: 'A relation type of the vocabulary: id, label, inverse label or PLOVER name',
  label: 'The relation in one to four words',
  object: 'Towards whom',
  objectKind: 'As subjectKind',
  speaker: 'Whose word it is; empty is the document’s own voice',
  quote: 'The exact words that state it',
  document: 'Title of the document',
  url: 'Its http or https address',
  publisher: 'Who published it',
  publishedAt: 'When, as EDTF',
  saidOn: 'When it was said, as EDTF: 2025-03-13, 2025-03, 2025',
  happenedOn: 'When it happened, as EDTF',
  stance: 'positive, neutral or negative; empty takes the type’s own',
  modality: 'asserted, denied, planned or hypothetical; empty is asserted',
} as const;

export type ImportColumn = keyof typeof IMPORT_COLUMNS;
export const COLUMN_NAMES = Object.keys(IMPORT_COLUMNS) as readonly ImportColumn[];

/** Other names for columns; those of the program's own CSV files among them. */
const SYNONYMS: Readonly<Record<string, ImportColumn>> = {
  source: 'subject',
  target: 'object',
  sourcekind: 'subjectKind',
  targetkind: 'objectKind',
  relation: 'label',
  title: 'document',
  link: 'url',
};

const BY_FOLDED = new Map<string, ImportColumn>(COLUMN_NAMES.map((name) => [fold(name), name]));

/** Case, spaces, underscores, hyphens and full stops make no difference in the name of a column. */
function fold(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]+/g, '');
}

/** The column a header names by its own name or another one; undefined for any other header. */
export function findColumn(header: string): ImportColumn | undefined {
  const folded = fold(header);
  return BY_FOLDED.get(folded) ?? (Object.hasOwn(SYNONYMS, folded) ? SYNONYMS[folded] : undefined);
}

/** Which header each column is read from, as a person says it; an empty header leaves the column out. */
export type ColumnMap = Readonly<Partial<Record<ImportColumn, string>>>;

/** The columns of a table, a place each header: the column it is read as, or null. */
export interface ColumnChoice {
  readonly columns: readonly (ImportColumn | null)[];
  /** Why the map cannot be followed; empty where it can. */
  readonly faults: readonly string[];
  /** Columns without which no row can be read. */
  readonly missing: readonly string[];
}

/**
 * Reads the headers: first what the map says, then columns by their own name, then by other names. Of two headers for one
 * column the first is taken.
 */
export function chooseColumns(headers: readonly string[], map: ColumnMap = {}): ColumnChoice {
  const columns = headers.map((): ImportColumn | null => null);
  const faults: string[] = [];
  const settled = new Set<ImportColumn>();
  for (const [column, header] of Object.entries(map) as [ImportColumn, string][]) {
    settled.add(column);
    if (header === '') continue;
    const exact = headers.indexOf(header);
    const at = exact >= 0 ? exact : headers.findIndex((each) => fold(each) === fold(header));
    if (at < 0) faults.push(`no column ${JSON.stringify(header.slice(0, 80))} to read ${column} from`);
    else columns[at] = column;
  }
  const take = (find: (header: string) => ImportColumn | undefined): void =>
    headers.forEach((header, at) => {
      const column = find(header);
      if (columns[at] !== null || column === undefined || settled.has(column)) return;
      columns[at] = column;
      settled.add(column);
    });
  take((header) => BY_FOLDED.get(fold(header)));
  take(findColumn);
  const has = (column: ImportColumn): boolean => columns.includes(column);
  const missing = [
    ...(has('subject') ? [] : ['subject']),
    ...(has('type') || has('label') ? [] : ['type or label']),
    ...(has('object') ? [] : ['object']),
  ];
  return { columns, faults, missing };
}

/** Reads `column=header` pairs. Throws RangeError naming the first that is not one. */
export function parseColumnMap(pairs: readonly string[]): ColumnMap {
  const map: Partial<Record<ImportColumn, string>> = {};
  for (const pair of pairs) {
    const [, name = '', header = ''] = /^\s*([^=]*?)\s*=\s*(.*?)\s*$/s.exec(pair) ?? [];
    const column = BY_FOLDED.get(fold(name));
    if (!pair.includes('=') || column === undefined) {
      throw new RangeError(
        `expected column=header with a column of ${COLUMN_NAMES.join(', ')}, found ${JSON.stringify(pair.slice(0, 80))}`,
      );
    }
    map[column] = header;
  }
  return map;
}

/** A table to fill in: the headers, and two rows that show how. UTF-8 with a byte order mark, for Excel's sake. */
export const IMPORT_TEMPLATE =
  '\uFEFFsubject,type,label,object,speaker,quote,document,publisher,url,publishedAt,saidOn,happenedOn,stance,modality\r\n' +
  'Ada Example,befriends,calls a friend,Ben Sample,Ada Example,"Ben is a friend, always was",An evening in March,The Example Courier,https://courier.example/evening,2025-03-21,2025-03-20,,positive,asserted\r\n' +
  'Ben Sample,,wants information,Example Ministry,,he asked the ministry for its files,An evening in March,The Example Courier,https://courier.example/evening,2025-03-21,,2025-03,,\r\n';
