// The program as `npm start`, the image and `convene` start it. Plain JavaScript, because Node takes the types out of what it
// runs by a WebAssembly program of its own, which then stays in memory: behind the cache it is not needed at all, but the
// file that opens the cache comes before it.
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// A third off every start but the first: what Node compiled is kept beside the packages it came from.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/compiled", import.meta.url)));

await import("../src/cli.ts");
