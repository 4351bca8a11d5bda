/** Whose rules speak of which topics: engineering notes with their sources, as of a date, and no legal advice. */
import { CATEGORIES, type Category, type Source } from "./types.ts";

/** One rule of one jurisdiction. */
export interface LawNote extends Source {
  jurisdiction: string;
  categories: readonly Category[];
  /** What it asks, in a line. */
  says: string;
}

/** When the notes were written down; laws change. */
export const NOTED_ON = "2026-11-26";

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

type Row = [
  jurisdiction: string,
  id: string,
  source: string,
  url: string,
  categories: string,
  says: string,
];

const ROWS: readonly Row[] = [
  [
    "us",
    "us-title-vii",
    "Title VII of the Civil Rights Act of 1964 (EEOC)",
    "https://www.eeoc.gov/statutes/title-vii-civil-rights-act-1964",
    "origin religion marital_status family orientation language_accent gender_coded height_weight arrest_conviction",
    "No employment decision by race, colour, religion, sex or national origin; questions about them are evidence of it.",
  ],
  [
    "us",
    "us-pda",
    "Pregnancy Discrimination Act of 1978 (EEOC)",
    "https://www.eeoc.gov/statutes/pregnancy-discrimination-act-1978",
    "pregnancy family",
    "Pregnancy, birth and related conditions count as sex.",
  ],
  [
    "us",
    "us-adea",
    "Age Discrimination in Employment Act of 1967 (EEOC)",
    "https://www.eeoc.gov/statutes/age-discrimination-employment-act-1967",
    "age age_coded",
    "No preference by age against people of 40 and over, in notices too.",
  ],
  [
    "us",
    "us-ada",
    "Americans with Disabilities Act, pre-offer inquiries (EEOC)",
    "https://www.eeoc.gov/laws/guidance/enforcement-guidance-preemployment-disability-related-questions-and-medical",
    "disability_health ability_coded height_weight",
    "No question about disability or health, and no medical test, before an offer.",
  ],
  [
    "us",
    "us-gina",
    "Genetic Information Nondiscrimination Act of 2008 (EEOC)",
    "https://www.eeoc.gov/statutes/genetic-information-nondiscrimination-act-2008",
    "genetic",
    "No request for genetic information, the illnesses of relatives included.",
  ],
  [
    "us",
    "us-userra",
    "USERRA (Department of Labor)",
    "https://www.dol.gov/agencies/vets/programs/userra",
    "military_discharge",
    "No disadvantage for service, past or to come, in the uniformed services.",
  ],
  [
    "us",
    "us-nlra",
    "National Labor Relations Act, section 8 (NLRB)",
    "https://www.nlrb.gov/guidance/key-reference-materials/national-labor-relations-act",
    "politics_union",
    "No questions about union membership or sympathies, and no refusal for them.",
  ],
  [
    "us",
    "us-ina",
    "Immigration and Nationality Act, 8 U.S.C. 1324b (Department of Justice)",
    "https://www.justice.gov/crt/immigrant-and-employee-rights-section",
    "citizenship origin",
    "No choice by citizenship or status among those who may work; whether somebody may is asked of everyone alike.",
  ],
  [
    "us",
    "us-fcra",
    "Fair Credit Reporting Act (FTC)",
    "https://www.ftc.gov/legal-library/browse/statutes/fair-credit-reporting-act",
    "credit arrest_conviction",
    "A report from an agency needs a purpose, notice and consent.",
  ],
  [
    "us",
    "us-arrest-guidance",
    "Enforcement guidance on arrest and conviction records (EEOC)",
    "https://www.eeoc.gov/laws/guidance/enforcement-guidance-consideration-arrest-and-conviction-records-employment-decisions",
    "arrest_conviction",
    "An arrest is no proof; a conviction is weighed against the job and the time since.",
  ],
  [
    "us-ca",
    "us-ca-feha",
    "Fair Employment and Housing Act (Civil Rights Department)",
    "https://calcivilrights.ca.gov/employment/",
    "age family pregnancy marital_status origin citizenship religion disability_health genetic orientation military_discharge language_accent",
    "No non-job-related inquiry that shows a limitation by a protected trait.",
  ],
  [
    "us-ca",
    "us-ca-fair-chance",
    "Fair Chance Act (Civil Rights Department)",
    "https://calcivilrights.ca.gov/fair-chance-act/",
    "arrest_conviction",
    "No question about convictions before a conditional offer.",
  ],
  [
    "us-ca",
    "us-ca-pay",
    "Labor Code 432.3 (Labor Commissioner)",
    "https://www.dir.ca.gov/dlse/california_equal_pay_act.htm",
    "pay_history",
    "No question about what an applicant has earned.",
  ],
  [
    "us-ca",
    "us-ca-credit",
    "Labor Code 1024.5",
    "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=1024.5",
    "credit",
    "Credit reports for a few kinds of posts only.",
  ],
  [
    "us-co",
    "us-co-jafa",
    "Job Application Fairness Act (Department of Labor and Employment)",
    "https://leg.colorado.gov/bills/sb23-058",
    "age",
    "No age, date of birth, or dates of school on a first application.",
  ],
  [
    "us-co",
    "us-co-epew",
    "Equal Pay for Equal Work Act (Department of Labor and Employment)",
    "https://cdle.colorado.gov/equalpaytransparency",
    "pay_history",
    "No question about pay history, and no reliance on it.",
  ],
  [
    "us-il",
    "us-il-hra",
    "Illinois Human Rights Act (Department of Human Rights)",
    "https://dhr.illinois.gov/",
    "age family pregnancy marital_status origin citizenship religion disability_health orientation arrest_conviction military_discharge",
    "Arrest records may not be used; convictions only with a substantial relation to the job.",
  ],
  [
    "us-il",
    "us-il-pay",
    "Equal Pay Act of 2003 (Department of Labor)",
    "https://labor.illinois.gov/laws-rules/conmed/equal-pay-act-salary-history-ban.html",
    "pay_history",
    "No question about wage or salary history.",
  ],
  [
    "us-il",
    "us-il-credit",
    "Employee Credit Privacy Act (Department of Labor)",
    "https://labor.illinois.gov/",
    "credit",
    "No inquiry into credit history, with narrow exceptions.",
  ],
  [
    "us-ma",
    "us-ma-151b",
    "General Laws chapter 151B (Commission Against Discrimination)",
    "https://www.mass.gov/orgs/massachusetts-commission-against-discrimination",
    "age family pregnancy origin religion disability_health genetic orientation arrest_conviction military_discharge",
    "No question about criminal history on a first application; none about arrests at all.",
  ],
  [
    "us-ma",
    "us-ma-pay",
    "Equal Pay Act (Attorney General)",
    "https://www.mass.gov/info-details/massachusetts-equal-pay-law",
    "pay_history",
    "No question about pay history before an offer with pay.",
  ],
  [
    "us-ny",
    "us-ny-hrl",
    "Human Rights Law (Division of Human Rights)",
    "https://dhr.ny.gov/",
    "age family pregnancy marital_status origin citizenship religion disability_health genetic orientation arrest_conviction military_discharge",
    "No inquiry that expresses a limitation by a protected trait; none about arrests without conviction.",
  ],
  [
    "us-ny",
    "us-ny-pay",
    "Labor Law 194-a (Department of Labor)",
    "https://dol.ny.gov/salary-history-ban-what-you-need-know",
    "pay_history",
    "No question about wage or salary history, of the applicant or of an employer.",
  ],
  [
    "us-nyc",
    "us-nyc-hrl",
    "New York City Human Rights Law (Commission on Human Rights)",
    "https://www.nyc.gov/site/cchr/law/the-law.page",
    "age family pregnancy marital_status origin citizenship religion disability_health orientation height_weight",
    "Height and weight are protected too, and so are caregivers.",
  ],
  [
    "us-nyc",
    "us-nyc-fair-chance",
    "Fair Chance Act (Commission on Human Rights)",
    "https://www.nyc.gov/site/cchr/law/fair-chance-act.page",
    "arrest_conviction",
    "No question about criminal history before a conditional offer.",
  ],
  [
    "us-nyc",
    "us-nyc-pay",
    "Salary history (Commission on Human Rights)",
    "https://www.nyc.gov/site/cchr/media/salary-history.page",
    "pay_history",
    "No question about salary history, and no reliance on it.",
  ],
  [
    "us-nyc",
    "us-nyc-credit",
    "Stop Credit Discrimination in Employment Act (Commission on Human Rights)",
    "https://www.nyc.gov/site/cchr/media/credit-history.page",
    "credit",
    "No request for consumer credit history.",
  ],
  [
    "eu",
    "eu-2000-78",
    "Directive 2000/78/EC",
    "https://eur-lex.europa.eu/eli/dir/2000/78/oj",
    "age age_coded religion disability_health ability_coded orientation politics_union genetic",
    "No discrimination by religion or belief, disability, age or orientation in access to work.",
  ],
  [
    "eu",
    "eu-2000-43",
    "Directive 2000/43/EC",
    "https://eur-lex.europa.eu/eli/dir/2000/43/oj",
    "origin language_accent citizenship",
    "No discrimination by racial or ethnic origin.",
  ],
  [
    "eu",
    "eu-2006-54",
    "Directive 2006/54/EC",
    "https://eur-lex.europa.eu/eli/dir/2006/54/oj",
    "gender_coded pregnancy family marital_status",
    "Equal treatment of men and women in access to employment, recruitment included.",
  ],
  [
    "eu",
    "eu-2023-970",
    "Directive (EU) 2023/970, article 5",
    "https://eur-lex.europa.eu/eli/dir/2023/970/oj",
    "pay_history gender_coded",
    "Applicants are told the pay and not asked about theirs; notices are gender-neutral. To be national law by 7 June 2026.",
  ],
  [
    "eu",
    "eu-gdpr",
    "Regulation (EU) 2016/679, articles 9 and 10",
    "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    "disability_health genetic religion politics_union orientation origin arrest_conviction",
    "Special kinds of data, and data on offences, are not to be collected without a ground of their own.",
  ],
  [
    "uk",
    "uk-equality-act",
    "Equality Act 2010 (Equality and Human Rights Commission)",
    "https://www.equalityhumanrights.com/equality/equality-act-2010",
    "age age_coded family pregnancy marital_status origin citizenship religion disability_health ability_coded orientation gender_coded language_accent",
    "Nine protected characteristics; section 60: no questions about health before an offer.",
  ],
  [
    "uk",
    "uk-rehabilitation",
    "Rehabilitation of Offenders Act 1974 (GOV.UK)",
    "https://www.gov.uk/government/publications/rehabilitation-of-offenders-act-1974-and-the-exchange-of-criminal-records-information",
    "arrest_conviction",
    "Spent convictions need not be told and may not be held against somebody.",
  ],
  [
    "uk",
    "uk-tulrca",
    "Trade Union and Labour Relations (Consolidation) Act 1992, section 137 (legislation.gov.uk)",
    "https://www.legislation.gov.uk/ukpga/1992/52/section/137",
    "politics_union",
    "No refusal of employment for membership of a union.",
  ],
];

