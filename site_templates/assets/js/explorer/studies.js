/* Which studies and evidence models are left out: a tick for each study, and for each of its evidence models. */

import { countText } from "../engine/format.js";
import { element } from "./dom.js";

/* The studies of a synthesis, each with its evidence models there. */
export function studiesOf(document, plan) {
  const within = new Set(plan.evidence_models);
  return document.studies
    .map((study) => ({ ...study, evidence_models: study.evidence_models.filter(({ id }) => within.has(id)) }))
    .filter((study) => study.evidence_models.length);
}

export function fillStudies(form, document, studies, without) {
  const omitted = new Set(without);
  form.querySelector("[data-choice=studies]").replaceChildren(
    ...studies.map((study) => {
      const models = study.evidence_models.map((model) =>
        tick("model", model.id, describe(document, model), !omitted.has(study.id) && !omitted.has(model.id)),
      );
      const own = tick("study", study.id, study.name, false);
      const count = countText(models.length, "evidence model");
      const single = element("details", {}, element("summary", {}, count), ...models);
      return element("div", { class: "lr-explorer__study", role: "group", "aria-label": study.name }, own, single);
    }),
  );
  settle(form);
}

/* Carries a tick at a study to its evidence models, and theirs to it. */
export function followTick(form, input) {
  if (input.name === "study") {
    const group = input.closest(".lr-explorer__study");
    for (const model of group.querySelectorAll("[name=model]")) model.checked = input.checked;
  }
  settle(form);
}

export function tickAll(form, checked) {
  for (const model of form.querySelectorAll("[name=model]")) model.checked = checked;
  settle(form);
}

/* Ids of what is left out: a study as a whole where all of it is. */
export function readWithout(form) {
  return [...form.querySelectorAll(".lr-explorer__study")].flatMap((group) => {
    const models = [...group.querySelectorAll("[name=model]")];
    const left = models.filter((one) => !one.checked).map((one) => one.value);
    return left.length === models.length ? [group.querySelector("[name=study]").value] : left;
  });
}

function settle(form) {
  for (const group of form.querySelectorAll(".lr-explorer__study")) {
    const models = [...group.querySelectorAll("[name=model]")];
    const kept = models.filter((one) => one.checked).length;
    const study = group.querySelector("[name=study]");
    study.checked = kept === models.length;
    study.indeterminate = kept > 0 && kept < models.length;
  }
}

/* What an evidence model is, by the first two aspects that can be chosen by. */
function describe({ aspects }, { id, aspects: own }) {
  const words = aspects.slice(0, 2).flatMap(({ id: aspect, values }) =>
    (own[aspect] ?? []).map((value) => values.find((one) => one.id === value).title),
  );
  return [id.slice(id.indexOf("/") + 1), ...words].join(" · ");
}

function tick(name, value, title, checked) {
  const input = element("input", { type: "checkbox", name, value, checked });
  return element("label", { class: "lr-explorer__option" }, input, element("span", {}, title));
}
