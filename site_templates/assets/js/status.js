/* Compares the dates a page carries with the reader's clock, so that a copy nobody keeps any more says so by itself,
   and a published old version with the newest one. Without this script the dates stand there as plain text. */
(function () {
  "use strict";

  const DAY = 24 * 60 * 60 * 1000;
  const OLD = 365; // Days after which a version without a promise says how old it is.
  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

  const fetched = new Map();

  /* Says what is to be said on the page now shown; instant navigation calls this once per page. */
  function tell() {
    const banner = document.querySelector(".lr-status");
    if (!banner) return;
    banner.querySelectorAll(".lr-status__notice--computed").forEach((notice) => notice.remove());
    const late = lateness(banner.dataset, today());
    if (late) notice(banner, "overdue", ...late);
    if ("published" in banner.dataset && location.protocol !== "file:") compare(banner).catch(quiet);
  }

  /* What the clock says about the promises of the review, or null. A clock before the version itself is wrong. */
  function lateness({ version, released, lastSearch, nextSearch, living }, now) {
    const known = [released, lastSearch].map(day).filter((one) => one !== null);
    if (living === "retired" || known.some((one) => now < one)) return null;
    const promised = day(nextSearch);
    if (promised !== null) {
      const late = (now - promised) / DAY;
      if (late <= 0) return null;
      return [`Overdue by ${days(late)}.`, ` The next search was promised by ${words(nextSearch)}. Studies published since may be missing here.`];
    }
    if (!known.length) return null;
    const [start, what] = lastSearch ? [lastSearch, "The last search"] : [released, `Version ${version}`];
    const age = (now - day(start)) / DAY;
    if (age <= OLD) return null;
    return [`${what} is ${days(age)} old,`, " and no next search is promised. Studies published since may be missing here."];
  }

  /* Today of the reader's calendar, and a date of the page, both as milliseconds at midnight UTC. */
  function today() {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }

  function day(text) {
    return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) : null;
  }

  function words(text) {
    const [year, month, date] = text.split("-").map(Number);
    return `${date} ${MONTHS[month - 1]} ${year}`;
  }

  function days(count) {
    return `${count.toLocaleString("en")} ${count === 1 ? "day" : "days"}`;
  }

  /* On an old version: which one is the newest, and the same page there, or its home if it has no such page. */
  async function compare(banner) {
    const { home, page, version } = banner.dataset;
    const root = new URL("../", new URL(home, document.baseURI));
    const newest = await json(new URL("latest.json", root));
    if (!/^\d+(\.\d+)*$/.test(newest.version) || !isNewer(newest.version, version)) return;
    const there = new URL("latest/", root);
    const { pages } = await json(new URL("data/pages.json", there)).catch(() => ({ pages: [] }));
    const found = pages.includes(page);
    banner.querySelector(".lr-status__notice--overdue")?.remove(); // A newer version kept the promise.
    const of = day(newest.released) === null ? "" : ` of ${words(newest.released)}`;
    const link = document.createElement("a");
    link.href = new URL(found ? page : "index.html", there).href;
    link.textContent = found ? "This page in the newest version" : "The newest version, which has no such page";
    notice(banner, "older", "This is an old version.", ` The newest is ${newest.version}${of}. `, link);
  }

  function isNewer(one, other) {
    const [left, right] = [one, other].map((version) => version.split(".").map(Number));
    for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
      const difference = (left[at] ?? 0) - (right[at] ?? 0);
      if (difference) return difference > 0;
    }
    return false;
  }

  function json(address) {
    const key = address.href;
    if (!fetched.has(key)) {
      fetched.set(key, fetch(key).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${key}`);
        return response.json();
      }));
    }
    return fetched.get(key);
  }

  /* Text becomes text nodes, never markup. */
  function notice(banner, kind, title, ...rest) {
    if (banner.querySelector(`.lr-status__notice--${kind}`)) return;
    const paragraph = document.createElement("p");
    paragraph.className = `lr-status__notice lr-status__notice--computed lr-status__notice--${kind}`;
    paragraph.setAttribute("role", "status");
    const strong = document.createElement("strong");
    strong.textContent = title;
    paragraph.append(strong, ...rest);
    banner.append(paragraph);
  }

  function quiet(error) {
    console.debug("The newest version is not known:", error);
  }

  /* Instant navigation draws the page anew; without it, or from a file, once is enough. */
  tell();
  window.document$?.subscribe(tell);
})();
