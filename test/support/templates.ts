/** Migrated databases to copy from: a test then has its own in milliseconds, not by running every migration again. */
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "../../src/db/migrate.ts";
import { openDatabase } from "../../src/db/open.ts";
import { prepareTemplate } from "./embedded-template.ts";

const CACHE = fileURLToPath(new URL("../../node_modules/.cache/convene", import.meta.url));

/** Where the tests find them. */
export interface Templates {
  /** The server, by its maintenance database. */
  serverUrl: string;
  /** Name of the migrated database on the server. */
  serverTemplate: string;
  /** A migrated data folder. */
  embeddedTemplate: string;
}

/** Makes both; the embedded one is kept between runs as long as nothing that it depends on changes. */
export const makeTemplates = async (
  serverUrl: string,
): Promise<{ paths: Templates; drop(): Promise<void> }> => {
  const embeddedTemplate = await prepareTemplate(CACHE);
  const serverTemplate = `convene_test_template_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, `create database ${serverTemplate}`);
  const database = await openDatabase({ url: databaseUrl(serverUrl, serverTemplate) });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
  return {
    paths: { serverUrl, serverTemplate, embeddedTemplate },
    drop: () => onServer(serverUrl, `drop database if exists ${serverTemplate} with (force)`),
  };
};

/** The URL of another database on the same server. */
export const databaseUrl = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** One statement on the maintenance database. */
export const onServer = async (serverUrl: string, sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
};
