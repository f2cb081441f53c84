import type { Document } from '../../model/document.ts';
import type { DocumentId } from '../../model/ids.ts';
import type { DocumentFile } from './check-document.ts';
import type { DatasetFault } from './fault.ts';
import { quoteValue } from './fault.ts';

/** Two documents of one id, and one text twice from the same publisher or address: that is one document. */
export function reportSameDocuments(
  files: readonly DocumentFile[],
  report: (fault: DatasetFault) => void,
): void {
  const byId = new Map<DocumentId, string>();
  const byText = new Map<string, { path: string; fields: Partial<Document> }[]>();
  for (const { file, fields } of files) {
    if (fields.id !== undefined) {
      const first = byId.get(fields.id);
      if (first === undefined) byId.set(fields.id, file.path);
      else
        report(file.faultAt(['id'], 'an id of its own', `${quoteValue(fields.id)}, which ${first} has too`));
    }
    if (fields.text === undefined) continue;
    const same = byText.get(fields.text) ?? [];
    byText.set(fields.text, same);
    const twin = same.find(
      ({ fields: other }) =>
        (other.publisher !== undefined && other.publisher === fields.publisher) ||
        (other.url !== undefined && other.url === fields.url),
    );
    same.push({ path: file.path, fields });
    if (twin !== undefined) {
      const whose = twin.fields.publisher === fields.publisher ? 'publisher' : 'address';
      report(file.faultAt(['text'], 'a text of its own', `that of ${twin.path}, from the same ${whose}`));
    }
  }
}
