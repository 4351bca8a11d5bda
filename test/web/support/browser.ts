/** A real Chromium from npm, one a test file, and what tests look at in it. */
import axe from "axe-core";
import chromium from "@sparticuz/chromium";
import { type Browser, type Page, chromium as playwright } from "playwright-core";
import { inject } from "vitest";
import { IS_WHOLE } from "../../support/extent.ts";

/** Flags that keep it from calling home: everything stays on loopback. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** What its maker sets for functions in a cloud: one process dies with the first page that is closed, and without web
 * security a page could do what no real browser lets it. */
const UNWANTED =
  /^--(headless|single-process|no-zygote|disable-web-security|allow-running-insecure)/;

/** Starts the browser. */
export const startBrowser = async (): Promise<Browser> =>
  await playwright.launch({
    executablePath: inject("browser"),
    args: [...chromium.args.filter((flag) => !UNWANTED.test(flag)), ...QUIET],
    headless: true,
  });

/** Shorter than a test's own limit, so that what did not come is named. */
const PATIENCE_MS = 240_000;

export interface Look {
  width?: number;
  scheme?: "light" | "dark";
}

/** How every page is looked at. What a scheme breaks it breaks at every width: each of both once is enough for most runs. */
export const LOOKS = [
  { width: 1440, scheme: "light" },
  { width: 390, scheme: "dark" },
  ...(IS_WHOLE
    ? ([
        { width: 1440, scheme: "dark" },
        { width: 390, scheme: "light" },
      ] as const)
    : []),
] as const;

/** A page of its own with nothing remembered. Errors in the page's script fail the test at `assertQuiet`. */
export const openPage = async (
  browser: Browser,
  look: Look = {},
): Promise<{ page: Page; assertQuiet(): void }> => {
  const width = look.width ?? 1440;
  const context = await browser.newContext({
    viewport: { width, height: width < 500 ? 844 : 900 },
    colorScheme: look.scheme ?? "light",
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(error.message));
  return {
    page,
    assertQuiet: () => {
      if (faults.length > 0) throw new Error(`the page's script failed: ${faults.join("; ")}`);
    },
  };
};

/** Faults that axe finds, in words. Shape: empty when there is none. */
export const findAxeFaults = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source);
  // What is well is many times more than what is not, and is told of every element: it stays where it was found.
  const violations = await page.evaluate(async () => {
    const run = Reflect.get(window, "axe") as typeof axe;
    const found = await run.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
    });
    return found.violations;
  });
  return violations.map(
    (violation) =>
      `${violation.id}: ${violation.help} (${violation.nodes
        .slice(0, 3)
        .map((node) => `${node.html.slice(0, 140)} ${node.failureSummary ?? ""}`)
        .join(" | ")})`,
  );
};

/** Whether the page can be scrolled sideways. */
export const scrollsSideways = async (page: Page): Promise<boolean> =>
  await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1,
  );
