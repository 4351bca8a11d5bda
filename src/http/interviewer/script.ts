/** What script adds to the interviewer's page: shortcuts for what can be typed as well. */
export const SCRIPT = `
(() => {
  const select = document.getElementById("zone");
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hint = document.getElementById("device-zone");
  const known = [...select.options].find((option) => option.value === zone);
  const show = () => {
    const used = select.value || select.options[0].textContent;
    hint.hidden = !known || used.includes(zone) || used.includes(known.text);
  };
  hint.querySelector("b").textContent = known ? known.text : "";
  hint.querySelector("button").addEventListener("click", () => {
    select.value = zone;
    select.focus();
    show();
  });
  select.addEventListener("change", show);
  show();
  const own = document.querySelector('input[name="hours"][value="own"]');
  document.getElementById("copy-monday").addEventListener("click", () => {
    for (const day of ["tue", "wed", "thu", "fri"]) {
      for (let at = 0; at < 3; at += 1) {
        for (const end of ["start", "end"]) {
          const from = document.getElementById("mon-" + at + "-" + end);
          const to = document.getElementById(day + "-" + at + "-" + end);
          to.value = from.value;
          if (from.value !== "") to.closest("details")?.setAttribute("open", "");
        }
      }
    }
    own.checked = true;
  });
  document.getElementById("week").addEventListener("input", () => {
    own.checked = true;
  });
  document.querySelector(".note[tabindex]")?.focus();
})();
`;
