/** Profiles at LinkedIn: the one rule of what is one, wherever a link comes from. */

const WITHOUT_SCHEME = /^(?:\/\/)?(?=(?:[a-z\d-]+\.)*linkedin\.com\/)/i;
/** Its own and those of countries: `de.linkedin.com`. */
const HOST = /^(?:(?:www|[a-z]{2})\.)?linkedin\.com$/;
const SLUG = /^[\p{L}\p{M}\p{N}_-]{2,100}$/u;

/** The address of a person's page there, in one form whatever it was written like: `https://www.linkedin.com/in/ada`. Null for
 * everything else. */
export const linkedInProfile = (written: string): string | null => {
  const address = written.trim().replace(WITHOUT_SCHEME, "https://");
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, port, username, password, pathname } = new URL(address);
  const isPlain = /^https?:$/.test(protocol) && port + username + password === "";
  const slug = slugIn(pathname);
  if (!isPlain || !HOST.test(hostname) || slug === null) return null;
  return `https://www.linkedin.com/in/${encodeURIComponent(slug)}`;
};

/** What follows the name is a language or a part of the same page. */
const slugIn = (pathname: string): string | null => {
  const encoded = /^\/in\/([^/]+)(?:\/|$)/i.exec(pathname)?.[1] ?? "";
  try {
    const slug = decodeURIComponent(encoded).normalize("NFC");
    return SLUG.test(slug) ? slug : null;
  } catch (thrown) {
    // A lone percent sign is no address of anybody.
    if (thrown instanceof URIError) return null;
    throw thrown;
  }
};

/** Of several links the first that is a profile; where none is, the first that says it is of LinkedIn and is no profile. */
export const linkedInAmong = (
  links: readonly string[],
): { profile: string | null; refused: string | null } => {
  const profile = links.map(linkedInProfile).find((one) => one !== null) ?? null;
  const refused = profile === null ? links.find((link) => /linkedin|lnkd\.in/i.test(link)) : null;
  return { profile, refused: refused ?? null };
};
