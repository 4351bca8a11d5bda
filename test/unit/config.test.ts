import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { EVENTS } from "../../sandbox/lever/webhooks.ts";
import { Environment } from "../../src/config/environment.ts";
import { type Config, parseConfig } from "../../src/config.ts";
import { AppError } from "../../src/domain/errors.ts";
import { Secret } from "../../src/secret.ts";

const KEYS = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
const LONG = "a-token-of-sixteen";
const OAUTH = {
  LEVER_CLIENT_ID: "client",
  LEVER_CLIENT_SECRET: "client-secret-value",
  LEVER_REFRESH_TOKEN: "refresh-token-value",
};
const faultsOf = (env: Record<string, string>): string[] => {
  try {
    parseConfig(env);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "config_invalid") throw error;
    const faults = error.data["faults"];
    if (!Array.isArray(faults)) throw new Error("no list of faults", { cause: error });
    for (const fault of faults) expect(error.message).toContain(String(fault));
    return faults.map(String);
  }
  return [];
};

describe("the configuration of nothing", () => {
  it("is the embedded database, the sandbox company and the offline model on loopback", () => {
    expect(parseConfig({})).toEqual<Config>({
      database: { kind: "embedded" },
      dataDir: ".convene",
      encryptionKeys: null,
      host: "127.0.0.1",
      port: 3000,
      publicUrl: null,
      securityContact: null,
      trustedProxies: 0,
      adminToken: null,
      metricsToken: null,
      mcp: {
        toolsets: null,
        hasSessions: true,
        callsPerMinute: 600,
        hasApprovals: false,
      },
      oidc: null,
      plansDir: "plans",
      inferPlans: true,
      dailyDigest: true,
      approvalMessages: true,
      keepRunsDays: 30,
      keepByCountry: { DE: 183, FR: 730 },
      keepCandidatesDays: 730,
      trailDir: null,
      logLevel: "info",
      company: { name: "our company", zone: "UTC" },
      lever: { kind: "sandbox" },
      leverSignatureTokens: {},
      leverRequestsPerSecond: null,
      leverPerformAs: null,
      automationSigningSecret: null,
      google: null,
      microsoft: null,
      zoom: null,
      slack: null,
      teamsWebhookUrl: null,
      mail: null,
      model: null,
      modelBudgetMs: 20_000,
      missing: [],
      warnings: [],
    });
  });

  it("is the same when everything is given and empty, as compose files do", () => {
    const empty = Object.fromEntries(Object.keys(Environment.shape).map((name) => [name, "  "]));
    expect(parseConfig(empty)).toEqual(parseConfig({}));
  });
});

