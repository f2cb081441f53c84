/** A plain sentence the reader may dismiss. */
export interface Notice {
  /** Equal ids replace each other. */
  readonly id: string;
  readonly text: string;
}

/** The notices with this one last; one of the same id gives way. */
export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...withoutNotice(notices, notice.id), notice];
}

export function withoutNotice(notices: readonly Notice[], id: string): readonly Notice[] {
  return notices.some((notice) => notice.id === id) ? notices.filter((notice) => notice.id !== id) : notices;
}

/** So many parts of a link are named one by one. */
const MOST_NAMED = 8;

/** Names the parts of a link that were left out; undefined when it was understood in full. */
export function toFaultNotice(faults: readonly string[], id = 'link'): Notice | undefined {
  if (faults.length === 0) return undefined;
  const named = faults.slice(0, MOST_NAMED).join(', ');
  const more = faults.length > MOST_NAMED ? ` and ${faults.length - MOST_NAMED} more` : '';
  return {
    id,
    text: `This link asks for something the page does not know; left out: ${named}${more}.`,
  };
}

/** Says that the data is not what the link's sender saw; undefined when it is, or the link does not say. */
export function toVersionNotice(linkVersion: number | null, version: number): Notice | undefined {
  if (linkVersion === null || linkVersion === version) return undefined;
  return {
    id: 'version',
    text: `The data has changed since this link was made (version ${linkVersion} then, ${version} now): what you see may differ from what its sender saw.`,
  };
}
