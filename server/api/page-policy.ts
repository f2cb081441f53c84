/**
 * What the page may load, wherever it is served from: scripts, styles, images, requests and frames (it shows what it gives
 * others to embed) from its own server only, nothing inline. Who may frame it is not in it: that cannot be said in a page itself.
 */
export const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  frameSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

/** The policy as a `Content-Security-Policy` is written. */
export function toPolicyText(): string {
  return Object.entries(PAGE_POLICY)
    .map(
      ([name, sources]) =>
        `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${sources.join(' ')}`,
    )
    .join('; ');
}
