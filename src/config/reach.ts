/** From where an address can be reached, told by its host alone. */

/** One of this machine, or of its own container network. */
export const isLocalName = (host: string): boolean =>
  host.startsWith("[")
    ? host === "[::1]"
    : !host.includes(".") ||
      host === "127.0.0.1" ||
      host === "host.docker.internal" ||
      host.endsWith(".localhost");

/** Addresses of networks that nobody reaches from outside. */
const PRIVATE =
  /^(?:127|10)\.|^192\.168\.|^172\.(?:1[6-9]|2\d|3[01])\.|^169\.254\.|^\[f[cd]|^\[fe80:|\.(?:local|internal|lan|test|home\.arpa)$/i;

/** Whether an address may be reached from outside. */
export const isPublicAddress = (address: string | undefined): boolean => {
  if (address === undefined || !URL.canParse(address)) return false;
  const host = new URL(address).hostname;
  return !isLocalName(host) && !PRIVATE.test(host);
};
