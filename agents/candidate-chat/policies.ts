/** What holds for every candidate, as the assistant tells it. Each of these is how the product is. */
import type { Known, PolicyName } from "./knowledge.ts";

const TITLES: Record<PolicyName, string> = {
  software: "About this assistant",
  data: "What is kept of this chat",
  decisions: "Who decides",
  needs: "What you need",
  changes: "Another time",
  cancel: "Cancelling",
  reminders: "Reminders",
};

const wordsOf = (name: PolicyName, company: string): string => {
  switch (name) {
    case "software":
      return `I am software, not a person. I answer from what is known of your own interview here, from the job posting and from what ${company} has written for candidates, and I say where each answer comes from. What I do not know I pass on to a person, whom you can ask at any time.`;
    case "data":
      return `What you write here is kept encrypted, for the people at ${company} who arrange your interview. One of them may interview you as well. It is erased when your data is erased there.`;
    case "decisions":
      return `People decide about your application. I have no access to feedback, scores, interviewers' notes or other candidates, I take no part in any decision, and I can promise nothing.`;
    case "needs":
      return "What you need goes to the people who arrange your interview. It stands in no brief and no note for your interviewers, and it has no part in any decision. No language model is given it.";
    case "changes":
      return "When you ask for another time, one is looked for and you get a mail about it.";
    case "cancel":
      return "As long as an interview is booked, you can ask to cancel it on your page, and write there if you withdraw your application altogether. A person takes the interview out of everybody's calendar and tells you when that is done. You can tell a person here as well.";
    case "reminders":
      return "You are reminded of your interview by mail. Every reminder has a link that ends them.";
  }
};

/** All of them. */
export const policiesOf = (company: string): Record<PolicyName, Known> => {
  const known = (name: PolicyName): Known => ({
    id: `policy.${name}`,
    kind: "policy",
    title: TITLES[name],
    excerpt: wordsOf(name, company),
  });
  return {
    software: known("software"),
    data: known("data"),
    decisions: known("decisions"),
    needs: known("needs"),
    changes: known("changes"),
    cancel: known("cancel"),
    reminders: known("reminders"),
  };
};
