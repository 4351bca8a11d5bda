/** What people have in their own lives, in English: who writes `dentist appointment, Tuesday at 3` tells when they are away, also
 * where the verb is left out. What may also be an interview (`call`, `meeting`) or a job (`the dentist interview`) is here only with
 * a verb of having. */
import { each, type Phrases } from "./phrases.ts";

const named = (list: string): string[] => list.split("|").map((name) => name.trim());

const ARTICLES = ["", "a", "an", "my", "the", "another"];

const withArticle = (name: string): string[] =>
  ARTICLES.map((article) => `${article} ${name}`.trim());

const OWN = named(
  `dentist appointment | dentist's appointment | dental appointment | doctor appointment | doctor's appointment |
  doctors appointment | gp appointment | medical appointment | hospital appointment | vet appointment | eye appointment |
  physio appointment | therapy appointment | visa appointment | blood test | school run | school pickup | school pick-up |
  nursery pickup | nursery pick-up | parents' evening | parents evening | court date | jury duty | house move | house viewing |
  driving test | wedding | funeral | graduation | honeymoon`,
);

const HAD = named(
  `dentist | doctor | physio | exam | exams | class | classes | lecture | lectures | flight | conference | meeting | meetings |
  appointment | call | interview | other meeting | other meetings | other interview | team meeting | client meeting | commitment |
  conflict | clash | deadline | school event | family event`,
);

const HAVING = ["i have", "i've got", "i have got", "i'll have", "i will have"];

/** Each names time that somebody has not. */
export const englishEngagements: Phrases = [
  ...OWN.flatMap(withArticle),
  ...HAVING.flatMap((verb) =>
    [...OWN, ...HAD].flatMap(withArticle).map((name) => `${verb} ${name}`),
  ),
  ...named(
    `flying | flying to | flying back | i fly | moving house | in class | in lectures | at work | in court | at school |
    at the dentist | at the dentist's | at the doctor | at the doctor's | at a wedding | at a funeral | at a conference |
    in hospital | on a plane | on a train | on a flight | on jury duty | on parental leave | on maternity leave |
    on paternity leave | on sick leave | on annual leave | picking up my kids | picking up the kids`,
  ),
].flatMap((phrase) => each(phrase, { kind: "away" }));
