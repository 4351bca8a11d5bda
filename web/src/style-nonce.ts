/** The one nonce with which script may put styles into this page. */
export const styleNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";

// Where the library that keeps a page from scrolling under a dialog looks for it.
Reflect.set(globalThis, "__webpack_nonce__", styleNonce());
