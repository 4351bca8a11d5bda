/** The page of the candidate's assistant in English. */
import type { ChatPageTexts } from "./chat-texts.ts";

export const chatEnglish: ChatPageTexts = {
  title: "Ask about your interview",
  link: "Ask a question",
  linkLead:
    "Software answers at once from what is known here, and says where each answer comes from. What it does not know it passes on to a person.",
  linkToPerson: "Write to a person",
  linkToPersonLead: "No software answers there, as you wished.",

  about: "Who answers here",
  lead: (person) =>
    `You write with software here. It answers questions about your interview, the job and how interviews go here. What it does not know, ${person ?? "a person"} answers.`,
  whole: "What it can do, what is kept, and how to reach a person",
  canDo: [
    "Answer questions about your own interview, the job and how interviews go here, and say where each answer comes from",
    "Pass on to a person what I do not know",
    "Help you to confirm, to ask for another time, to say when you could, and to ask for what you need: always with a press of yours",
  ],
  left: "You have left the assistant: no software answers here. What you write goes to a person, and the answer appears here.",
  over: "There is nothing more to do here. If you have a question, reply to the mail that brought you here.",

  conversation: "Conversation",
  start: "Nothing has been asked yet.",
  suggestions: "For instance",
  suggested: {
    when: "When is my interview?",
    people: "Who will I meet?",
    video: "Where is the video link?",
    place: "Where does it take place?",
    prepare: "What should I prepare?",
    move: "Can I have another time?",
    job: "What is the job about?",
    decides: "Who decides about my application?",
    reads: "Who reads what I write here?",
  },
  you: "You",
  assistant: "Assistant (software)",
  aPerson: "A person answered",
  sources: (count) =>
    count === 1 ? "Where this comes from" : `Where this comes from (${count} places)`,
  sourceKinds: {
    posting: "The job posting",
    guide: "Our guide for candidates",
    policy: "How it works here",
  },
  erased: "(erased)",
  handedOver: "With a person. The answer will appear here; you can close the page and come back.",
  lookAgain: "Look whether an answer has come",

  question: "Your question",
  message: "Your message",
  limit: (most) => `Up to ${most} characters.`,
  send: "Send",
  acts: {
    confirm: "Yes, I will be there",
    ask_to_move: "Ask for another time",
    give_availability: "Send when I could",
    ask_for_adjustment: "Send this to a person",
    opt_out: "No software here: a person answers",
    opt_in: "Let the assistant answer again",
    ask_a_person: "Ask a person",
  },
  otherWords: "Say it in other words",
  otherWordsLabel: "What to send instead of what you wrote above",

  needsTitle: "Something you need to take part",
  needs: "What do you need?",
  leaveTitle: "Rather no software?",
  leaveLead:
    "Then what you write here goes to a person. You can take this back, and it has no part in any decision.",

  back: "To your interview",

  script: {
    working: "Looking it up …",
    charactersLeft: "{n} characters left",
    tooLong: "{n} characters too many: please shorten it, or send it in parts.",
    empty: "Please write your question first.",
    oneMoment: "One moment: your last message is still being answered.",
    enterSends: "Enter sends; Shift and Enter begins a new line.",
    notSent:
      "This could not be sent: there seems to be no connection. Your words are still here; please try again.",
    cut: "The connection broke off before the answer was whole. What has come is shown above; if an answer is missing, please ask again.",
    broken:
      "Something is wrong on our side. Please try again in a few minutes, or reply to our mail: a person will help.",
    aPersonAnswered: "A person answered:",
  },
};
