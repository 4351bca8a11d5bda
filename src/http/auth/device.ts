/** What somebody came with, in two words: enough to know one's own, and no fingerprint. */

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const named = (header: string, names: typeof BROWSERS): string | undefined =>
  names.find(([sign]) => sign.test(header))?.[1];

/** Shape: such as "Firefox on Linux"; "Another program" for what is no browser that we know. */
export const deviceOf = (header: string | undefined): string => {
  const browser = named(header ?? "", BROWSERS);
  const system = named(header ?? "", SYSTEMS);
  if (!browser) return system === undefined ? "Another program" : `A browser on ${system}`;
  return system === undefined ? browser : `${browser} on ${system}`;
};
