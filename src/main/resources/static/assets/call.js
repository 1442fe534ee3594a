"use strict";
// A conversation: what to say follows what is typed, and nothing that was typed is lost.
(() => {
  const filed = document.querySelector("[data-call-filed]");
  const key = (reader) => `call:${reader}`;
  if (filed) sessionStorage.removeItem(key(filed.dataset.callFiled));

  const form = document.getElementById("call");
  if (!form) return;
  const draft = key(form.dataset.draft);
  const left = new Set(["_csrf", "photo", "go"]);

  // The clock of the conversation.
  const timer = document.querySelector("[data-since]");
  const tick = () => {
    const seconds = Math.max(0, Math.floor((Date.now() - Number(form.elements.started.value)) / 1000));
    const hours = Math.floor(seconds / 3600);
    const minutes = String(Math.floor((seconds % 3600) / 60)).padStart(hours ? 2 : 1, "0");
    timer.textContent = `${hours ? `${hours}:` : ""}${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  };
  timer.parentElement.classList.remove("waits");
  tick();
  setInterval(tick, 1000);

  // What is typed is kept in this tab until it is filed, or begun anew.
  const typed = () => [...new FormData(form)].filter(([name]) => !left.has(name));
  const keep = () => sessionStorage.setItem(draft, JSON.stringify(typed()));
  document.querySelector("[data-anew]").addEventListener("click", () => sessionStorage.removeItem(draft));

  const restore = async () => {
    const kept = sessionStorage.getItem(draft);
    if (!kept || form.dataset.fresh !== "true") return;
    const body = new URLSearchParams(JSON.parse(kept));
    const answer = await fetch(form.action, {
      method: "POST",
      headers: JSON.parse(document.body.getAttribute("hx-headers") || "{}"),
      body,
    });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const again = page.getElementById("call");
    if (!again) return;
    form.replaceChildren(...document.adoptNode(again).childNodes);
    form.dataset.fresh = "false";
    tick();
  };

  // Answers that come after further typing are stale: another one is on its way. What only holds what was typed stays
  // as it is, and so does the focus.
  let edits = 0;
  let asked = -1;
  const edited = () => {
    edits += 1;
    keep();
  };
  form.addEventListener("input", edited);
  form.addEventListener("change", edited);
  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.id !== "call-ear") return;
    asked = edits;
    delete event.detail.parameters.photo;
  });
  const bare = (node) => {
    const copy = node.cloneNode(true);
    copy.removeAttribute("hx-swap-oob");
    copy.removeAttribute("class");
    for (const part of copy.querySelectorAll("input:not([type=hidden]), option, details")) {
      part.removeAttribute("checked");
      part.removeAttribute("selected");
      part.removeAttribute("open");
      if (part.matches("input:not([type=checkbox], [type=radio])")) part.removeAttribute("value");
    }
    return copy.innerHTML.replace(/\s+/g, " ");
  };
  const picked = (node) =>
    [...node.querySelectorAll("select, input:checked")].map((part) => `${part.name}=${part.value}`).join("&");
  let focus = null;
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    const next = fragment.firstElementChild || fragment;
    if (asked !== edits || (bare(target) === bare(next) && picked(target) === picked(next))) {
      event.detail.shouldSwap = false;
      return;
    }
    const active = document.activeElement;
    focus = target.contains(active) && active.id ? { id: active.id, at: active.selectionStart } : null;
  });
  document.addEventListener("htmx:oobAfterSwap", () => {
    // What was read out of their words stands where it would have been typed.
    for (const said of document.querySelectorAll("[data-fill]")) {
      const field = document.getElementById(said.dataset.fill);
      if (field.value === "" && field !== document.activeElement) field.value = said.dataset.value;
    }
    if (!focus) return;
    const again = document.getElementById(focus.id);
    again?.focus({ preventScroll: true });
    if (typeof focus.at === "number" && again?.setSelectionRange) again.setSelectionRange(focus.at, focus.at);
    focus = null;
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt.id === "call-ear" && event.detail.successful) keep();
  });

  // Enter looks up; only the button at the end files.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.value === "REGISTER" || form.elements.photo.files.length > 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    htmx.trigger(form, "change");
  }, true);

  restore();
})();
