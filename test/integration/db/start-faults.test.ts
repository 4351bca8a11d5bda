import { createServer } from "node:net";
import { once } from "node:events";
import { expect, it } from "vitest";
import { refuseOldServer } from "../../../src/db/start-faults.ts";
import { runConvene } from "../../support/convene.ts";
import { describePostgres } from "../../support/database.ts";

describePostgres("a server that cannot be used", (open) => {
  /** What somebody reads who runs `convene migrate`. */
  const migrate = async (url: string): Promise<string> => {
    const env = { PATH: process.env["PATH"], DATABASE_URL: url, ENCRYPTION_KEYS: KEYS };
    const { code, err } = await runConvene(["migrate"], env);
    return code === 0 ? "it worked" : err;
  };
  const KEYS = `k1:${Buffer.alloc(32, 1).toString("base64")}`;
  const addressOf = async (change: (url: URL) => void): Promise<string> => {
    const database = await open({ isMigrated: false });
    const url = new URL(database.url ?? "");
    change(url);
    return url.toString();
  };

  it("for want of the database is told in one line", async () => {
    const url = await addressOf((address) => {
      address.pathname = "/there_is_no_such_database";
    });
    expect(await migrate(url)).toBe(
      "DATABASE_URL: the server has no database of that name; create it (createdb), or name another.\n",
    );
  });

  it("for want of rights is told in one line", async () => {
    const database = await open({ isMigrated: false });
    await database.query("create role without_rights login password 'secret-of-the-test'");
    try {
      const url = new URL(database.url ?? "");
      url.username = "without_rights";
      url.password = "secret-of-the-test";
      const words = await migrate(url.toString());
      expect(words).toContain("make it the owner of the database");
      expect(words).not.toContain("secret-of-the-test");
      expect(words.trim().split("\n")).toHaveLength(1);
    } finally {
      await database.query("drop role without_rights");
    }
  });

  it("since nothing answers is told with what to look at, and without the password", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    server.close();
    const words = await migrate(`postgres://me:my-own-password@127.0.0.1:${port ?? 1}/convene`);
    expect(words).toContain("The database cannot be reached (ECONNREFUSED)");
    expect(words).toContain("DATABASE_URL");
    expect(words).not.toContain("my-own-password");
  });

  it("since it is too old is told which is needed", () => {
    expect(() => refuseOldServer(140_022)).toThrow("PostgreSQL 14; Convene needs 15 or newer");
    expect(() => refuseOldServer(150_000)).not.toThrow();
  });
});
