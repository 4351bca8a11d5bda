/** LangSmith traces by its own environment variables, which its library reads by itself. Prompts and answers stay in the house unless
 * somebody says that they may leave it. */

/** Any of them switches it on. Source: LangChain core, `isTracingEnabled`. */
const SWITCHES = [
  "LANGSMITH_TRACING_V2",
  "LANGCHAIN_TRACING_V2",
  "LANGSMITH_TRACING",
  "LANGCHAIN_TRACING",
];
const HIDDEN = ["INPUTS", "OUTPUTS"] as const;

type Variables = Record<string, string | undefined>;

/** Says in the environment, where nothing is said of it, that content is hidden. Shape: variables by which somebody shows it. */
export const hideTracedContent = (env: Variables): string[] => {
  if (!SWITCHES.some((name) => env[name] === "true")) return [];
  return HIDDEN.flatMap((what) => {
    const names = [`LANGSMITH_HIDE_${what}`, `LANGCHAIN_HIDE_${what}`];
    const said = names.filter((name) => (env[name] ?? "") !== "");
    if (said.length === 0) env[`LANGSMITH_HIDE_${what}`] = "true";
    return said.filter((name) => env[name] !== "true");
  });
};
