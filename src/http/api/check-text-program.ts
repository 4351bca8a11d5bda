/** What runs in a thread that checks long texts. */
import { answering } from "../../../tools/in-thread.ts";
import { checkText } from "../../language/checker/check-text.ts";

answering(checkText);
