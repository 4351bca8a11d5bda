/** What runs in the thread of `search-thread.ts`: one search, and its answer. */
import { answering } from "./in-thread.ts";
import { searchHere } from "./search-thread.ts";

answering(searchHere);
