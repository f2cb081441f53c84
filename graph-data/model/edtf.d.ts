declare module 'edtf' {
  /** Parses an EDTF text (ISO 8601-2). Throws SyntaxError. `min` and `max` are milliseconds; infinite when open, null when unknown. */
  export default function edtf(text: string): {
    readonly type: string;
    readonly min: number | null;
    readonly max: number | null;
  };
}
