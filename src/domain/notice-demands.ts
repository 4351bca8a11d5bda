/** What a text for candidates has to say: of the general one, which everybody is shown, that it is software and how they reach a person; of a place's,
 * what its law asks for, as far as that can be seen in a text. The texts are in English. */
import { type Notice, type NoticeFault, type NoticeId, type NoticeItem, leadOf } from "./notice.ts";

type Written = Pick<Notice, "notice" | "text" | "items">;

const SOFTWARE = /\b(?:software|AI|A\.I\.|artificial intelligence|automated|algorithms?)\b/i;
const PERSON = /\b(?:a person|people|humans?|somebody|someone|colleagues?|recruiters?)\b/i;

/** What keeps it from being shown. Shape: empty for the text of a place, which stands below the general one. */
export const faultsOfDemands = ({ notice, text, items }: Written): NoticeFault[] => {
  if (notice !== "general") return [];
  const lead = leadOf({ text, items });
  const messages = [
    SOFTWARE.test(lead)
      ? null
      : "Its first paragraph, which mails show alone, has to say that it is software, in that word or as AI, automated or algorithm.",
    says(text, "contact") && PERSON.test(text)
      ? null
      : "It has to say that they can have a person instead, and how they reach one: {{contact}}.",
  ];
  return messages.flatMap((message) => (message === null ? [] : [{ path: "text", message }]));
};

const says = (text: string, item: NoticeItem): boolean =>
  new RegExp(`\\{\\{\\s*${item}\\s*\\}\\}`, "u").test(text);

/** Something that the law of a place asks for, and whether a text seems to say it. */
interface Demand {
  what: string;
  isIn(text: string): boolean;
}

const item = (name: NoticeItem, what: string): Demand => ({
  what: `${what} ({{${name}}})`,
  isIn: (text) => says(text, name),
});
const words = (what: string, pattern: RegExp): Demand => ({
  what,
  isIn: (text) => pattern.test(text),
});

const CONTACT = item("contact", "how they ask");
const DATA = item("data", "which data it uses");
const DECISIONS = item("decisions", "what it takes part in");
const PRODUCT = item("product", "what is used");

/** As our drafts say it, and docs/compliance.md with the sources. */
const DEMANDS: Record<NoticeId, readonly Demand[]> = {
  general: [],
  eu: [
    words("that the chat on their page is with software", /\bchat\b/i),
    DATA,
    words("their rights, with the one to complain to an authority", /\bcomplain/i),
    CONTACT,
  ],
  "us-nyc": [
    words(
      "that they may ask for another process or an accommodation",
      /accommodation|another process|alternative/i,
    ),
    DATA,
    CONTACT,
  ],
  "us-il": [
    PRODUCT,
    item("developer", "who made it"),
    DECISIONS,
    item("positions", "for which positions"),
    DATA,
    CONTACT,
  ],
  "us-co": [
    PRODUCT,
    DECISIONS,
    DATA,
    words("that they may ask for the reasons", /\breason/i),
    words("that they may have data corrected", /\bcorrect/i),
    words("that they may have a person look at it again", /\b(?:person|people|human)\b/i),
    CONTACT,
  ],
  "us-ca": [
    PRODUCT,
    DECISIONS,
    DATA,
    words("that they may do without it, or appeal to a person", /\bopt|without|\bappeal/i),
    words("that they have no disadvantage from asking", /disadvantage|retaliat/i),
    CONTACT,
  ],
};

/** What a text does not seem to say and the law of its place asks for, in words: a person has to judge, since it may be said otherwise. */
export const lacksOfNotice = ({ notice, text }: Pick<Notice, "notice" | "text">): string[] =>
  DEMANDS[notice].flatMap(({ what, isIn }) => (isIn(text) ? [] : [what]));
