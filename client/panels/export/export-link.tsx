import { useState } from 'react';
import { toPageProblem } from '../../api/problem-error.ts';
import { saveFile } from '../frame/save-file.ts';
import { useServices } from '../page-context.ts';

interface ExportLinkProps {
  /** Of the API. */
  readonly address: string;
  readonly name: string;
  readonly label: string;
}

/** A file to take away: a plain download where a server gives it; on a published site it is made here and saved. */
export function ExportLink({ address, name, label }: ExportLinkProps) {
  const { site } = useServices();
  const [fault, setFault] = useState<string | null>(null);
  if (site === null) {
    return (
      <a href={address} aria-label={label} download>
        {name}
      </a>
    );
  }
  const save = async (): Promise<void> => {
    setFault(null);
    try {
      const { blob, filename } = await site.download(address);
      saveFile(blob, filename);
    } catch (error) {
      const { title, detail } = toPageProblem(error);
      setFault(`The file was not made: ${detail ?? title}`);
    }
  };
  return (
    <>
      <button type="button" className="link-button" aria-label={label} onClick={() => void save()}>
        {name}
      </button>
      {fault !== null && <span role="alert">{fault}</span>}
    </>
  );
}
