/** The script of the pages, as the browser gets it after `own-zone.mjs`; all of them work without it. It lets a press on a day of the
 * grid fill that day. */

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

fillDays();
