import type { ComparedSide } from '../../../graph-data/network/compare/compared.ts';

const PATHS: Readonly<Record<ComparedSide, string>> = {
  a: 'M1 6h32',
  b: 'M1 6h6M10 6h6M19 6h6M28 6h5',
  both: 'M1 3.5h32M1 8.5h32',
  contradict: 'M1 9l4-6 4 6 4-6 4 6 4-6 4 6 4-6 4 6',
};

/** The line as the network draws it: full for A, dashed for B, double for both, a zigzag where they contradict. */
export function SideSample({ side }: { readonly side: ComparedSide }) {
  return (
    <svg className={`side-sample side-${side}`} viewBox="0 0 34 12" width="34" height="12" aria-hidden="true">
      <path d={PATHS[side]} />
    </svg>
  );
}
