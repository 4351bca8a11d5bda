/** The part that every script of the candidate's pages begins with: it asks for the times in the zone of the device, once. */

/** The server shows the zone that it assumes and says so; a device knows better. */
const showOwnZone = () => {
  const shown = document.querySelector("[data-zone-assumed]");
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!shown || !zone || shown.dataset.zoneAssumed === zone) return;
  const address = new URL(location.href);
  address.searchParams.set("zone", zone);
  location.replace(address);
};

showOwnZone();
