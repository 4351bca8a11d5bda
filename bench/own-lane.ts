/** A lane on a Postgres of its own. */
import { type Lane, type LaneOptions, openLane } from "../test/support/lane.ts";
import { databaseUrl, onServer } from "../test/support/templates.ts";
import { startPostgres } from "../test/support/throwaway-postgres.ts";

/** Starts both; disposing of the lane stops the server after it. */
export const openOwnLane = async (options: Omit<LaneOptions, "databaseUrl">): Promise<Lane> => {
  await using undo = new AsyncDisposableStack();
  const server = await startPostgres();
  undo.defer(async () => await server.stop());
  await onServer(server.url, "create database bench");
  const lane = undo.use(
    await openLane({ ...options, databaseUrl: databaseUrl(server.url, "bench") }),
  );
  const open = undo.move();
  return { ...lane, [Symbol.asyncDispose]: async () => await open.disposeAsync() };
};
