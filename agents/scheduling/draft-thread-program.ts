/** What runs in the thread of `draft-thread.ts`: one draft. */
import { answering } from "../../tools/in-thread.ts";
import { draftHere } from "./draft-thread.ts";

answering(draftHere);
