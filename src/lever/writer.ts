/** Writes to Lever: given to `src/effects` alone. Each is sent once; `perform_as` always goes in the query, which is where
 * every endpoint takes it. */
import type { LeverHttp, WriteRequest } from "./http.ts";
import { unknownOutcome } from "./errors.ts";
import { mapNewPanel } from "./map-new-panel.ts";
import { mapNoteReceipt, mapPanel } from "./map.ts";
import { leverPath } from "./path.ts";
import type { LeverWriter } from "./port.ts";
import { unwrapOne } from "./unwrap.ts";

/** The writer over one account. */
export const createLeverWriter = (http: LeverHttp): LeverWriter => {
  const create = async <Made>(
    request: WriteRequest,
    map: (wire: unknown) => Made,
  ): Promise<Made> => {
    const wire = unwrapOne(await http.write(request));
    try {
      return map(wire);
    } catch {
      // Lever said yes, so it is there; without its id it must be looked up. The cause could quote values: left out.
      throw unknownOutcome(request, "the answer says yes, but not what was made");
    }
  };
  return {
    createPanel: async (opportunity, performAs, panel) =>
      await create(
        {
          method: "POST",
          path: leverPath`/opportunities/${opportunity}/panels`,
          query: { perform_as: performAs },
          body: mapNewPanel(panel),
        },
        mapPanel,
      ),
    replacePanel: async (opportunity, performAs, panel) =>
      await create(
        {
          method: "PUT",
          path: leverPath`/opportunities/${opportunity}/panels/${panel.id}`,
          query: { perform_as: performAs },
          body: mapNewPanel(panel),
        },
        mapPanel,
      ),
    deletePanel: createDeletePanel(http),
    createNote: async (opportunity, performAs, { text, isSecret }) => ({
      id: await create(
        {
          method: "POST",
          path: leverPath`/opportunities/${opportunity}/notes`,
          query: { perform_as: performAs },
          body: { value: text, ...(isSecret && { secret: true }) },
        },
        mapNoteReceipt,
      ),
    }),
    moveStage: createMoveStage(http),
    deleteNote: async (opportunity, noteId) => {
      await http.write({
        method: "DELETE",
        path: leverPath`/opportunities/${opportunity}/notes/${noteId}`,
        query: {},
      });
    },
  };
};

/** What Lever answers has no person in it: nothing of it is used. */
const createMoveStage =
  (http: LeverHttp): LeverWriter["moveStage"] =>
  async (opportunity, performAs, stage) => {
    await http.write({
      method: "PUT",
      path: leverPath`/opportunities/${opportunity}/stage`,
      query: { perform_as: performAs },
      body: { stage },
    });
  };

const createDeletePanel =
  (http: LeverHttp): LeverWriter["deletePanel"] =>
  async (opportunity, performAs, panelId) => {
    await http.write({
      method: "DELETE",
      path: leverPath`/opportunities/${opportunity}/panels/${panelId}`,
      query: { perform_as: performAs },
    });
  };
