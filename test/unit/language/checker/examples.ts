/** Sentences that are found, and lawful neighbours close in words that are left alone; apart from those of the evals. */
import type { Category, Kind } from "../../../../src/language/checker/types.ts";

/** One sentence. `found` is false for a lawful neighbour of its category. */
export interface Example {
  category: Category;
  kind: Kind;
  found: boolean;
  text: string;
}

const KIND_OF: Record<string, Kind> = { q: "question", j: "job_text", f: "feedback", m: "message" };

/** One a line: `+` found or `-` left alone, the kind's letter, the sentence. */
const examples = (category: Category, lines: string): Example[] =>
  lines
    .trim()
    .split("\n")
    .map((line): Example => {
      const [sign, letter, ...words] = line.trim().split(" ");
      const kind = KIND_OF[letter ?? ""] ?? "question";
      return { category, kind, found: sign === "+", text: words.join(" ") };
    });

/** All of them. */
export const EXAMPLES: readonly Example[] = [
  ...examples(
    "age",
    `+ q When did you graduate from high school?
    + q How many years until you want to retire?
    + q Would you mind having a manager who is younger than you?
    + q What is your date of birth?
    + q Can someone your age keep up with the pace?
    + q Which decade were you at university?
    + f I think she is too old to learn a new stack.
    + f He must be in his late fifties and wants an easy last job.
    + j Candidates over 40 need not apply.
    + j Maximum age 35.
    + m Please tell us your age for the form.
    - q How old is the oldest system that you have looked after?
    - q What would you retire first in this architecture?
    - j The legal minimum age for this work is 18.
    - f The old code was replaced in steps, and he showed each.
    - m The interview takes between 30 and 45 minutes.`,
  ),
  ...examples(
    "family",
    `+ q Do you have kids?
    + q Who looks after your children when you travel?
    + q How does your family feel about you working weekends?
    + q Do you live alone or with your parents?
    + f She has two toddlers and will leave at five every day.
    + f Family man with three kids, so he will not travel.
    + j Ideal for mums with school-age children.
    + j No family commitments, please.
    + m Tell us about your home life so that we can plan the rota.
    - q How do you test a parent class without its children?
    - j You will teach children between six and nine.
    - f She explained the diagnosis to the child's parents step by step.
    - j We offer childcare vouchers and flexible hours.
    - q Are you able to work overtime at the end of a quarter?`,
  ),
  ...examples(
    "pregnancy",
    `+ q Are you planning to start a family?
    + q Will you be going on maternity leave soon?
    + q Are you expecting?
    + f Newly married, so she will be having babies within the year.
    + f I noticed a baby bump and would rather not risk it.
    + j Women who are pregnant cannot be considered.
    + m Let us know when your baby is due.
    - j We offer 26 weeks of paid parental leave.
    - j Maternity cover for twelve months.
    - q What are you expecting from your first month?
    - m We are expecting you at ten.`,
  ),
  ...examples(
    "marital_status",
    `+ q Are you engaged or married?
    + q What does your wife do?
    + q What was your maiden name?
    + q Does your boyfriend live nearby?
    + f Single, so he can travel whenever we like.
    + f Her husband earns well, she does not need the job.
    + j Unmarried applicants preferred.
    + m Feel free to mention your spouse and what they do.
    - q How do you work with a partner team in another office?
    - j Wedding planner for a hotel by the lake.
    - f She found the single point of failure at once.
    - m Ms Rossi and Mr Okoye will meet you.`,
  ),
  ...examples(
    "origin",
    `+ q Where did you grow up?
    + q Is that a Polish name?
    + q Where are your parents from?
    + q How long has your family been in this country?
    + q What is your ethnic background?
    + f As an Indian he will be good at maths.
    + f She is not from around here and it shows.
    + j No foreigners.
    + j Must be of European descent.
    + m Please state your race on the attached form.
    - q Where did the requirement come from?
    - q How would you find the cause of a race condition?
    - j Chef for an Italian restaurant.
    - f He compared the Chinese and the Indian market with figures.
    - q Where are you based, and which hours suit you?`,
  ),
  ...examples(
    "citizenship",
    `+ q What is your nationality?
    + q Which passport do you hold?
    + q When did you become a citizen?
    + q What kind of visa are you on?
    + f He is on a visa, which is a headache.
    + j Must be a British citizen.
    + j No visa holders.
    + m Send us a scan of your passport and residence permit.
    - q Are you legally authorised to work in Canada?
    - j We cannot sponsor visas for this role.
    - q How do you keep a service a good citizen of the cluster?
    - j You will build the passport renewal service for the Home Office.`,
  ),
  ...examples(
    "religion",
    `+ q What religion are you?
    + q Do you go to church?
    + q Would you need time off to pray?
    + q Which religious holidays do you celebrate?
    + q Do you always wear the headscarf?
    + f Very religious, which could be a problem at the bar.
    + j Practising Christians preferred.
    + m Do you observe Ramadan or any other fast?
    - q Can you work on some Saturdays?
    - j Organist for a church in York.
    - f She ran the mosque's accounts for four years and showed the audit.
    - q How do you convert a prototype into a product?`,
  ),
  ...examples(
    "disability_health",
    `+ q Do you have any disabilities?
    + q How many sick days did you take last year?
    + q Have you ever seen a psychiatrist?
    + q Are you taking any medication?
    + q Have you ever filed for workers' compensation?
    + q Do you smoke?
    + f He has a limp and could not do the rounds.
    + f She told me about her depression, so I worry.
    + j Applicants must be in good health.
    + m Please list any medical conditions.
    - q Can you lift 20 kg, with or without an adjustment?
    - m Tell us if you need any adjustments for the interview.
    - j Nurse for a cancer ward.
    - f Handled the sick-leave report well and found the bug in its totals.
    - q How would you monitor the health of a service?`,
  ),
  ...examples(
    "genetic",
    `+ q Does heart disease run in your family?
    + q Has anyone in your family had cancer?
    + q Have you taken a genetic test?
    + f His father died young of a heart attack, and he may go the same way.
    + j Applicants have to submit a DNA sample.
    + m Please note any hereditary conditions in your family.
    - q How does this class inherit its methods?
    - j Research assistant in a genetics laboratory.
    - f He explained the genetic algorithm and its fitness function.`,
  ),
  ...examples(
    "orientation",
    `+ q Do you have a boyfriend or are you into women?
    + q Are you straight?
    + q Were you born a man?
    + q Have you transitioned?
    + f I suspect that he is gay.
    + f Used to be a man, clients will notice.
    + j Heterosexual couples only.
    + m Could you tell us your sexual orientation?
    - j Everyone is welcome, whatever their sexual orientation.
    - q How do you get straight to the point with a client?
    - f Her transition from sales to product took a year.`,
  ),
  ...examples(
    "politics_union",
    `+ q Who did you vote for?
    + q Are you a member of a trade union?
    + q What do you think of the president?
    + q Have you ever been on strike?
    + f He was a shop steward, we do not need that here.
    + f Very left-wing on social media.
    + j Union members need not apply.
    + m Let us know if you belong to a political party.
    - q How do you explain a UNION in SQL?
    - j Adviser for employee relations and union agreements.
    - m The bus strike is over, so the interview stands.
    - f He built the vote counter and tested ties.`,
  ),
  ...examples(
    "arrest_conviction",
    `+ q Do you have a criminal record?
    + q Have you ever been in jail?
    + q Any trouble with the police?
    + q Were you ever charged with a crime?
    + f Did time as a teenager, so no.
    + j No criminal record.
    + m Please disclose any convictions.
    - q How would you charge a customer who pays late?
    - j Probation officer for the county.
    - f She defended her conviction with data.
    - q What do you do when an alert turns out to be false?`,
  ),
  ...examples(
    "pay_history",
    `+ q How much do you make at your current job?
    + q What was your last salary?
    + q How much are you on at the moment?
    + q What did your previous employer pay you?
    + f Currently on 48k, so we can offer 50.
    + j Please include your salary history.
    + m Send us your last three payslips.
    - q What salary do you expect?
    - q What would you like to earn in this role?
    - j The salary is between 50,000 and 60,000.
    - f She expects 70k, which is in our range.
    - m We pay for your travel.`,
  ),
  ...examples(
    "military_discharge",
    `+ q What type of discharge did you receive?
    + q Why did you leave the Navy?
    + q Are you in the reserves?
    + q Could you be deployed next year?
    + f Dishonourably discharged, it says online.
    + j Must have completed national service.
    + m Please send your DD-214.
    - q What did you learn in the forces that helps you at work?
    - j Veterans are welcome.
    - q How do you plan the discharge of a patient?`,
  ),
  ...examples(
    "credit",
    `+ q Have you ever been bankrupt?
    + q Do you own your home or rent?
    + q Do you have any debts?
    + q How is your credit?
    + f He is deep in debt, I would not trust him with the till.
    + j A clean credit history is required.
    + m We will run a credit check before we talk.
    - q How would you reduce technical debt?
    - j Credit analyst for small firms.
    - f She explained the loan model and its errors.`,
  ),
  ...examples(
    "height_weight",
    `+ q How much do you weigh?
    + q What is your height?
    + q Have you thought about going on a diet?
    + f Too fat for the front desk.
    + f Attractive, she would look good in the shop.
    + j Slim, attractive waitresses wanted.
    + j Minimum height 170 cm.
    + m Please attach a photo of yourself.
    - q How would you weigh speed against safety?
    - j You must be able to lift boxes of 15 kg.
    - f He gave short answers with figures.`,
  ),
  ...examples(
    "language_accent",
    `+ q Is English your native language?
    + q Where did you learn to speak English so well?
    + q What language do you speak with your family?
    + f Strong accent, hard to follow.
    + f Her English is good for a foreigner.
    + j Native English speakers only.
    + m Can you tone down your accent on the phone?
    - q Which languages can you use with customers?
    - j You speak and write French at work every day.
    - q What is the accent colour of the theme?`,
  ),
  ...examples(
    "gender_coded",
    `+ j We want a coding ninja.
    + j Foreman for a building site.
    + j The manager will run his own team.
    + j Waitress for a busy café.
    + f She is quite feisty for a woman.
    + q Are you man enough for this job?
    + m Hey guys, are you ready to crush it?
    - j You will lead a team and report to the board.
    - q How do you handle a dominant supplier?
    - j Women's health nurse for a clinic.`,
  ),
  ...examples(
    "age_coded",
    `+ j Recent graduates only.
    + j A young and energetic team awaits you.
    + f Too set in his ways.
    + f Overqualified, will be bored.
    + m You would fit our youthful crew.
    + q As a millennial, how do you see work?
    - j We were founded in 2019 and are still a young company.
    - q How do you modernise an old system?
    - j Youth worker for a centre in Leeds.`,
  ),
  ...examples(
    "ability_coded",
    `+ j We are insanely fast.
    + j Office clerk who can stand and walk all day.
    + f The design is lame.
    + f She is totally OCD about naming.
    + m It has been a crazy week here.
    - q How would you make this page work for blind users?
    - j Warehouse worker: you stand and walk for most of the shift.
    - f He ran a sanity check on the totals.`,
  ),
  ...examples(
    "culture_fit",
    `+ f Not a culture fit.
    + f I just did not click with her.
    + f He is not one of us.
    + f My gut says no.
    + j You fit right in with our gang.
    + m We felt that you would not fit in here.
    - q How do you check that a model does not overfit?
    - f The answer fits level two of the rubric.
    - m Which of these times suits you?`,
  ),
  ...examples(
    "personality_verdict",
    `+ f He is lazy.
    + f Very arrogant.
    + f Lacks drive.
    + f Seems like a nice guy.
    + f She is too quiet to lead.
    + f Weak personality.
    - f He asked two questions and wrote the answers down.
    - f Could not name a project that failed.
    - q Tell me about a difficult colleague and what you did.`,
  ),
];
