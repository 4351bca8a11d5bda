import { IconDoor } from "@tabler/icons-react";

/** Where a session takes place, beside those who sit in it. */
export const RoomLine = ({ name }: { name: string }) => (
  <li className="room-line">
    <span className="initials" aria-hidden>
      <IconDoor size={14} />
    </span>
    <span>
      {name}
      <span className="quiet">, room</span>
    </span>
  </li>
);
