/** What a failed fetch tells about whether the request left. */

export interface NetworkFault {
  /** not_sent: certainly not a byte of the request arrived. lost: it may have arrived. */
  kind: "not_sent" | "lost";
  /** Safe words: a system code, no address. */
  reason: string;
}

// Faults before the first byte of the request could leave: names, routes, refused connections, certificates.
const NOT_SENT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|CERT_.*|ERR_TLS_.*|ERR_SSL_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_.*)$/;

/** The meaning of an error thrown by fetch, however deep its system error lies. */
export const networkFaultOf = (error: unknown): NetworkFault => {
  const codes = codesOf(error);
  if (codes.includes("TimeoutError")) return { kind: "lost", reason: "no answer in time" };
  const [code] = codes;
  if (code !== undefined && codes.every((each) => NOT_SENT.test(each))) {
    return { kind: "not_sent", reason: `it cannot be reached (${code})` };
  }
  return {
    kind: "lost",
    reason: code === undefined ? "the connection broke" : `the connection broke (${code})`,
  };
};

/** The deepest codes; several when several addresses were tried. */
const codesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return [];
  if (error.name === "TimeoutError") return ["TimeoutError"];
  const inner = error instanceof AggregateError ? error.errors : [error.cause];
  const deeper = inner.flatMap(codesOf);
  if (deeper.length > 0) return deeper;
  return "code" in error && typeof error.code === "string" && /^\w{1,60}$/.test(error.code)
    ? [error.code]
    : [];
};
