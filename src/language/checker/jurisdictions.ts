/** Which rule is told of what was found: one of a place that was asked for, research that says it of these words, or none. */
import { isCodedByResearch } from "./gender-balance.ts";
import { NOTED_ON, type Row, ROWS } from "./law-rows.ts";
import { isMatter, isOfMatter, type Matter } from "./matters.ts";
import { CATEGORIES, type Category, type FoundCategory, type Source } from "./types.ts";

export { NOTED_ON };

/** One rule of one jurisdiction. */
export interface LawNote extends Source {
  jurisdiction: string;
  topics: readonly Topic[];
  /** What it asks, in a line. */
  says: string;
}

interface Topic {
  category: Category;
  /** Of the topic this alone. */
  matter?: Matter;
}

/** The jurisdictions by id. */
export const JURISDICTIONS: Readonly<Record<string, string>> = {
  us: "United States, federal",
  "us-ca": "California",
  "us-co": "Colorado",
  "us-il": "Illinois",
  "us-ma": "Massachusetts",
  "us-ny": "New York State",
  "us-nyc": "New York City",
  eu: "European Union",
  uk: "United Kingdom",
};

const topicOf = (text: string): Topic => {
  const [name = "", matter] = text.split(":");
  const category = CATEGORIES.find((each) => each === name);
  if (!category) throw new Error(`no topic is called ${name}`);
  if (matter === undefined) return { category };
  if (!isMatter(matter)) throw new Error(`no matter is called ${matter}`);
  return { category, matter };
};

/** Each says whose it is: a rule that is read alone must not be taken for everybody's. */
const noteOf = ([jurisdiction, id, source, url, topics, says]: Row): LawNote => ({
  jurisdiction,
  id,
  source: `${JURISDICTIONS[jurisdiction] ?? jurisdiction}: ${source}`,
  url,
  topics: topics.split(" ").map(topicOf),
  says,
});

/** All notes. */
export const LAW_NOTES: readonly LawNote[] = ROWS.map(noteOf);

const GENDERED_WORDING: Source = {
  id: "gaucher-2011",
  url: "https://doi.org/10.1037/a0022530",
  source:
    "Research: Gaucher, Friesen & Kay, Journal of Personality and Social Psychology 101 (2011)",
};
const CULTURAL_MATCHING: Source = {
  id: "rivera-2012",
  url: "https://doi.org/10.1177/0003122412463213",
  source: "Research: Rivera, Hiring as Cultural Matching, American Sociological Review 77 (2012)",
};

/** Research that says it of these words; it is nobody's law and holds in every place. */
const researchOf = ({ category, said, isJudged }: WhoseQuestion): Source | null => {
  if (category === "culture_fit") return CULTURAL_MATCHING;
  const isOfList = category === "gender_coded" && !isJudged && isCodedByResearch(said);
  return isOfList ? GENDERED_WORDING : null;
};

/** What a rule is asked for. */
export interface WhoseQuestion {
  category: FoundCategory;
  /** The words that were found. */
  said: string;
  /** It is said of somebody in feedback, not in a notice. */
  isJudged: boolean;
  /** Ids of places; all when absent. */
  asked?: readonly string[] | undefined;
}

const notesOf = ({ category, said, asked }: WhoseQuestion): readonly LawNote[] =>
  LAW_NOTES.filter(
    ({ topics, jurisdiction }) =>
      (!asked || asked.includes(jurisdiction)) &&
      topics.some(
        (topic) => topic.category === category && (!topic.matter || isOfMatter(said, topic.matter)),
      ),
  );

/** The jurisdictions asked for whose rules speak of it, in the order of the notes. */
export const jurisdictionsOf = (question: WhoseQuestion): string[] => [
  ...new Set(notesOf(question).map(({ jurisdiction }) => jurisdiction)),
];

/** What is said where nothing is named. */
export const NO_RULE = "No rule is named here for it: ask counsel.";

/** What it leans on: the most direct rule of the first place asked for that has one, else research; null where neither is named. */
export const sourceOf = (question: WhoseQuestion): Source | null => {
  const [note] = notesOf(question);
  const found = note ?? researchOf(question);
  if (!found) return null;
  const { id, url, source } = found;
  return { id, url, source };
};
