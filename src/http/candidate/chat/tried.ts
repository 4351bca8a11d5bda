/** What the assistant would know of a candidate that nobody is: guides and posting as they are, and in the place of a case that the answer
 * comes from the candidate's own. For whoever writes guides. */
import {
  type CaseFact,
  type ChatKnowledge,
  type Known,
} from "../../../../agents/candidate-chat/knowledge.ts";
import { policiesOf } from "../../../../agents/candidate-chat/policies.ts";
import {
  knownAbout,
  knownTitled,
  postingKnown,
  searchKnown,
} from "../../../../agents/candidate-chat/search-known.ts";
import { CHAT_ACTS } from "../../../domain/chat.ts";
import { zoneName } from "../../../domain/zone-names.ts";
import type { Passage } from "../../../guides/passage.ts";
import type { Posting } from "../../../lever/port.ts";
import { postingPassages } from "./knowledge.ts";

interface Tried {
  guide: readonly Passage[];
  /** Null: of no posting, or of one that is not shown. */
  posting: Posting | null;
  companyName: string;
}

/** Knowledge by which a question can be tried. */
export const knowledgeToTry = ({ guide, posting, companyName }: Tried): ChatKnowledge => {
  const text = postingPassages(posting?.confidential === true ? null : posting);
  return {
    case: {
      when: ofCase("when"),
      people: ofCase("people"),
      place: ofCase("place"),
      length: ofCase("length"),
      prepare: ofCase("prepare"),
      stands: ofCase("stands"),
      move: ofCase("move"),
    },
    posting: text.map(postingKnown),
    policies: policiesOf(companyName),
    search: (question) => searchKnown({ guide, posting: text }, question),
    about: (subject, question) => knownAbout({ guide, posting: text }, subject, question),
    titled: (title) => knownTitled(guide, title),
    mayDo: new Set(CHAT_ACTS),
    interviews: [],
    met: [],
    whenIn: (zone) => ofCase("when", `, by the clock of ${zoneName(zone)}`),
    moments: [],
    named: [],
    isEnded: false,
    mayHandOver: true,
    person: null,
  };
};

const STANDS: Record<CaseFact, string> = {
  when: "when their interview is",
  people: "whom they meet",
  place: "where it is, or the link",
  length: "how long it takes",
  prepare: "what to prepare",
  stands: "whether they have confirmed",
  move: "until when they may ask for another time",
};

const ofCase = (fact: CaseFact, more = ""): Known[] => [
  {
    id: `case.${fact}.1${more}`,
    kind: "case",
    title: "The candidate’s own interview",
    excerpt: `[Here stands ${STANDS[fact]}${more}.]`,
  },
];
