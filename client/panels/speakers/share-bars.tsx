/** Two shares as bars, one over the other; the numbers stand beside them in words. */
export function ShareBars({ here, whole }: { readonly here: number; readonly whole: number }) {
  return (
    <svg className="share-bars" viewBox="0 0 120 11" width="120" height="11" aria-hidden="true">
      <rect className="share-here" width={Math.max(1, 120 * here)} height="6" rx="1" />
      <rect className="share-whole" y="7.5" width={Math.max(1, 120 * whole)} height="3" rx="1" />
    </svg>
  );
}
