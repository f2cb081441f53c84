/** True while a dialog or a popover is open: its own keys come first. */
export function hasOverlay(): boolean {
  return document.querySelector('dialog[open], [popover]:popover-open') !== null;
}
