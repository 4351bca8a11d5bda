import { Select } from "@mantine/core";
import { useState } from "react";
import { NOTICE_TITLES, NoticeId } from "../../../src/domain/notice.ts";
import type { NoticeList } from "../../../src/http/api/notice-routes.ts";
import { useNotices } from "../api/law.ts";
import { useSession } from "../api/session.ts";
import { Loaded, Loading } from "../parts/states.tsx";
import { When } from "../parts/when.tsx";
import { NoticeForm } from "./notice-form.tsx";
import { NoticePreview } from "./notice-preview.tsx";

/** What candidates are told of the software: on their page, before their first question, and below mails that a model has worded. */
export const NoticesSection = () => {
  const query = useNotices();
  const [chosen, setChosen] = useState<NoticeId>("general");
  return (
    <section className="panel setting-block" aria-labelledby="notices">
      <div>
        <h2 id="notices">What candidates are told of the software</h2>
        <p className="quiet">
          Shown on their page, in the chat, and below mails that a model has worded: the general
          text, and those of each place that may be the posting’s. Where nobody knows the place,
          all. The ledger keeps which version was shown when. Our drafts are no legal advice.
        </p>
      </div>
      <Select
        label="Where it applies"
        data={NoticeId.options.map((value) => ({ value, label: NOTICE_TITLES[value] }))}
        value={chosen}
        allowDeselect={false}
        onChange={(value) => setChosen(NoticeId.parse(value))}
      />
      <Loaded query={query} loading={<Loading rows={4} height={24} />}>
        {({ items }) => <One versions={items.filter(({ notice }) => notice === chosen)} />}
      </Loaded>
    </section>
  );
};

const One = ({ versions }: { versions: NoticeList["items"] }) => {
  const { data: session } = useSession();
  const [shown, ...earlier] = versions;
  if (!shown) return null;
  const { notice, version } = shown;
  return (
    <>
      {session?.role === "admin" ? (
        <NoticeForm key={`${notice} ${version}`} shown={shown} />
      ) : (
        <NoticePreview {...shown} />
      )}
      <p className="quiet small">
        <Version of={shown} />
      </p>
      {earlier.map((one) => (
        <details key={one.version}>
          <summary>
            <Version of={one} />
          </summary>
          <NoticePreview {...one} />
        </details>
      ))}
    </>
  );
};

const Version = ({ of: { version, savedBy, savedAt } }: { of: NoticeList["items"][number] }) =>
  savedAt === null ? (
    <>Version 0, our draft</>
  ) : (
    <>
      Version {version}, saved by {savedBy}, <When iso={savedAt} isRelative />
    </>
  );
