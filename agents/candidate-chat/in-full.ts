/** What is typed on phones, in full: “whens”, “dont”, “u”. Of English; only what can be read in one way. */

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bu\b/gi, "you"],
  [/\bur\b/gi, "your"],
  [/\br(?= (?:you|we|they|there|the)\b)/gi, "are"],
  [/\b(?:pls|plz|plss)\b/gi, "please"],
  [/\b(?:thx|tx|tnx|thks|thanx)\b/gi, "thanks"],
  [/\b(?:wat|wut|wht)\b/gi, "what"],
  [/\b(when|where|who|how|what)s\b/gi, "$1's"],
  [/\b(ca|do|wo|is|does|did|have|has|are|was|could|would|should)nt\b/gi, "$1n't"],
  [/\bim\b/gi, "i'm"],
  [/\bive\b/gi, "i've"],
  [
    /(?<!\b(?:am|'m|is|was|are|be|been|got|feel|felt|very|so|too|were) )\bill(?= (?:be|come|attend|make|join)\b)/gi,
    "i'll",
  ],
  [/\bgonna\b/gi, "going to"],
  [/\bwanna\b/gi, "want to"],
  [/\b(?:tmrw|tmr|tomorow|tommorow|tommorrow)\b/gi, "tomorrow"],
  [/(?<=\p{L} )n(?= \p{L})/giu, "and"],
  [/\babt\b/gi, "about"],
  [/\b(?:interv?ei?w|inter?vew|inteview|interiew|intervie)(?=s?\b)/gi, "interview"],
  [/\badress\b/gi, "address"],
  [/\bre-?s(?:c|h)edul(?=e|ing)/gi, "reschedul"],
];

/** A line with its short forms in full. */
export const inFull = (line: string): string =>
  SHORT.reduce((text, [short, full]) => text.replaceAll(short, full), line);
