/* What the evidence must be about: aspects, kind of study, years, quality. Nothing ticked in a list is no limit. */

import { STEPS } from "./address.js";
import { slider } from "./choices.js";
import { element } from "./dom.js";

const NOT_STATED = "Not stated";

export function fillFilters(form, document, studies, filters) {
  const models = studies.flatMap((study) => study.evidence_models);
  const aspects = document.aspects.map((aspect) => {
    const wanted = filters.aspects[aspect.id] ?? [];
    return list(`is-${aspect.id}`, aspect.title, values(aspect, models), wanted);
  });
  const types = document.study_types.map(({ id, title }) => {
    const count = studies.filter((study) => study.type === id).length;
    return { id, title, count };
  });
  place(form, "aspects").replaceChildren(...aspects.filter(Boolean));
  place(form, "type").replaceChildren(list("type", "Kind of study", types, filters.studyTypes) ?? "");
  place(form, "years").replaceChildren(...years(studies, filters.years));
  const quality = slider("quality", "Least quality", STEPS.quality, filters.leastQuality, 0);
  quality.querySelector("small").textContent = "From 0 to 1; above 0, studies of unknown quality do not pass.";
  place(form, "quality").replaceChildren(quality);
  countTicks(form);
}

/* What is asked for, as the filters of a sparse scenario. */
export function readFilters(form, document) {
  const filters = {};
  const ticked = (name) => [...form.querySelectorAll(`[data-list="${name}"] input:checked`)].map((one) => one.value);
  const aspects = document.aspects
    .map(({ id }) => [id, ticked(`is-${id}`).map((value) => value || null)])
    .filter(([, wanted]) => wanted.length);
  if (aspects.length) filters.aspects = Object.fromEntries(aspects);
  const types = ticked("type");
  if (types.length) filters.studyTypes = types;
  const [from, to] = ["from", "to"].map((name) => Number(form.elements[name].value) || null);
  if (from !== null || to !== null) filters.years = [from, to];
  const quality = Number(form.elements.quality.value);
  if (quality) filters.leastQuality = quality;
  return filters;
}

/* Says at each list how much of it is ticked. */
export function countTicks(form) {
  for (const details of form.querySelectorAll("[data-list]")) {
    const count = details.querySelectorAll("input:checked").length;
    details.querySelector("summary span").textContent = count ? `${count} chosen` : "any";
    details.classList.toggle("lr-explorer--set", count > 0);
  }
}

/* The values that occur in the synthesis, with the number of evidence models. */
function values({ id, values: known }, models) {
  const own = models.map(({ aspects }) => aspects[id] ?? []);
  const found = known.map((value) => ({ ...value, count: own.filter((one) => one.includes(value.id)).length }));
  return [...found, { id: "", title: NOT_STATED, count: own.filter((one) => !one.length).length }];
}

/* A list to tick; what does not occur stands there only while it is asked for. Null where there is no choice. */
function list(name, title, entries, wanted) {
  const chosen = new Set(wanted.map((value) => value ?? ""));
  const shown = entries.filter(({ id, count }) => count > 0 || chosen.has(id));
  if (shown.length < 2 && !chosen.size) return null;
  const options = shown.map(({ id, title: words, count }) =>
    element(
      "label",
      { class: "lr-explorer__option" },
      element("input", { type: "checkbox", name, value: id, checked: chosen.has(id) }),
      element("span", {}, `${words} (${count})`),
    ),
  );
  const box = element("div", { class: "lr-explorer__list", role: "group", "aria-label": title }, ...options);
  const summary = element("summary", {}, `${title}: `, element("span"));
  return element("details", { "data-list": name, open: chosen.size > 0 }, summary, box);
}

function years(studies, [from, to]) {
  const all = studies.map(({ year }) => year).concat([from, to].filter((one) => one !== null));
  const each = [...new Set(all)].sort();
  return [choose("from", "Published from", each, from), choose("to", "until", each, to)];
}

function choose(name, title, each, chosen) {
  const any = element("option", { value: "" }, "any year");
  const options = each.map((year) => element("option", { value: year, selected: year === chosen }, String(year)));
  return element("label", {}, `${title} `, element("select", { name }, any, ...options));
}

function place(form, choice) {
  return form.querySelector(`[data-choice="${choice}"]`);
}
