/* Elements of the explorer. Whatever is put in, is put in as text or as an attribute: never as markup. */

/* An element; an attribute that is false or null is left out, true has no value. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/* A range as on the pages of the build: seven cells and a code. */
export function scale(levels, range, say) {
  const words = say.rangeWords(range);
  const cells = levels.map(({ id }, at) => {
    const on = at >= range.low && at <= range.high;
    return element("i", { class: on ? `lr-on lr-${id.toLowerCase()}` : null });
  });
  return element(
    "span",
    { class: "lr-scale" },
    element("span", { class: "lr-scale__strip", role: "img", "aria-label": words }, ...cells),
    element("abbr", { class: "lr-scale__code", title: words }, say.rangeText(range)),
  );
}

/* A text from elsewhere, fit for a sentence: no control characters, not endless. */
export function harmless(text) {
  const plain = text.replace(/\p{C}/gu, "�");
  return plain.length > 200 ? `${plain.slice(0, 200)}…` : plain;
}

/* Titles in a sentence; the rest of a long list is counted. */
export function listed(titles, most = 6) {
  if (titles.length <= most) return titles.join(", ");
  return `${titles.slice(0, most).join(", ")} and ${titles.length - most} more`;
}
