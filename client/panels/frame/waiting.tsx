/** Says that something is on its way; shown only when it takes longer than a moment. */
export function Waiting({ what }: { readonly what: string }) {
  return (
    <p className="waiting" role="status">
      Loading {what}…
    </p>
  );
}
