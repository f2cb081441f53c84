import { Icon } from '../frame/icon.tsx';

/** The id of the button, for what gives it the focus back. */
export const FILTER_BUTTON = 'filter-button';

/** Opens and closes the filter panel. */
export function FilterButton({
  isOpen,
  onToggle,
}: {
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <button
      id={FILTER_BUTTON}
      type="button"
      className="button filter-button"
      aria-expanded={isOpen}
      aria-controls={isOpen ? 'filters' : undefined}
      aria-keyshortcuts="f"
      data-tip="Filter (F)"
      onClick={onToggle}
    >
      <Icon name="filter" />
      Filter
    </button>
  );
}