const categoriesOf = (text: string): Category[] => {
  const names = new Set(text.split(" "));
  return CATEGORIES.filter((category) => names.has(category));
};

/** All notes. */
export const LAW_NOTES: readonly LawNote[] = ROWS.map(
  ([jurisdiction, id, source, url, categories, says]) => ({
    jurisdiction,
    id,
    source,
    url,
    categories: categoriesOf(categories),
    says,
  }),
);

/** Research, for what no law names. */
const RESEARCH: Partial<Record<Category, Source>> = {
  gender_coded: {
    id: "gaucher-2011",
    url: "https://doi.org/10.1037/a0022530",
    source: "Gaucher, Friesen & Kay, Journal of Personality and Social Psychology 101 (2011)",
  },
  culture_fit: {
    id: "rivera-2012",
    url: "https://doi.org/10.1177/0003122412463213",
    source: "Rivera, Hiring as Cultural Matching, American Sociological Review 77 (2012)",
  },
  personality_verdict: {
    id: "opm-structured-interviews",
    url: "https://www.opm.gov/policy-data-oversight/assessment-and-selection/structured-interviews/",
    source: "Structured interviews, U.S. Office of Personnel Management",
  },
};

const ANY_RULE: Source = {
  id: "eeoc-prohibited-practices",
  url: "https://www.eeoc.gov/prohibited-employment-policiespractices",
  source: "Prohibited employment policies and practices (EEOC)",
};

const notesOf = (category: Category, asked: readonly string[] | undefined): readonly LawNote[] =>
  LAW_NOTES.filter(
    (note) => note.categories.includes(category) && (!asked || asked.includes(note.jurisdiction)),
  );

/** The jurisdictions asked for whose rules speak of a topic, in the order of the notes. */
export const jurisdictionsOf = (category: Category, asked?: readonly string[]): string[] => [
  ...new Set(notesOf(category, asked).map(({ jurisdiction }) => jurisdiction)),
];

/** The rule that speaks of a topic most directly: of those asked for, else research, else what holds for all hiring. */
export const sourceOf = (category: Category, asked?: readonly string[]): Source => {
  const [note] = notesOf(category, asked).toSorted(
    (a, b) => a.categories.length - b.categories.length,
  );
  const preferred = RESEARCH[category] ?? note ?? ANY_RULE;
  const { id, url, source } = preferred;
  return { id, url, source };
};
