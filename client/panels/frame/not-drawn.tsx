interface NotDrawnProps {
  /** A sentence. */
  readonly reason: string;
  /** Builds the drawing anew; selection, lens and camera are the page's, and stay. */
  readonly onRetry: () => void;
}

/** Says that there is no drawing here, and why; the table below gives the same. */
export function NotDrawn({ reason, onRetry }: NotDrawnProps) {
  return (
    <div className="notice not-drawn" role="alert">
      <p>The network cannot be drawn here. {reason} The table gives the same.</p>
      <button type="button" className="button" onClick={onRetry}>
        Try again
      </button>
    </div>
  );
}
