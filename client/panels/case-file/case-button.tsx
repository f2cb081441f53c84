import { withCaseFile } from '../../state/page-panel.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage } from '../page-context.ts';

/** Opens the case file and closes it; says how much is in it. */
export function CaseButton() {
  const change = useChangePage();
  const isOpen = usePage((state) => state.page.isCaseOpen);
  const count = usePage((state) => state.caseFile.file.items.length);
  return (
    <button
      type="button"
      className="action"
      aria-expanded={isOpen}
      onClick={() => change((page) => withCaseFile(page, !isOpen))}
    >
      <Icon name="case" />
      <span>Case file{count > 0 && ` (${count})`}</span>
    </button>
  );
}
