/** People who interview: what each has set, how much they do, and the link to their own page. */
import { z } from "zod";
import { UserId } from "../../domain/ids.ts";
import type { LeverUser } from "../../lever/port.ts";
import type { Ids } from "../../identifiers.ts";
import type { Links } from "../../links/links.ts";
import { endPersonalLinks, makePersonalLink } from "../../people/personal-links.ts";
import { changePreferences, readPreferencesOf } from "../../people/preferences-store.ts";
import {
  type RosterDeps,
  type RosterPerson,
  describePerson,
  listRoster,
} from "../../people/roster.ts";
import { AppError } from "../../domain/errors.ts";
import { notThere } from "./not-there.ts";
import { type AnyRoute, defineRoute } from "./route.ts";
import { page } from "./schemas.ts";
import { PersonItem, PersonalLink, VersionedPreferences } from "./people-schemas.ts";

export interface PeopleRouteDeps extends RosterDeps {
  ids: Ids;
  links: Links;
  publicUrl: string;
}

const MOST_PEOPLE = 200;

const params = z.object({ id: UserId });

/** Routes of people. */
export const peopleRoutes = (deps: PeopleRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/people",
    summary: `Who interviews, with settings and load, by name; with \`search\` any active Lever user; at most ${MOST_PEOPLE}`,
    access: "settings",
    about: "nobody",
    query: z.object({ search: z.string().trim().min(1).max(100).optional() }),
    answer: page(PersonItem).extend({ hasMore: z.boolean() }),
    handler: async ({ query }) => {
      const { people, hasMore } = await listRoster(
        { search: query.search ?? null, limit: MOST_PEOPLE },
        deps,
      );
      return { items: people.map(viewPerson), hasMore };
    },
  }),
  ...preferenceRoutes(deps),
  ...linkRoutes(deps),
];

const preferenceRoutes = (deps: PeopleRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "get",
    path: "/api/people/{id}/preferences",
    summary: "What a person has set for themselves; version 0: nothing",
    access: "settings",
    about: "nobody",
    params,
    answer: VersionedPreferences,
    handler: async ({ params: { id } }) => {
      await readUser(id, deps);
      const { version, preferences } = await readPreferencesOf(deps.database, id);
      return { version, ...preferences };
    },
  }),
  defineRoute({
    method: "put",
    path: "/api/people/{id}/preferences",
    summary: "Set it for them; `version` is the one that was changed",
    access: "decide",
    about: "everybody",
    params,
    body: VersionedPreferences,
    answer: PersonItem,
    handler: async ({ params: { id }, body: { version, ...preferences }, principal }) => {
      const user = await readUser(id, deps);
      await changePreferences(deps.database, deps.clock, {
        userId: user.id,
        preferences,
        basedOn: version,
        by: principal?.name ?? "nobody",
        correlationId: deps.ids.next("co"),
      });
      return viewPerson(await describePerson(user, deps));
    },
  }),
];

const linkRoutes = (deps: PeopleRouteDeps): AnyRoute[] => [
  defineRoute({
    method: "post",
    path: "/api/people/{id}/link",
    summary: "A new link to the person's own page; whoever has it can change their settings",
    access: "decide",
    about: "everybody",
    params,
    answer: PersonalLink,
    handler: async ({ params: { id }, principal }) => {
      const user = await readUser(id, deps);
      const by = principal?.name ?? "nobody";
      const { url, until } = await makePersonalLink(user.id, by, deps);
      return { url, until: until.toString() };
    },
  }),
  defineRoute({
    method: "delete",
    path: "/api/people/{id}/link",
    summary: "End every link to the person's own page that was made so far",
    access: "decide",
    about: "everybody",
    params,
    answer: z.object({ ended: z.literal(true) }),
    handler: async ({ params: { id }, principal }) => {
      // Also of who has left: their links must not outlive that.
      const user = await findUser(id, deps);
      if (!user) throw notThere("person");
      await endPersonalLinks(user.id, principal?.name ?? "nobody", deps);
      return { ended: true as const };
    },
  }),
];

/** Errors: `not_found` for who is no active Lever user. */
const readUser = async (id: UserId, deps: PeopleRouteDeps): Promise<LeverUser> => {
  const user = await findUser(id, deps);
  if (user && !user.deactivated) return user;
  throw notThere("person");
};

/** Null for who is nobody in Lever. */
const findUser = async (id: UserId, { lever }: PeopleRouteDeps): Promise<LeverUser | null> => {
  try {
    return await lever.getUser(id);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "lever_not_found") return null;
    throw thrown;
  }
};

const viewPerson = ({ user, pools, kept, load }: RosterPerson): z.input<typeof PersonItem> => ({
  id: user.id,
  name: user.name,
  email: user.email,
  pools,
  preferences: { version: kept.version, ...kept.preferences },
  load,
});
