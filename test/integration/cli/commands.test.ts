import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/db/open.ts";
import type { Database } from "../../../src/db/port.ts";
import { FIRST_HASH } from "../../../src/ledger/entry.ts";
import { type Outcome, runConvene } from "../../support/convene.ts";
import { fillFolder } from "../../support/database.ts";
import { startCompany } from "../../../sandbox/company.ts";
import { openLoopbackServer } from "../../support/loopback-server.ts";

describe("the command line", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "convene-cli-"));
    await fillFolder(folder);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const convene = async (args: string[], env: Record<string, string> = {}): Promise<Outcome> => {
    return await runConvene(args, { PATH: process.env["PATH"], DATA_DIR: folder, ...env });
  };

  it.each([
    [["frobnicate"], /unknown command 'frobnicate'/],
    [["migrate", "twice"], /too many arguments/],
    [["token", "create", "--role", "admin"], /--name/],
    [["token", "create", "--name", " Convene ", "--role", "admin"], /acts by this one/],
    [["token", "create", "--name", "x", "--role", "king"], /must be one of admin, recruiter/],
    [["token", "create", "--name", "x", "--role", "admin", "--days", "0"], /at least 1/],
    [["token", "create", "--name", "x", "--days", "999999999"], /at most 3650/],
    [["token", "create", "--name", "x", "--days", "1e3"], /--days: must be a whole number/],
    [["token", "create", "--name", "x", "--days", "0x10"], /--days: must be a whole number/],
    [["token", "create", "--name", "x", "--days", ""], /--days: must be a whole number/],
    [["reconcile", "--wait", "6e2"], /whole number of seconds/],
    [["token", "create", "--name", " "], /1 to 80 characters/],
    [["reconcile", "--wait", "soon"], /whole number of seconds/],
    [["link"], /--interviewer/],
    [["link", "--interviewer", "grace@example.test"], /copy the link from People/],
    [["plan", "check", "/there/is/nothing"], /cannot be read: \/there\/is\/nothing/],
  ])("refuses %j in a line or two, without a stack", async (args, words) => {
    const { code, err } = await convene(args);
    expect(code).toBe(1);
    expect(err).toMatch(words);
    expect(err).not.toMatch(/^ +at /m);
  });

  it("names each fault of a plan with file, line and reason", async () => {
    const plans = await mkdtemp(join(tmpdir(), "convene-plans-"));
    try {
      await writeFile(join(plans, "bad.yaml"), "plans:\n  - id: x\n    name: X\n");
      const { code, out, err } = await convene(["plan", "check", plans]);
      expect(code).toBe(1);
      expect(out + err).toMatch(/bad\.yaml:\d+/);
    } finally {
      await rm(plans, { recursive: true, force: true });
    }
  });

  it("names a pipe among the plans, and does not wait for it", async () => {
    const plans = await mkdtemp(join(tmpdir(), "convene-plans-"));
    try {
      await promisify(execFile)("mkfifo", [join(plans, "x.yaml")]);
      const { code, err } = await convene(["plan", "check", plans]);
      expect([code, err]).toEqual([
        1,
        "x.yaml:1: is no file that can be read (a pipe or device)\n",
      ]);
    } finally {
      await rm(plans, { recursive: true, force: true });
    }
  });

  it("says in a line that .env is no file", async () => {
    const place = await mkdtemp(join(tmpdir(), "convene-env-"));
    try {
      await mkdir(join(place, ".env"));
      const { code, out, err } = await runConvene(["--version"], {}, place);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(/^\.env cannot be read \(EISDIR\): make it a file .*\n$/);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });

  it("tells the doctor's caller of all parts, though plans and Google's key are faulty", async () => {
    const place = await mkdtemp(join(tmpdir(), "convene-faulty-"));
    try {
      await writeFile(join(place, "bad.yaml"), "plans:\n  - id: x\n");
      await using lever = await openLoopbackServer(() => ({ body: { data: [] } }));
      const { code, out, err } = await convene(["doctor"], {
        LEVER_API_KEY: "a key",
        LEVER_API_URL: lever.url,
        PLANS_DIR: place,
        GOOGLE_SERVICE_ACCOUNT_FILE: join(place, "no-such-key.json"),
      });
      expect([code, err]).toEqual([1, ""]);
      expect(out).toMatch(
        /^FAULT {4}plans: The interview plans have faults:\n {2}bad\.yaml:\d+: /m,
      );
      expect(out).toMatch(/^FAULT {4}calendar: GOOGLE_SERVICE_ACCOUNT_FILE: cannot be read/m);
      expect(out).toMatch(/^ok {7}database: embedded$/m);
      expect(out).toMatch(/^ok {7}lever: /m);
      expect(out).not.toMatch(/^ok {7}(plans|calendar)/m);
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });

  it("tells the doctor's caller whether Zoom takes the credentials", async () => {
    await using lever = await openLoopbackServer(() => ({ body: { data: [] } }));
    const company = await startCompany({ rateLimit: "off" });
    try {
      const env = {
        LEVER_API_KEY: "a key",
        LEVER_API_URL: lever.url,
        ZOOM_ACCOUNT_ID: company.zoomApp.accountId,
        ZOOM_CLIENT_ID: company.zoomApp.clientId,
        ZOOM_API_URL: company.zoomApiUrl,
        ZOOM_LOGIN_URL: company.zoomLoginUrl,
      };
      const right = { ...env, ZOOM_CLIENT_SECRET: company.zoomApp.clientSecret };
      expect((await convene(["doctor"], right)).out).toMatch(/^ok {7}zoom: /m);
      const { code, out } = await convene(["doctor"], { ...env, ZOOM_CLIENT_SECRET: "another" });
      expect(code).toBe(1);
      expect(out).toMatch(/^FAULT {4}zoom: Zoom answered 403 to meetings\.get: /m);
      expect(out).not.toContain("another");
    } finally {
      await company.close();
    }
  });

  it("says that a folder holds no plans", async () => {
    const plans = await mkdtemp(join(tmpdir(), "convene-plans-"));
    try {
      await writeFile(join(plans, "notes.txt"), "plans: none\n");
      const { code, out, err } = await convene(["plan", "check", plans]);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(/^There are no interview plans in \S+\. .*PLANS_DIR\.\n$/);
      expect(err).toContain(plans);
    } finally {
      await rm(plans, { recursive: true, force: true });
    }
  });

  it("says that no key closes anything on a fresh database", async () => {
    const { code, out } = await convene(["keys"]);
    expect([code, out]).toEqual([0, "Nothing is stored yet that a key closes.\n"]);
  });

  it("makes no second key file beside what another key has closed", async () => {
    const path = await mkdtemp(join(tmpdir(), "convene-keyless-"));
    try {
      await fillFolder(path);
      const keyFile = join(path, "encryption-key");
      expect((await convene(["keys", "rewrap"], { DATA_DIR: path })).code).toBe(0);
      await rm(keyFile);
      const words = `The key file ${keyFile} is not there, and what is stored was closed with local. Put the file back from your copy, or set ENCRYPTION_KEYS.\n`;
      for (const command of ["keys", "doctor", "all"]) {
        const { code, err } = await convene([command], { DATA_DIR: path, PORT: "0" });
        expect([code, err]).toEqual([1, words]);
      }
      expect(await readdir(path)).not.toContain("encryption-key");
      await writeFile(keyFile, "");
      const { code, err } = await convene(["keys"], { DATA_DIR: path });
      expect([code, err]).toEqual([1, expect.stringMatching(/^The key file \S+ holds no .*\n$/)]);
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  });

  it.each(["/dev/null", "/dev/null/inside", "/proc/nope"])(
    "says that %s is no folder for data",
    async (path) => {
      const { code, err } = await convene(["migrate"], { DATA_DIR: path });
      expect(code).toBe(1);
      expect(err).toMatch(/^DATA_DIR: .* cannot be used as a folder/);
      expect(err.trim().split("\n")).toHaveLength(1);
    },
  );

  it.each<[string, Record<string, string>?]>([
    ["pause"],
    ["resume"],
    ["audit verify"],
    ["token list"],
    ["token revoke tok_1"],
    ["keys"],
    ["keys rewrap"],
    ["reconcile"],
    ["reconcile", { LEVER_API_KEY: "a key" }],
  ])("refuses `%s` where there is no database, and makes none", async (command, env = {}) => {
    const path = await mkdtemp(join(tmpdir(), "convene-elsewhere-"));
    try {
      const data = join(path, "data");
      const { code, out, err } = await convene(command.split(" "), { ...env, DATA_DIR: data });
      expect([code, out]).toEqual([1, ""]);
      expect(err).toBe(
        `There is no database in ${data}, so nothing was done: set DATA_DIR or DATABASE_URL as the running Convene has it, or run this where its .env is.\n`,
      );
      expect(await readdir(path)).toEqual([]);
    } finally {
      await rm(path, { recursive: true, force: true });
    }
  });

  it("lists tokens and ends them", async () => {
    await convene(["token", "create", "--name", "a laptop", "--role", "auditor"]);
    const { out } = await convene(["token", "list"]);
    expect(out).toMatch(/^tok_\w+ +auditor +until 20\S+ +a laptop\n$/);
    const [id = ""] = out.split(" ");
    expect((await convene(["token", "revoke", id])).code).toBe(0);
    expect((await convene(["token", "list"])).out).toBe("There are no tokens.\n");
    expect((await convene(["token", "revoke", id])).err).toContain("no such token");
  });

  it("gives tokens their reach, and none that its role does not have", async () => {
    const create = async (...more: string[]) =>
      await convene(["token", "create", "--name", "somebody", ...more]);
    expect((await create("--role", "hiring_manager")).err).toContain("--teams or --requisitions");
    expect((await create("--role", "auditor", "--teams", "Data")).err).toContain("only recruiters");
    expect((await create("--role", "interviewer")).err).toContain("--email");
    expect((await create("--teams", "Data,,Product")).err).toContain("--teams");
    expect((await create("--role", "hiring_manager", "--requisitions", "R-1, R-2")).code).toBe(0);
    const { out } = await convene(["token", "list"]);
    expect(out).toMatch(/^tok_\w+ +hiring_manager +until 20\S+ +somebody {2}\(R-1, R-2\)\n$/);
    const [id = ""] = out.split(" ");
    await convene(["token", "revoke", id]);
  });

  it("verifies the ledger, makes a token, pauses and resumes", async () => {
    const { out } = await convene(["token", "create", "--name", "me", "--role", "auditor"]);
    expect(out).toMatch(/^cv_[\w-]{43}\n/);
    expect((await convene(["pause"])).out).toContain("All effects are paused");
    expect((await convene(["doctor"])).out).toMatch(
      /^paused {3}all effects, by command line since 20\S+Z: .*`convene resume`/m,
    );
    expect((await convene(["resume"])).out).toContain("Effects go on");
    expect((await convene(["doctor"])).out).not.toMatch(/paused|unknown/);
    expect((await convene(["audit", "verify"])).out).toContain("The ledger is whole: 7 entries");
  });

  it("tells the doctor's caller which list of Lever's may not be read, and whether that matters", async () => {
    let forbidden = "/stages";
    await using lever = await openLoopbackServer(({ path }) => ({
      status: path === forbidden ? 403 : 200,
      body: { data: [] },
    }));
    const env = { LEVER_API_KEY: "a key", LEVER_API_URL: lever.url };
    const stages = await convene(["doctor"], env);
    expect(stages.out).toMatch(/^warning {2}lever: .*\/stages.* "Stages: read"/m);
    expect(stages.out).not.toContain("FAULT");
    expect(stages.code).toBe(0);
    forbidden = "/users";
    const users = await convene(["doctor"], env);
    expect(users.out).toMatch(/^FAULT {4}lever: .*\/users.* "Users: read"/m);
    expect(users.code).toBe(1);
  });

  it("tells the doctor's caller what else the key may not, and what will not work then", async () => {
    const company = await startCompany({ rateLimit: "off", candidates: 20 });
    try {
      company.lever.setAreasOff(["notes"]);
      const env = { LEVER_API_KEY: company.leverApiKey, LEVER_API_URL: company.leverUrl };
      const { out } = await convene(["doctor"], env);
      expect(out).toMatch(
        /^warning {2}lever: Lever answers 403 to GET \/opportunities\/:id\/notes: .*"Notes: read and write", so no note/m,
      );
      expect(out).not.toContain(company.leverApiKey);
    } finally {
      await company.close();
    }
  });

  it("says that there is nothing to compare with while no sandbox company runs", async () => {
    const { code, err } = await convene(["reconcile"]);
    expect(code).toBe(1);
    expect(err).toContain("npm start");
  });

  const headNow = async (): Promise<string> =>
    /head ([0-9a-f]{64})/.exec((await convene(["audit", "verify"])).out)?.[1] ?? "";

  it("finds that the end of the ledger was cut off, by what was kept elsewhere", async () => {
    const head = await headNow();
    const since = async (kept: string) => await convene(["audit", "verify", "--since", kept]);
    const { out: lines } = await convene(["audit", "export"]);
    const file = join(folder, "kept.jsonl");
    await writeFile(file, lines);
    expect([(await since(head)).code, (await since(file)).code]).toEqual([0, 0]);
    const database = await openDatabase({ dataDir: folder });
    await database.query("delete from ledger where seq = (select max(seq) from ledger)");
    await database.query(
      "update ledger_head set (seq, hash) = (select seq, hash from ledger order by seq desc limit 1)",
    );
    await database.close();
    expect((await convene(["audit", "verify"])).code).toBe(0);
    for (const kept of [head, file]) {
      const checked = await since(kept);
      expect(checked.code).toBe(1);
      expect(checked.err).toContain("is not in it");
    }
  });

  it("finds the head of a ledger that was still empty, and one in capitals", async () => {
    for (const head of [FIRST_HASH, await headNow()]) {
      const { code, out } = await convene(["audit", "verify", "--since", head.toUpperCase()]);
      expect([code, out]).toEqual([0, expect.stringContaining("The ledger is whole")]);
      expect(out).toContain("Of the hashes that were kept, all are in it.");
    }
  });

  it.each(["zz", "", "a".repeat(63), `${"0".repeat(64)}0`])(
    "takes nothing that cannot have been kept for a sign of tampering: %j",
    async (kept) => {
      const { code, out, err } = await convene(["audit", "verify", "--since", kept]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(
        /^--since takes a hash of 64 hexadecimal digits.* there is no such file\. Nothing was checked\.\n$/,
      );
    },
  );

  it("says of a file that holds nothing of a ledger that nothing was checked", async () => {
    const file = join(folder, "notes.txt");
    await writeFile(file, "remember the hash\n");
    const { code, err } = await convene(["audit", "verify", "--since", file]);
    expect([code, err]).toEqual([
      2,
      `${file} holds no checkpoint and no hash of a ledger. Nothing was checked.\n`,
    ]);
  });

  describe("while a Convene runs on the same embedded database", () => {
    let running: Database;
    beforeAll(async () => {
      running = await openDatabase({ dataDir: folder });
    });
    afterAll(async () => {
      await running.close();
    });

    it("says where else to pause", async () => {
      const { code, err } = await convene(["pause"]);
      expect(code).toBe(1);
      expect(err).toContain("POST /api/pause");
    });

    it("says where else to compare", async () => {
      const { code, err } = await convene(["reconcile"]);
      expect(code).toBe(1);
      expect(err).toContain("POST /api/reconcile");
    });

    it("leaves Lever's refresh token, which counts once, to the one that runs", async () => {
      await using lever = await openLoopbackServer(() => ({ body: { data: [] } }));
      const { code, out } = await convene(["doctor"], {
        LEVER_CLIENT_ID: "client",
        LEVER_CLIENT_SECRET: "secret",
        LEVER_REFRESH_TOKEN: "r0",
        LEVER_API_URL: lever.url,
        LEVER_TOKEN_URL: `${lever.url}/oauth/token`,
      });
      expect(out).toMatch(/^unknown {2}whether Lever answers: /m);
      expect(lever.received).toEqual([]);
      expect(code).toBe(0);
    });

    it("can still be asked what is connected, and says that a pause is not to be seen from there", async () => {
      const { code, out } = await convene(["doctor"]);
      expect(out).toMatch(/^unknown {2}whether all effects are paused: .*GET \/api\/status/m);
      expect(out).toContain("in use by a running Convene");
      expect(out).toContain("lever: the sandbox company");
      expect(code).toBe(0);
    });
  });
});
