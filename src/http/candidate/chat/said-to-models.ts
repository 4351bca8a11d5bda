/** What was said before that a model may read. */
import { mayTellNeed } from "../../../../agents/candidate-chat/may-tell-need.ts";
import { isAboutNeeds } from "../../../../agents/candidate-chat/needs.ts";
import { isByRuleAlone } from "../../../../agents/candidate-chat/reply-by-rule.ts";
import type { ChatRecord } from "../../../cases/chat.ts";

/** Nothing of a person's, nothing private, nothing that no model was asked about (orders to the assistant, other candidates, verdicts, chances)
 * with what was said to it, and nothing from before the assistant was last let answer: that may have been written to a person alone. */
export const saidToModels = (messages: readonly ChatRecord[]): ChatRecord[] => {
  let isOpen = true;
  return messages
    .slice(messages.findLastIndex(({ topic }) => topic === "opt_in" || topic === "opt_out") + 1)
    .filter(({ speaker, isPrivate, topic, words }) => {
      if (words === null || speaker === "person") return false;
      if (speaker === "candidate") isOpen = !isByRuleAlone(words.text);
      const isOfNeed = speaker === "candidate" ? mayTellNeed : isAboutNeeds;
      return isOpen && !isPrivate && topic !== "needs" && !isOfNeed(words.text);
    });
};