describe("Lever's credentials", () => {
  it("may be a key", () => {
    const { lever } = parseConfig({ LEVER_API_KEY: " key-value\n" });
    expect(lever).toMatchObject({
      kind: "api_key",
      apiUrl: "https://api.lever.co/v1",
      webUrl: "https://hire.lever.co",
    });
    expect(lever.kind === "api_key" && lever.apiKey.reveal()).toBe("key-value");
  });

  it("may be OAuth, whose token address follows the API's", () => {
    expect(parseConfig(OAUTH).lever).toMatchObject({
      kind: "oauth",
      clientId: "client",
      tokenUrl: "https://auth.lever.co/oauth/token",
    });
    const sandbox = { ...OAUTH, LEVER_API_URL: "https://api.sandbox.lever.co/v1/" };
    expect(parseConfig(sandbox).lever).toMatchObject({
      apiUrl: "https://api.sandbox.lever.co/v1",
      tokenUrl: "https://sandbox-lever.auth0.com/oauth/token",
      webUrl: "https://hire.sandbox.lever.co",
    });
  });

  it.each(Object.keys(OAUTH))("are at fault when of the three %s is missing", (name) => {
    const { [name]: _, ...rest } = OAUTH as Record<string, string>;
    expect(faultsOf(rest)).toEqual([
      `${name}: missing; OAuth needs LEVER_CLIENT_ID, LEVER_CLIENT_SECRET, LEVER_REFRESH_TOKEN together`,
    ]);
  });

  it("are at fault when both kinds are given", () => {
    expect(faultsOf({ ...OAUTH, LEVER_API_KEY: "key" })).toEqual([
      expect.stringMatching(/^LEVER_API_KEY: give either/),
    ]);
  });

  it.each([
    ["LEVER_API_URL", "https://api.lever.co/v1"],
    ["LEVER_PERFORM_AS", "user-1"],
  ])("are at fault when only %s is given: the sandbox was hardly meant", (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name}: is set without credentials; set LEVER_API_KEY`)),
    ]);
  });
});

describe("a fault of the configuration", () => {
  const wrong: [string, string, RegExp][] = [
    ["DATABASE_URL", "mysql://user:hunter2@db/x", /postgres:\/\//],
    ["DATABASE_POOL_SIZE", "2", /from 3 to 200/],
    ["ENCRYPTION_KEYS", "k1:hunter2hunter2", /k1 has \d+ bytes/],
    ["ENCRYPTION_KEYS", "hunter2", /entry 1 is not id:base64key/],
    ["HOST", "hunter2 hunter2", /host name/],
    ["PORT", "hunter2", /whole number from 0 to 65535/],
    ["PORT", "70000", /whole number/],
    ["PUBLIC_URL", "hunter2.example.com", /https:\/\/convene/],
    ["PUBLIC_URL", "https://x.example.com/?token=hunter2", /https:\/\/convene/],
    ["LOG_LEVEL", "hunter2", /one of trace/],
    ["COMPANY_TIME_ZONE", "hunter2", /IANA/],
    ["LEVER_SIGNATURE_TOKENS", "candidateHired=abc,hunter2", /entry 2 is not event=token/],
    ["LEVER_SIGNATURE_TOKENS", "candidateHired=", /entry 1/],
    ["SMTP_URL", "https://hunter2@mail.example.com", /smtps:\/\//],
    ["MAIL_FROM", "hunter2", /Interviews </],
    ["MAIL_FROM", "A <a@example.com>\r\nBcc: hunter2@example.com", /Interviews </],
    ["MAIL_FROM", "A\u0007hunter2 <a@example.com>", /Interviews </],
    ["OPENAI_BASE_URL", "hunter2", /https:\/\/api.openai.com/],
    ["OPENAI_BASE_URL", "http://hunter2.example.com/v1", /must be an https address/],
    ["OPENAI_BASE_URL", "https://user:hunter2@api.openai.com/v1", /without user/],
    ["OPENAI_BASE_URL", "https://:hunter2@api.openai.com/v1", /without user/],
    ["COMPANY_NAME", "hunter2\r\nBcc: x@example.com", /one line/],
    ["COMPANY_NAME", "hunter2\u2028x", /one line/],
    ["COMPANY_NAME", "hunter2\u001b[2J", /without control characters/],
    ["LEVER_API_KEY", "hunter2\u2014hunter2", /as Lever shows it/],
    ["LEVER_API_KEY", "hunter2\r\nx: y", /as Lever shows it/],
    ["ADMIN_TOKEN", "hunter2 hunter2 hunter2", /no white space/],
    ["MODEL_BUDGET_MS", "5", /from 1000/],
    ["KEEP_RUNS_DAYS", "14", /from 15 to 3650/],
  ];

  it.each(wrong)("names %s, says what to do, and does not show the value", (name, value, says) => {
    const faults = faultsOf({ [name]: value }).filter((fault) => fault.startsWith(`${name}: `));
    expect(faults.join("\n")).toMatch(says);
    expect(faultsOf({ [name]: value }).join("\n")).not.toMatch(/hunter2/);
  });

  it.each([
    "http://api.lever.co/v1",
    "https://key:hunter2@api.lever.co/v1",
    "ftp://api.lever.co/v1",
    "api.lever.co/v1",
  ])("is an address such as %s for a service that gets our secrets", (url) => {
    expect(faultsOf({ LEVER_API_KEY: "key", LEVER_API_URL: url })).toEqual([
      expect.stringMatching(/^LEVER_API_URL: must be an https address/),
    ]);
  });

  it.each(["http://localhost:11434/v1", "http://host.docker.internal:11434/v1"])(
    "is not a model's address on this machine, such as %s",
    (url) => {
      expect(faultsOf({ OPENAI_BASE_URL: url, OPENAI_MODEL: "local" })).toEqual([]);
    },
  );

  it.each(["http://127.0.0.1:4010/v1", "http://localhost:4010/v1", "http://company:4010/v1"])(
    "is not an address such as %s, on one machine or one container network",
    (url) => {
      expect(faultsOf({ LEVER_API_KEY: "key", LEVER_API_URL: url })).toEqual([]);
    },
  );

  it("does not hide another one", () => {
    const names = faultsOf({
      PORT: "x",
      LOG_LEVEL: "loud",
      DATABASE_URL: "postgres://localhost/convene",
      MAIL_FROM: "a@example.com",
      LEVER_CLIENT_ID: "client",
    }).map((fault) => fault.split(":")[0] ?? "");
    expect(names.toSorted()).toEqual([
      "ENCRYPTION_KEYS",
      "LEVER_CLIENT_SECRET, LEVER_REFRESH_TOKEN",
      "LOG_LEVEL",
      "PORT",
      "SMTP_URL",
    ]);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ DATABASE_URL: "postgres://localhost/convene" }, /^ENCRYPTION_KEYS: is needed/],
    [{ SMTP_URL: "smtp://localhost" }, /^MAIL_FROM: is needed/],
    [{ MAIL_FROM: "a@example.com" }, /^SMTP_URL: is needed/],
    [{ GOOGLE_API_URL: "https://google.example.com" }, /^GOOGLE_SERVICE_ACCOUNT_FILE: is needed/],
    [
      { MICROSOFT_TENANT_ID: "example.com" },
      /^MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET: missing/,
    ],
    [
      { MICROSOFT_GRAPH_URL: "https://graph.example.com" },
      /^MICROSOFT_TENANT_ID, MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET: missing/,
    ],
    [{ OPENAI_BASE_URL: "http://localhost:11434/v1" }, /^OPENAI_MODEL: is needed/],
  ])("is half of a pair: %j", (env, says) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(says)]);
  });
});

describe("what is set", () => {
  it("is read, typed and trimmed", () => {
    const config = parseConfig({
      DATABASE_URL: "postgres://u:p@localhost:5432/convene",
      DATABASE_POOL_SIZE: "5",
      ENCRYPTION_KEYS: KEYS,
      PUBLIC_URL: "https://convene.example.com/",
      HOST: "::1",
      METRICS_TOKEN: " hunter2hunter2hunter2 ",
      PORT: "0",
      LOG_LEVEL: "warn",
      COMPANY_NAME: "Example Works",
      COMPANY_TIME_ZONE: "Asia/Kolkata",
      LEVER_API_KEY: "key",
      LEVER_SIGNATURE_TOKENS: `candidateHired=${LONG}, candidateHired=${LONG}2,*=${LONG}=b,`,
      LEVER_PERFORM_AS: "user-1",
      GOOGLE_SERVICE_ACCOUNT_FILE: "/etc/google.json",
      SMTP_URL: "smtps://u:p@mail.example.com:465",
      MAIL_FROM: "Example Works <interviews@example.com>",
      OPENAI_BASE_URL: "http://localhost:11434/v1/",
      OPENAI_MODEL: "local",
    });
    expect(config).toMatchObject({
      database: { kind: "postgres", poolSize: 5 },
      publicUrl: "https://convene.example.com",
      host: "::1",
      port: 0,
      logLevel: "warn",
      company: { name: "Example Works", zone: "Asia/Kolkata" },
      leverPerformAs: "user-1",
      google: { serviceAccountFile: "/etc/google.json", apiUrl: null },
      mail: { from: { email: "interviews@example.com", name: "Example Works" } },
      model: { apiKey: null, baseUrl: "http://localhost:11434/v1", name: "local" },
    });
    const tokens = Object.entries(config.leverSignatureTokens).map(([event, secrets]) => [
      event,
      secrets.map((one) => one.reveal()),
    ]);
    expect(tokens).toEqual([
      ["candidateHired", [LONG, `${LONG}2`]],
      ["*", [`${LONG}=b`]],
    ]);
    expect(config.missing.map(({ variables }) => variables)).toEqual([["ADMIN_TOKEN"]]);
    expect(config.warnings).toEqual([]);
  });

  it("may be Microsoft 365, and then no calendar is missing", () => {
    const { microsoft, google, missing } = parseConfig({
      LEVER_API_KEY: "key",
      MICROSOFT_TENANT_ID: "example.com",
      MICROSOFT_CLIENT_ID: "0f8fad5b-d9cb-469f-a165-70867728950e",
      MICROSOFT_CLIENT_SECRET: "a secret value".replaceAll(" ", "~"),
      MICROSOFT_LOGIN_URL: "https://login.microsoftonline.us/",
    });
    expect(google).toBeNull();
    expect(microsoft).toMatchObject({
      tenantId: "example.com",
      clientId: "0f8fad5b-d9cb-469f-a165-70867728950e",
      graphUrl: "https://graph.microsoft.com",
      loginUrl: "https://login.microsoftonline.us",
    });
    expect(microsoft?.clientSecret.reveal()).toBe("a~secret~value");
    expect(missing.flatMap(({ variables }) => variables)).not.toContain(
      "GOOGLE_SERVICE_ACCOUNT_FILE",
    );
  });

  it("for a real Lever account lists what is off until it is set", () => {
    const { missing } = parseConfig({ LEVER_API_KEY: "key" });
    expect(missing.flatMap(({ variables }) => variables)).toEqual([
      "GOOGLE_SERVICE_ACCOUNT_FILE",
      "SMTP_URL",
      "MAIL_FROM",
      "LEVER_SIGNATURE_TOKENS",
      "ADMIN_TOKEN",
      "PUBLIC_URL",
      "COMPANY_NAME",
      "COMPANY_TIME_ZONE",
    ]);
    for (const { means } of missing) expect(means).toMatch(/\.$|create$/);
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ ADMIN_TOKEN: "hunter2" }, /^ADMIN_TOKEN is short: make a longer/],
    [
      { AUTOMATION_SIGNING_SECRET: "hunter2" },
      /^AUTOMATION_SIGNING_SECRET is short: make a longer/,
    ],
    [
      { LEVER_SIGNATURE_TOKENS: `*=${LONG},candidateHired=${LONG},candidateHired=hunter2` },
      /^LEVER_SIGNATURE_TOKENS has a short token for candidateHired: /,
    ],
    [
      { LEVER_SIGNATURE_TOKENS: `candidateStageChanged=${LONG}` },
      /^LEVER_SIGNATURE_TOKENS: Lever has no event candidateStageChanged\. It has .*candidateStageChange,/,
    ],
  ])("and odd is warned of, without its value: %j", (env, says) => {
    const { warnings } = parseConfig(env);
    expect(warnings).toEqual([expect.stringMatching(says)]);
    expect(warnings.join()).not.toMatch(/hunter2|sixteen/);
  });

  it("of Lever's events is all that the sandbox company sends", () => {
    const pairs = Object.keys(EVENTS).map((event) => `${event}=${LONG}`);
    expect(parseConfig({ LEVER_SIGNATURE_TOKENS: pairs.join() }).warnings).toEqual([]);
  });

  it("for people who are not there is left alone in the sandbox, and said", () => {
    const config = parseConfig({ SMTP_URL: "smtp://localhost", MAIL_FROM: "a@example.com" });
    expect(config.mail).toBeNull();
    expect(config.warnings).toEqual([expect.stringMatching(/^SMTP_URL is not used/)]);
  });
});

describe("a secret", () => {
  it("shows itself only when asked", () => {
    const secret = new Secret("hunter2");
    const shown = [
      String(secret),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ deep: [{ secret }] }, { depth: null, showHidden: true }),
    ];
    for (const text of shown) {
      expect(text).toContain("[secret]");
      expect(text).not.toContain("hunter2");
    }
    expect(secret.reveal()).toBe("hunter2");
  });

  it("of a whole configuration stays hidden however that is printed", () => {
    const config = parseConfig({
      ...OAUTH,
      DATABASE_URL: "postgres://u:hunter2@localhost/convene",
      ENCRYPTION_KEYS: KEYS,
      ADMIN_TOKEN: "hunter2hunter2hunter2",
      LEVER_SIGNATURE_TOKENS: "*=hunter2",
      AUTOMATION_SIGNING_SECRET: "hunter2",
      SMTP_URL: "smtp://u:hunter2@localhost",
      MAIL_FROM: "a@example.com",
      OPENAI_API_KEY: "hunter2",
    });
    const shown = `${inspect(config, { depth: null, showHidden: true })}${JSON.stringify(config)}`;
    expect(shown).toContain("[secret]");
    expect(shown).not.toMatch(/hunter2|client-secret-value|refresh-token-value/);
    expect(shown).not.toContain(KEYS);
  });
});
