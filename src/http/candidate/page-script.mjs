/** The script of the pages, as the browser gets it; all of them work without it. It asks for the times in the zone of the
 * device, once, and lets a press on a day of the grid fill that day. */

/** The server shows the zone that it assumes and says so; a device knows better. */
const showOwnZone = () => {
  const shown = document.querySelector("[data-zone-assumed]");
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!shown || !zone || shown.dataset.zoneAssumed === zone) return;
  const address = new URL(location.href);
  address.searchParams.set("zone", zone);
  location.replace(address);
};

const fillDays = () => {
  for (const day of document.querySelectorAll("fieldset[data-day]")) {
    const boxes = [...day.querySelectorAll("input[type=checkbox]")];
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    const isFull = () => boxes.every((box) => box.checked);
    const name = () => {
      button.textContent = isFull() ? "Clear the day" : "All day";
    };
    button.addEventListener("click", () => {
      const checked = !isFull();
      for (const box of boxes) box.checked = checked;
      name();
    });
    day.addEventListener("change", name);
    name();
    day.append(button);
  }
};

showOwnZone();
fillDays();
