import { Button, Textarea, TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import {
  NOTICE_LIMITS,
  type NoticeItem,
  faultsOfNotice,
  itemsIn,
} from "../../../src/domain/notice.ts";
import { faultsOfDemands, lacksOfNotice } from "../../../src/domain/notice-demands.ts";
import type { NoticeList } from "../../../src/http/api/notice-routes.ts";
import { useSaveNotice } from "../api/law.ts";
import { faultsByPath } from "../parts/faults.ts";
import { ProblemNote } from "../parts/states.tsx";
import { tellDone } from "../parts/tell.ts";
import { NoticePreview } from "./notice-preview.tsx";

const ITEMS: Record<NoticeItem, string> = {
  product: "Product",
  developer: "Developer",
  decisions: "Decisions it takes part in",
  data: "Kinds of data",
  positions: "Positions",
  contact: "Contact",
};

/** One text as it stands, to be changed: each save is a version, and the ledger names it. */
export const NoticeForm = ({ shown }: { shown: NoticeList["items"][number] }) => {
  const save = useSaveNotice(shown.notice);
  const [text, setText] = useState(shown.text);
  const [items, setItems] = useState(shown.items);
  const written = { text, items };
  const { notice } = shown;
  const all = [...faultsOfNotice(written), ...faultsOfDemands({ notice, ...written })];
  const faults = new Map(all.toReversed().map(({ path, message }) => [path, message]));
  const lacks = lacksOfNotice({ notice, text });
  const refused = faultsByPath(save.error);
  const isSame = text === shown.text && JSON.stringify(items) === JSON.stringify(shown.items);
  return (
    <div className="notice-form">
      <div>
        <Textarea
          label="Text"
          description="A blank line parts paragraphs, a dash begins a line of a list, **stars** make bold. Mails show the first paragraph."
          autosize
          minRows={6}
          maxLength={NOTICE_LIMITS.text}
          value={text}
          error={faults.get("text") ?? refused.get("text")}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
        {itemsIn(text).map((item) => (
          <TextInput
            key={item}
            label={ITEMS[item]}
            description={`Stands for {{${item}}}`}
            maxLength={NOTICE_LIMITS.item}
            value={items[item]}
            error={faults.get(`items.${item}`) ?? refused.get(`items.${item}`)}
            onChange={({ currentTarget: { value } }) => setItems({ ...items, [item]: value })}
          />
        ))}
        {lacks.length > 0 && (
          <div className="note" data-tone="waiting">
            <IconAlertTriangle size={18} aria-hidden />
            <p>
              It does not seem to say {lacks.join("; ")}. The law of the place asks for it. You can
              save it all the same: the ledger keeps that it was missing.
            </p>
          </div>
        )}
        {save.error && refused.size === 0 && <ProblemNote error={save.error} />}
        <Button
          variant="default"
          loading={save.isPending}
          disabled={isSame || faults.size > 0 || text.trim() === ""}
          onClick={() =>
            save.mutate(
              { text, items, basedOn: shown.version },
              { onSuccess: () => tellDone("Saved. Candidates are shown it from now on.") },
            )
          }
        >
          Save as version {shown.version + 1}
        </Button>
      </div>
      <NoticePreview {...written} />
    </div>
  );
};
