/** Words that candidates ask with, beside those that guides answer with: `parking` stands there, and “where can I leave my car?”
 * is asked. Of English; of what is asked before an interview. */
import { termOf } from "./words.ts";

const IDEAS = [
  "dress wear clothes clothing outfit attire suit smart casual",
  "park parking car garage drive",
  "train tram metro underground subway bus transport station",
  "address directions location office building",
  "arrive arrival reception entrance door lobby late early",
  "reimburse reimbursement expenses costs refund receipts",
  "travel trip flight hotel ticket",
  "accessible accessibility wheelchair step-free lift elevator ramp stairs",
  "disability disabled adjustment adjustments accommodation accommodations dyslexia dyslexic adhd autism autistic deaf blind stammer",
  "bring carry id passport identification",
  "laptop computer machine keyboard charger",
  "video remote online call camera headset microphone link",
  "internet wifi connection network",
  "software download install browser app",
  "break breaks pause rest",
  "food lunch drink drinks coffee water eat vegetarian vegan allergy snacks",
  "toilet toilets bathroom restroom",
  "notes paper cheat-sheet",
  "ai chatgpt copilot assistant claude",
  "recorded record recording transcript",
  "hear answer decision result outcome reply",
  "interviewers interviewer panel meet people",
  "language english speak",
  "process stages steps rounds",
  "long duration length minutes hours",
  "prepare preparation practise practice ready",
  "wrong problem fails breaks-down",
  "child children kids baby dog pet",
  "pray prayer quiet room",
  "pay salary compensation money",
  "reschedule move cancel change",
].map((words) => words.split(" ").flatMap((word) => word.split("-").map(termOf)));

const others = new Map<string, Set<string>>();
for (const idea of IDEAS) {
  for (const term of idea) {
    const known = others.get(term) ?? new Set();
    for (const other of idea) if (other !== term) known.add(other);
    others.set(term, known);
  }
}

/** Terms of the same idea; none: an empty list. */
export const sameIdea = (term: string): string[] => [...(others.get(term) ?? [])];
