"use strict";
// The case: photos seen large, and drafts that outlive a reload.
(() => {
  // Photos. The picture lies on a sheet of its own size, which is moved, turned and scaled as a whole, with the codes drawn on it.
  const viewer = document.getElementById("viewer");
  const stage = viewer.querySelector("[data-stage]");
  const sheet = viewer.querySelector("[data-sheet]");
  const what = viewer.querySelector("[data-what]");
  const LARGEST = 12;
  const STEP = 1.4;
  const PAN = 80;
  let links = [];
  let at = 0;
  let view = { zoom: 1, turn: 0, x: 0, y: 0 };
  let codes = true;

  const size = () => {
    const image = sheet.querySelector("img");
    const width = image?.naturalWidth || 1;
    const height = image?.naturalHeight || 1;
    const lying = view.turn % 180 !== 0;
    const fit = Math.min(stage.clientWidth / (lying ? height : width), stage.clientHeight / (lying ? width : height), 4);
    const scale = fit * view.zoom;
    return { width, height, scale, across: (lying ? height : width) * scale, down: (lying ? width : height) * scale };
  };
  const draw = () => {
    const now = size();
    const most = (shown, room) => Math.max(0, (shown - room) / 2);
    view.x = Math.max(-most(now.across, stage.clientWidth), Math.min(most(now.across, stage.clientWidth), view.x));
    view.y = Math.max(-most(now.down, stage.clientHeight), Math.min(most(now.down, stage.clientHeight), view.y));
    sheet.style.width = `${now.width}px`;
    sheet.style.height = `${now.height}px`;
    sheet.style.transform = `translate(-50%, -50%) translate(${view.x}px, ${view.y}px) rotate(${view.turn}deg) scale(${now.scale})`;
    const boxes = sheet.querySelector("svg");
    if (!boxes) return;
    boxes.toggleAttribute("hidden", !codes);
    // Letters stay as large as they are read best, and upright, whatever is done to the picture.
    const unit = boxes.viewBox.baseVal.width / now.width / now.scale;
    boxes.setAttribute("font-size", 14 * unit);
    boxes.setAttribute("stroke-width", 3 * unit);
    for (const text of boxes.querySelectorAll("text")) {
      const [x, y] = [text.getAttribute("x"), text.getAttribute("y")];
      text.setAttribute("transform", `rotate(${-view.turn} ${x} ${y}) translate(0 ${-6 * unit})`);
    }
  };
  /** Closer or farther, so that what is under the fingers stays there: a point from the middle of the stage. */
  const zoom = (by, x = 0, y = 0) => {
    const next = Math.max(1, Math.min(LARGEST, view.zoom * by));
    const share = next / view.zoom;
    view = { ...view, zoom: next, x: x - (x - view.x) * share, y: y - (y - view.y) * share };
    draw();
  };
  const pan = (x, y) => {
    view.x += x;
    view.y += y;
    draw();
  };
  const turn = () => {
    view = { ...view, turn: view.turn + 90, x: -view.y, y: view.x };
    draw();
  };
  const show = (index) => {
    at = (index + links.length) % links.length;
    const link = links[at];
    const image = new Image();
    image.alt = link.dataset.view;
    image.draggable = false;
    image.addEventListener("load", draw);
    image.src = link.href;
    const drawn = link.parentElement.querySelector("template")?.content.cloneNode(true);
    sheet.replaceChildren(image, ...(drawn ? [drawn] : []));
    view = { zoom: 1, turn: 0, x: 0, y: 0 };
    what.textContent = [link.dataset.view, at + 1, links.length].reduce((text, gap, place) => text.replace(`{${place}}`, gap), viewer.dataset.count);
    viewer.querySelector("[data-do=codes]").disabled = !drawn;
    for (const way of viewer.querySelectorAll("[data-do=previous], [data-do=next]")) way.disabled = links.length < 2;
    draw();
  };
  const acts = {
    previous: () => show(at - 1),
    next: () => show(at + 1),
    in: () => zoom(STEP),
    out: () => zoom(1 / STEP),
    turn,
    codes: () => {
      codes = !codes;
      viewer.querySelector("[data-do=codes]").ariaPressed = String(codes);
      draw();
    },
    close: () => viewer.close(),
  };
  const keys = { "+": "in", "=": "in", "-": "out", r: "turn", b: "codes" };
  const arrows = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-view]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    links = [...document.querySelectorAll("a[data-view]")];
    viewer.showModal();
    show(links.indexOf(link));
  });
  viewer.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) acts[button.dataset.do]();
  });
  viewer.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = arrows[event.key];
    if (keys[event.key]) acts[keys[event.key]]();
    else if (event.key === "0") show(at);
    else if (arrow && view.zoom > 1) pan(arrow[0] * PAN, arrow[1] * PAN);
    else if (event.key === "ArrowLeft" && links.length > 1) acts.previous();
    else if (event.key === "ArrowRight" && links.length > 1) acts.next();
    else return;
    event.preventDefault();
  });
  viewer.addEventListener("close", () => {
    sheet.replaceChildren();
    links[at]?.focus({ preventScroll: true });
  });
  const fromMiddle = (event) => {
    const room = stage.getBoundingClientRect();
    return [event.clientX - room.left - room.width / 2, event.clientY - room.top - room.height / 2];
  };
  stage.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.002)), ...fromMiddle(event));
    },
    { passive: false },
  );
  stage.addEventListener("dblclick", (event) => (view.zoom > 1 ? zoom(0) : zoom(2.5, ...fromMiddle(event))));
  // One finger or the mouse moves it, two fingers scale it.
  const fingers = new Map();
  stage.addEventListener("pointerdown", (event) => {
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, fromMiddle(event));
  });
  const spread = () => {
    const [[ax, ay], [bx, by]] = [...fingers.values()];
    return { wide: Math.hypot(ax - bx, ay - by), x: (ax + bx) / 2, y: (ay + by) / 2 };
  };
  stage.addEventListener("pointermove", (event) => {
    const from = fingers.get(event.pointerId);
    if (!from) return;
    const to = fromMiddle(event);
    if (fingers.size === 2) {
      const before = spread();
      fingers.set(event.pointerId, to);
      const now = spread();
      pan(now.x - before.x, now.y - before.y);
      zoom(now.wide / Math.max(1, before.wide), now.x, now.y);
    } else {
      fingers.set(event.pointerId, to);
      pan(to[0] - from[0], to[1] - from[1]);
    }
  });
  for (const end of ["pointerup", "pointercancel"]) stage.addEventListener(end, (event) => fingers.delete(event.pointerId));
  addEventListener("resize", () => viewer.open && draw());

  // Drafts: what is written on a claim is kept on this device until it is sent, for its writer alone.
  const drafts = document.getElementById("drafts");
  const MOST = 100;
  const WEEK = 7 * 24 * 60 * 60 * 1000;
  const folder = `draft/${drafts.dataset.reader}/${drafts.dataset.claim}/`;
  const read = (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  };
  const all = () => Object.keys(localStorage).filter((key) => key.startsWith("draft/"));
  const nameOf = (form) => new URL(form.getAttribute("action"), location.href).pathname.split("/").pop();
  const keyOf = (field) => `${folder}${nameOf(field.form)}/${field.name}`;
  // A form that nobody writes in is a button, or a choice that is sent as it is made: nothing is kept of it.
  const TEXT = "textarea, input:is([type=text], [type=number], [type=date])";
  const CHOICE = "select, input:is([type=checkbox], [type=radio])";
  const isWritten = (form) => form?.getAttribute("method") === "post" && form.querySelector("textarea, input[type=text]");
  const isDrafted = (field) => field.matches(`${TEXT}, ${CHOICE}`) && field.name && !field.readOnly && isWritten(field.form);
  const isTicked = (field) => field.matches("input:is([type=checkbox], [type=radio])");
  const groupOf = (field) => [...field.form.elements].filter((other) => other.name === field.name);
  const picked = (field) => groupOf(field).filter((other) => other.checked).map((other) => other.value);
  const isAsBefore = (field) =>
    isTicked(field)
      ? groupOf(field).every((other) => other.checked === other.defaultChecked)
      : field.matches("select")
        ? [...field.options].every((option, place) => option.selected === (option.defaultSelected || (place === 0 && !field.querySelector("[selected]"))))
        : field.value.trim() === field.defaultValue.trim();
  const reset = (field) => {
    if (isTicked(field)) for (const other of groupOf(field)) other.checked = other.defaultChecked;
    else if (field.matches("select")) {
      for (const option of field.options) option.selected = option.defaultSelected;
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    } else field.value = field.defaultValue;
  };
  const forget = (key) => localStorage.removeItem(key);
  const tidy = () => {
    const old = all()
      .map((key) => ({ key, at: read(key)?.at || 0 }))
      .sort((one, other) => other.at - one.at);
    for (const { key } of old.filter((draft, place) => place >= MOST || Date.now() - draft.at > WEEK)) forget(key);
  };
  const keep = (field) => {
    const key = keyOf(field);
    if (isAsBefore(field)) return forget(key);
    const content = isTicked(field) ? { picked: picked(field) } : { text: field.value };
    try {
      localStorage.setItem(key, JSON.stringify({ ...content, at: Date.now() }));
    } catch {
      // A full or forbidden store keeps nobody from writing.
    }
  };
  const when = (at) => {
    const then = new Date(at);
    const today = then.toDateString() === new Date().toDateString();
    return new Intl.DateTimeFormat(document.documentElement.lang, {
      ...(today ? {} : { day: "numeric", month: "short" }),
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
    }).format(then);
  };
  const note = (fields, at) => {
    const field = fields.find((one) => one.matches("textarea, input[type=text]")) || fields[0];
    const line = document.createElement("p");
    line.className = "hint draft";
    line.append(`${drafts.dataset.says.replace("{0}", when(at))} `);
    const discard = document.createElement("button");
    discard.type = "button";
    discard.className = "text-act";
    discard.textContent = drafts.dataset.discard;
    discard.addEventListener("click", () => {
      for (const one of fields) {
        forget(keyOf(one));
        reset(one);
        one.dispatchEvent(new Event("filled"));
      }
      line.remove();
      field.focus();
    });
    line.append(discard);
    (isTicked(field) ? field.closest("label") || field : field).after(line);
  };
  const restore = (part) => {
    const itself = part.closest("form[method=post]") === part ? [part] : [];
    for (const form of [...itself, ...part.querySelectorAll("form[method=post]")]) {
      // What the server sent back was refused just now, and is newer than any draft.
      if (!isWritten(form) || [...form.querySelectorAll("textarea, input[type=text]")].some((field) => field.value !== "")) continue;
      const back = [...form.elements].filter((field) => isDrafted(field) && fill(field, read(keyOf(field))));
      if (!back.length) continue;
      note(back, Math.max(...back.map((field) => read(keyOf(field)).at)));
      const fold = form.closest("details");
      if (fold) fold.open = true;
    }
  };
  /** Whether there was something to put in: what the page shows already is none. */
  const fill = (field, draft) => {
    if (isTicked(field) ? !Array.isArray(draft?.picked) : typeof draft?.text !== "string") return false;
    // A choice that is no longer there leaves what the page proposes.
    if (field.type === "radio" && !groupOf(field).some((other) => draft.picked.includes(other.value))) return false;
    if (isTicked(field) ? field.checked === draft.picked.includes(field.value) : field.value === draft.text) return false;
    if (isTicked(field)) field.checked = draft.picked.includes(field.value);
    else if (field.matches("select") && ![...field.options].some((option) => option.value === draft.text)) return false;
    else field.value = draft.text;
    return true;
  };
  // Sent is what the next page says was done: an expired login or a refusal keeps the draft.
  const SENT = "draft-sent";
  document.addEventListener("submit", (event) => {
    const sent = [...event.target.elements].filter(isDrafted).map(keyOf);
    if (sent.length && !event.defaultPrevented) sessionStorage.setItem(SENT, JSON.stringify(sent));
  });
  const sent = JSON.parse(sessionStorage.getItem(SENT) || "[]");
  if (sent.some((key) => key.startsWith(folder))) {
    sessionStorage.removeItem(SENT);
    if (document.querySelector("#flash .good")) sent.forEach(forget);
  }
  tidy();
  restore(document.body);
  document.addEventListener("input", (event) => isDrafted(event.target) && keep(event.target));
  document.addEventListener("htmx:afterSettle", (event) => restore(event.detail.elt));

  // An act that was refused because others were faster: there, and not at the top of a long page.
  const meanwhile = document.querySelector("[data-meanwhile]");
  if (meanwhile) {
    meanwhile.tabIndex = -1;
    meanwhile.scrollIntoView({ block: "center" });
    meanwhile.focus({ preventScroll: true });
  }
})();
