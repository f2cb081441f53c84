/** The page's own icons: 20 × 20, strokes of 1.5, in the colour of the text round them. */
const PATHS = {
  search: 'M8.75 14.5a5.75 5.75 0 1 0 0-11.5 5.75 5.75 0 0 0 0 11.5ZM13 13l4 4',
  link: 'M8.5 11.5a3.2 3.2 0 0 0 4.6.1l2.6-2.6a3.25 3.25 0 0 0-4.6-4.6l-.9.9M11.5 8.5a3.2 3.2 0 0 0-4.6-.1L4.3 11a3.25 3.25 0 0 0 4.6 4.6l.9-.9',
  export:
    'M10 3v9.5M6.5 9.25 10 12.75l3.5-3.5M3.5 13.5v2.25c0 .7.55 1.25 1.25 1.25h10.5c.7 0 1.25-.55 1.25-1.25V13.5',
  import:
    'M10 12.75V3.25M6.5 6.5 10 3l3.5 3.5M3.5 13.5v2.25c0 .7.55 1.25 1.25 1.25h10.5c.7 0 1.25-.55 1.25-1.25V13.5',
  system: 'M3.5 4h13v9h-13zM7.5 16.5h5M10 13v3.5',
  light:
    'M10 13.25a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5ZM10 2.5v1.25M10 16.25v1.25M2.5 10h1.25M16.25 10h1.25M4.7 4.7l.9.9M14.4 14.4l.9.9M4.7 15.3l.9-.9M14.4 5.6l.9-.9',
  dark: 'M16.25 11.9A6.5 6.5 0 0 1 8.1 3.75a6.5 6.5 0 1 0 8.15 8.15Z',
  help: 'M10 17.25a7.25 7.25 0 1 0 0-14.5 7.25 7.25 0 0 0 0 14.5ZM7.9 7.9a2.1 2.1 0 1 1 3.2 1.8c-.7.45-1.1.85-1.1 1.6M10 13.7v.05',
  close: 'm5 5 10 10M15 5 5 15',
  back: 'M11.5 4.5 6 10l5.5 5.5',
  forth: 'M8.5 4.5 14 10l-5.5 5.5',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  plus: 'M10 4v12M4 10h12',
  minus: 'M4 10h12',
  fit: 'M3.5 7.5v-4h4M12.5 3.5h4v4M16.5 12.5v4h-4M7.5 16.5h-4v-4',
  run: 'M6.5 4.25v11.5L15.5 10z',
  stop: 'M5.5 5.5h9v9h-9z',
  reset: 'M4 10a6 6 0 1 0 2-4.5M3.75 3.5V6.5h3',
  undo: 'M7.5 4.5 4 8l3.5 3.5M4.25 8h7.5a4 4 0 0 1 0 8H9.5',
  up: 'm5 12.5 5-5 5 5',
  down: 'm5 7.5 5 5 5-5',
  outside:
    'M8 4.5H4.75c-.7 0-1.25.55-1.25 1.25v9.5c0 .7.55 1.25 1.25 1.25h9.5c.7 0 1.25-.55 1.25-1.25V12M11.5 3.5h5v5M16.25 3.75 9.5 10.5',
  filter: 'M3.5 5h13M6 10h8M8.5 15h3',
  calendar: 'M4 5.5h12v11H4zM4 9h12M7.25 3.5v3.5M12.75 3.5v3.5',
  document: 'M5 3h6.5L15 6.5V17H5zM11.25 3.25V6.75h3.5M7.5 10h5M7.5 13h5',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: what a button does stands in its label. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
