/** The candidate's page in English. */
import type { CandidateTexts } from "./candidate-texts.ts";
import { chatEnglish } from "./chat-en.ts";

export const english: CandidateTexts = {
  booked: (session, posting) => `${session} for ${posting}`,
  bookedSeveral: (posting) => `Your interviews for ${posting}`,
  offered: (posting) => `Choose a time for your interview: ${posting}`,
  booking: "We are booking your time",
  open: (posting) => `Your interview for ${posting}`,
  cancelled: (what) => `Cancelled: ${what}`,
  over: "Nothing more to do here",

  openLead:
    "There is no time to choose at the moment. Tell us when you could, and we look for a time that suits you.",
  openByPeople: "A person arranges your interview with you, and writes to you.",
  availabilityByPeople:
    "What is marked here would reach nobody: tell them your times when they write, or ask for a person on your page.",
  cancelledLead: "This does not take place any more, and nothing else is planned here.",
  bookingLead:
    "Thank you for choosing. We look once more that everybody can come; this takes a few seconds. The page looks again by itself.",
  overLead: "This page is no longer needed.",
  pastLead: "No interview is to come here.",
  askLead: "If you have a question, ask it below, or reply to our mail.",
  replyLead: "If you have a question, reply to the mail that brought you here.",
  offeredLead: "These times are kept for you. Choose the one that suits you best.",
  offeredUntil: (when) => `They are kept until ${when}.`,
  offeredEach: "Each can be chosen until two hours before it begins.",
  pickLost:
    "We are sorry: the time that you chose was taken a moment before. Nothing was booked. These are still free for you.",
  noneSuits: "None of these suits me",

  minutes: (count) => `${count} minutes`,
  with: "You will meet",
  alsoThere: "Also there",
  learning: {
    shadow: (name) => `${name}, who sits in to learn`,
    reverse_shadow: (name) => `${name}, who leads the conversation`,
  },
  where: "Where",
  length: "How long",
  prepare: "To prepare",
  whereVideo: "By video. The link is in our mail to you.",
  wherePhone: "By phone: we call you",
  whereOnsite: "On site",
  whereRoom: (room) => `On site, room ${room}`,
  joinVideo: "Video link",
  calendarFile: "Put it into my calendar",

  confirm: "I will be there",
  confirmed: "You confirmed that you will be there. Thank you.",

  needsTitle: "What you need, and how your name is said",
  needsLead:
    "Anything that helps you to take part comfortably: more time, captions, a step-free room, a break. It goes to the people who arrange your interview. It stands in no brief and no note for your interviewers, and it has no part in any decision.",
  needs: "What do you need?",
  needsHint: "Leave it empty if there is nothing.",
  pronunciation: "How is your name said?",
  pronunciationHint: "For instance: SHUH-vawn.",
  needsSend: "Send",
  needsTold: (when) => `You told us on ${when}. What you send now is added to it.`,

  moveTitle: "Ask for another time",
  moveLead:
    "We look for another time and write to you. Until then your interview stays as it is. What you write below is read by a person.",
  moveReason: "Why, and when would it suit you better?",
  moveSend: "Ask for another time",
  moveAsked: (when) => `You asked for another time on ${when}. A person will write to you.`,
  moveKept: (when) =>
    `You asked for another time on ${when}. Your interview stays as it is booked.`,
  moveAgain: "You can ask again, or ask for a person below.",
  moveTooOften:
    "Another time was asked for as often as can be done here, but a person can still help: one press is enough, or reply to our mail. If you cannot come at all, cancel it below.",
  moveTooLate:
    "It is too late to move the interview here, but a person can still help: one press is enough, or reply to our mail. If you cannot come at all, cancel it below.",
  moveByPerson: "Ask a person for another time",
  moveUntil: (when) => `Possible here until ${when}.`,

  cancelTitle: "Cancel the interview",
  cancelLead: "A person takes it out of everybody's calendar and tells you when that is done.",
  cancelReason: "Would you like to tell us why? You need not.",
  cancelSend: "Ask to cancel",
  cancelAsked: (when) => `You asked to cancel on ${when}. A person will confirm it to you.`,

  personTitle: "Rather a person?",
  personLead:
    "If you would like people to arrange your interviews instead of software, one press is enough; it has no part in any decision.",
  optedOut: (when) =>
    `You asked for people instead of software on ${when}: people arrange everything with you since. It has no part in any decision. Should you want the software again, tell them.`,
  noticeWhole: "Read more on the software and your rights",
  personSend: "A person instead",
  personAgain: "Ask a person",
  personAsked: (when) => `You asked for a person on ${when}. Somebody will write to you.`,
  personSeenTo: (when) =>
    `You asked for a person on ${when}, and somebody has seen to it. If that did not help, ask again.`,

  availabilityTitle: "When could you?",
  availabilityLead: "Mark what is possible, or write it in your own words. The more, the easier.",
  availabilityParts: { am: "Morning 8–12", noon: "Afternoon 12–17", pm: "Evening 17–20" },
  availabilityWords: "In your own words",
  availabilityWordsHint: "For instance: Tuesday 2–5pm, or any time Thursday except noon.",
  availabilityRead: "Go on",
  availabilityToldAt: (when) => `You told us on ${when}. What you send now takes its place.`,
  checkTitle: "Is this right?",
  checkLead: "This is how we understood you. It counts when you say yes.",
  checkNone: "We found no time in it that is still to come. Please write it in another way.",
  checkAssumed: "We took it that",
  checkAsks: "Something is not clear yet. Choose what you mean, or change your words.",
  checkConfirm: "Yes, that is right",
  availabilityBooked: (when) =>
    `Your interview is booked for ${when}. What you say here does not change it by itself; the next page says what comes of it.`,
  whatComes: {
    again: (when) =>
      `You asked for another time. When you say yes, we look again, among these times alone. Until that is decided, your interview stays as it is: ${when}.`,
    move: (when) =>
      `Your interview, ${when}, is not among these times. When you say yes, you ask for another time: we look for one among these. Until that is decided, your interview stays as it is.`,
    often: (when) =>
      `Your interview, ${when}, is not among these times, but it was moved as often as can be done here: it stays as it is. Please reply to our mail: a person will help.`,
    late: (when) =>
      `Your interview, ${when}, is not among these times, but it is too late to move it here: it stays as it is. Please reply to our mail: a person will help.`,
    kept: (when) =>
      `These times change nothing about your interview, ${when}. We keep them in case it has to be moved.`,
    cancelling: (when) =>
      `You asked to cancel your interview, ${when}. These times change nothing about that.`,
  },
  whatCame: {
    again:
      "Thank you. We look for another time among those that you gave, and write to you. Until then your interview stays as it is.",
    kept: "Thank you. We keep these times in case your interview has to be moved.",
  },
  checkAgain: "Change it",

  zone: "Time zone",
  language: "Dates in",
  show: "Show",
  back: "Back to your interview",
  again: "Look again",
  zoneAssumed: (zone) =>
    `We do not know your time zone. Times are shown in ${zone}; please choose yours if that is another one.`,
  zoneShown: (zone) => `Times are shown in ${zone}.`,
  zoneDiffers: (shown, assumed) =>
    `Times are shown in ${shown}. Our messages to you used ${assumed}: mind the difference.`,
  showIn: (zone) => `Show them in ${zone}`,
  elsewhere: (times) => `that is ${times}`,

  thanks: {
    confirmed: "Thank you. We are looking forward to meeting you.",
    needs: "Thank you. The people who arrange your interview will see to it.",
    picked: "Thank you for choosing.",
    availability: "Thank you. We look for a time that suits you and write to you.",
    wants_move: "We have your wish. A person will write to you about another time.",
    wants_cancel: "We have your wish. A person will confirm it to you.",
    wants_person: "A person will write to you.",
    no_reminders: "We send you no more reminders.",
    reminders_again: "We remind you of your interviews again.",
  },
  takenAlready: "You have chosen a time already.",

  chat: chatEnglish,

  tooLong: "This is too long: please shorten it to 2,000 characters.",
  nothingSaid: "Please write something, or leave the page as it is.",
  nothingMarked: "Please mark a time, or write when you could.",
  tooManyTimes: "These are more single times than we can keep: please give fewer, or longer ones.",

  errors: {
    invalid: {
      title: "This link does not work",
      words:
        "It is not one that we sent, or a part of it is missing. Please open it from our mail again, or copy it whole. If it still does not work, reply to the mail: a person will help.",
    },
    expired: {
      title: "This link has ended",
      words:
        "Links end some days after the interview. If there is something that you would like to know or to change, reply to our mail: a person will help.",
    },
    tooMany: {
      title: "One moment, please",
      words: "The page was opened very often just now. Wait a minute and try again.",
    },
    refused: {
      title: "That did not work",
      words:
        "What was sent cannot be used. Please go back to the page and try again, or reply to our mail: a person will help.",
    },
    broken: {
      title: "Something is wrong on our side",
      words:
        "Nothing was changed. Please try again in a few minutes, or reply to our mail: a person will help.",
    },
  },
};
