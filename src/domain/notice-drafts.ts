/** Our drafts of what candidates are told: version 0, until an admin saves one of their own. Longer ones to begin from: docs/notices. */
import type { NoticeId, NoticeItems } from "./notice.ts";

export const DRAFT_ITEMS: NoticeItems = {
  product: "Convene",
  developer: "the Convene project",
  decisions: "arranging interviews and preparing interviewers; it takes no decision itself",
  data: "your application, our employees’ calendars, messages, and what you say on your page",
  positions: "every position for which interviews are arranged on these pages",
  contact: "reply to any of our mails, or ask for a person on your page",
};

/** The same wherever somebody is. */
const GENERAL = `Software called {{product}} helps to arrange your interview, and software may have worded some of what you read. It decides nothing about your application: people do.

It reads what is in our recruiting system about your application and our employees’ calendars, proposes times, prepares interviewers, and answers questions on your page. Where it lays the interviewers’ written feedback side by side, or proposes a next step, a person decides each time. **It does not reject anybody**, and analyses no video, voice, face or emotion.

- **A person instead:** ask for one at any time, at no disadvantage.
- **Need something to take part on equal terms?** Say it on your page. It goes to those who arrange your interview and to nobody else.
- **To reach us:** {{contact}}.`;

const EU = `In the chat on your page you write with software until you ask for a person. You can leave it at any time.

- **What for:** to arrange and hold interviews.
- **Which data:** {{data}}.
- **Your rights:** access, correction, erasure, restriction, objection, portability, and a complaint to your data protection authority. You may ask a person to look at any decision, say what you think of it, and contest it.
- **To reach us:** {{contact}}.`;

const NEW_YORK_CITY = `If you live in New York City, you may ask for another process or an accommodation.

- **What the software looks at to judge job qualifications:** nothing; it helps to arrange interviews. If a tool that helps to decide is to be used, you get a notice of its own ten business days before.
- **Data:** {{data}}. Ask for its source, and for how long it is kept; you have an answer within thirty days.
- **To ask:** {{contact}}.`;

const ILLINOIS = `Artificial intelligence is used in recruiting for positions in Illinois; this says which, and what for.

- **What is used:** {{product}}, made by {{developer}}.
- **What it takes part in:** {{decisions}}.
- **For which positions:** {{positions}}.
- **Data:** {{data}}. No zip code is used in place of anything else.
- **Questions, or to ask for an accommodation:** {{contact}}.`;

const COLORADO = `If you live in Colorado, you may ask why something was decided, have data about you corrected, and have a person look at it again.

- **What is used, and what for:** {{product}}, for {{decisions}}.
- **Data:** {{data}}.
- **After an outcome that is not in your favour:** ask for the main reasons, for a correction, and for a review by a person.
- **To ask:** {{contact}}.`;

const CALIFORNIA = `If you live in California, you may ask what is held of you and how it was used, and have people do without software what concerns you.

- **What is used, and what for:** {{product}}, for {{decisions}}.
- **Data:** {{data}}.
- **Your choices:** know what is held, have it corrected or deleted, do without software, or appeal to a person who can change the outcome. Whoever asks has no disadvantage from it.
- **To ask:** {{contact}}.`;

export const NOTICE_DRAFTS: Record<NoticeId, string> = {
  general: GENERAL,
  eu: EU,
  "us-nyc": NEW_YORK_CITY,
  "us-il": ILLINOIS,
  "us-co": COLORADO,
  "us-ca": CALIFORNIA,
};
