/** The `Retry-After` header, which Lever is not known to send, but a proxy before it may. */

/** How long to wait. Units: milliseconds, at least 0. Shape: undefined when absent or unreadable.
 * Source: RFC 9110, 10.2.3 (seconds or an HTTP date). */
export const mapRetryAfter = (header: string | null, now: Temporal.Instant): number | undefined => {
  if (header === null) return undefined;
  if (/^\d{1,6}$/.test(header.trim())) return Number(header.trim()) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.epochMilliseconds);
};
