"use strict";
// The desk: what others do meanwhile, several claims at once, and everything by key.
(() => {
  const typing = (element) => element.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  const token = () => JSON.parse(document.body.getAttribute("hx-headers") || "{}");

  // Picking rows: all at once, and from one to another with shift.
  let lastPicked = null;
  const picks = () => [...document.querySelectorAll(".q-pick input[name=claim]")];
  const sayPicked = () => {
    const says = document.querySelector("[data-picked]");
    if (says) says.textContent = says.dataset.picked.replace("{0}", picks().filter((pick) => pick.checked).length);
  };
  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-pick-all]")) for (const pick of picks()) pick.checked = event.target.checked;
    sayPicked();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.matches(".q-pick input[name=claim]")) return;
    const all = picks();
    if (event.shiftKey && lastPicked && all.includes(lastPicked)) {
      const [from, to] = [all.indexOf(lastPicked), all.indexOf(event.target)].sort((a, b) => a - b);
      for (const pick of all.slice(from, to + 1)) pick.checked = event.target.checked;
    }
    lastPicked = event.target;
  });

  // A page that is looked at hears of what happens. One that nobody sees closes its ear: it hears again, and looks again, when it
  // is seen.
  const ear = document.querySelector("[data-live]");
  let source = null;
  let since = ear?.dataset.since;
  const newIds = new Set();

  const shown = () => [...document.querySelectorAll("tr[id^=c-]")].map((row) => row.id.slice(2));
  const rowsChanged = async (ids) => {
    const table = document.querySelector("[data-rows]");
    if (!table) return;
    const here = ids.filter((id) => document.getElementById(`c-${id}`));
    // Whether something new holds the words that were searched for, nobody knows without searching again.
    if ("words" in table.dataset) ids = here;
    if (ids.length === 0) return;
    const address = new URL(table.dataset.rows, location.href);
    for (const id of ids) address.searchParams.append("id", id);
    const answer = await fetch(address, { headers: { "HX-Request": "true" } });
    if (!answer.ok || answer.redirected) return;
    const part = document.createElement("template");
    part.innerHTML = await answer.text();
    for (const row of part.content.querySelectorAll("tr")) {
      const old = document.getElementById(row.id);
      if (old) {
        const focused = old.contains(document.activeElement);
        // Acts are on claims as they were seen: one that has moved is picked anew.
        const [pick, before] = [row, old].map((each) => each.querySelector("input[name=claim]"));
        pick.checked = before.checked && pick.value === before.value && !row.classList.contains("gone");
        row.classList.add("changed");
        old.replaceWith(row);
        if (focused) row.querySelector(".q-number a").focus({ preventScroll: true });
      } else if (!row.classList.contains("gone")) {
        newIds.add(row.id);
      }
    }
    sayPicked();
    peopleInQueue(looked);
    if (here.length < ids.length) sayNews();
    else htmx.trigger(document.body, "queue-moved");
  };

  const sayNews = () => {
    htmx.trigger(document.body, "queue-moved");
    const bar = document.querySelector("[data-news]");
    if (!bar || newIds.size === 0) return;
    const text = bar.querySelector("[data-says]");
    text.textContent = text.dataset.says.replace("{0}", newIds.size);
    bar.hidden = false;
  };

  let looked = {};
  const peopleInQueue = (now) => {
    looked = now;
    const says = document.querySelector("[data-seen-by]")?.dataset.seenBy || "{0}";
    for (const mark of document.querySelectorAll(".q-seen")) {
      const name = looked[mark.closest("tr").id.slice(2)];
      mark.textContent = name ? says.replace("{0}", name) : "";
    }
  };

  const peopleAtClaim = (people) => {
    const bar = document.querySelector("[data-people]");
    if (!bar) return;
    bar.textContent = [people.writing, people.looking].filter(Boolean).join(" ");
    bar.hidden = bar.textContent === "";
  };

  const claimMoved = () => {
    const bar = document.querySelector("[data-moved]");
    if (bar) bar.hidden = false;
  };

  const listen = () => {
    if (!ear || source || document.visibilityState !== "visible") return;
    const claim = ear.dataset.claim;
    source = new EventSource(`${ear.dataset.live}?since=${since}${claim ? `&claim=${claim}` : ""}`);
    const hear = (what, act) =>
      source.addEventListener(what, (event) => {
        since = event.lastEventId || since;
        act(JSON.parse(event.data));
      });
    hear("moved", claim ? claimMoved : rowsChanged);
    hear("flood", () => rowsChanged(shown()));
    hear("people", claim ? peopleAtClaim : peopleInQueue);
  };
  const tell = (what, body) =>
    fetch(`/desk/live/${ear.dataset.claim}/${what}`, {
      method: "POST",
      headers: { ...token(), "Content-Type": "application/x-www-form-urlencoded" },
      body,
      keepalive: true,
    }).catch(() => {});
  const deafen = () => {
    if (source && ear.dataset.claim) tell("leaving", "");
    source?.close();
    source = null;
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      listen();
      if (ear && !ear.dataset.claim) rowsChanged(shown());
    } else {
      deafen();
    }
  });
  addEventListener("pagehide", deafen);
  listen();

  // Others see that somebody writes, from the first key until a while after the last.
  let stops;
  const writes = (now) => tell("writing", `now=${now}`);
  document.addEventListener("input", (event) => {
    if (!ear?.dataset.claim || !event.target.closest("form[method=post]")) return;
    if (stops === undefined) writes(true);
    clearTimeout(stops);
    stops = setTimeout(() => {
      stops = undefined;
      writes(false);
    }, 8000);
  });

  // Everything by key: what has data-key is pressed by it. A summary opens and its first field is written in; a heading is gone to;
  // and what decides about somebody (data-key-goes) is shown and not pressed.
  const first = (part, which) => [...part.querySelectorAll(which)].find((field) => field.checkVisibility());
  const FIELDS = "textarea, select, input:not([type=hidden], [type=checkbox]), button";
  const press = (target) => {
    if (target.matches("summary")) {
      target.parentElement.open = true;
      (first(target.parentElement, "[data-first]") || first(target.parentElement, FIELDS) || target).focus();
    } else if (target.matches("h2, h3")) {
      const panel = target.closest(".panel");
      const picture = panel.querySelector("[data-view]");
      if (picture) return picture.click();
      target.scrollIntoView({ block: "start" });
      (panel.querySelector("input:checked") || first(panel, `${FIELDS}, a`))?.focus({ preventScroll: true });
    } else if ("keyGoes" in target.dataset) {
      (first(target.form, "textarea") || target).focus();
    } else {
      target.click();
      if (target.matches("input, textarea, select")) target.focus();
    }
  };
  // A message begun with a template: it goes below what is written already, and can be taken back as if it had been typed.
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (!form.matches("[data-begin]")) return;
    event.preventDefault();
    const answer = await fetch(`${form.action}?${new URLSearchParams(new FormData(form))}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return form.submit();
    const { text, purpose, missing } = await answer.json();
    const field = document.getElementById(form.dataset.begin);
    field.form.elements.purpose.value = purpose;
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    document.execCommand("insertText", false, (field.value.trim() ? "\n\n" : "") + text);
    field.setSelectionRange(0, 0);
    const left = form.parentElement.querySelector("[data-missing]");
    left.hidden = !missing.length;
    left.querySelector("ul").replaceChildren(...missing.map((what) => Object.assign(document.createElement("li"), { textContent: what })));
  });

  // A field is left by Escape, and the keys do something again.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && typing(event.target) && !event.target.closest("dialog")) event.target.blur();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    const pick = event.key === "x" && document.activeElement?.closest("tr")?.querySelector("input[name=claim]");
    if (pick) {
      pick.checked = !pick.checked;
      sayPicked();
      event.preventDefault();
      return;
    }
    const pressed = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (pressed) {
      event.preventDefault();
      press(pressed);
    }
  });

  // The list of keys holds those that do something here.
  const said = (target) => (target.dataset.says || target.getAttribute("aria-label") || target.textContent).replace(/\s+/g, " ").trim();
  document.getElementById("keys")?.addEventListener("beforetoggle", (event) => {
    const dialog = event.target;
    for (const row of dialog.querySelectorAll("[data-needs]")) row.hidden = !document.querySelector(row.dataset.needs);
    const listed = new Set([...dialog.querySelectorAll("[data-needs] kbd")].map((key) => key.textContent));
    dialog.querySelector("[data-page-keys]").replaceChildren(
      ...[...document.querySelectorAll("[data-key]")]
        .filter((target) => !listed.has(target.dataset.key) && listed.add(target.dataset.key))
        .map((target) => {
          const row = document.createElement("div");
          const key = document.createElement("dt");
          const does = document.createElement("dd");
          key.append(Object.assign(document.createElement("kbd"), { textContent: target.dataset.key }));
          does.textContent = said(target);
          row.append(key, does);
          return row;
        }),
    );
  });

  // Whoever logs out leaves no drafts behind: the next at this screen may be somebody else.
  document.addEventListener("submit", (event) => {
    if (event.target.getAttribute("action") !== "/logout") return;
    for (const key of Object.keys(localStorage)) if (key.startsWith("draft/")) localStorage.removeItem(key);
  });

  // The palette: where to go and what to do, by a few letters. Places and acts are read off the page; claims are asked for.
  const palette = document.getElementById("palette");
  const field = palette?.querySelector("input");
  const list = palette?.querySelector("[role=listbox]");
  let options = [];
  let asked = 0;

  const acts = () => {
    const places = [...document.querySelectorAll(".top-nav a, .menu-list nav a, .tabs a, [data-key], .case .actions button, .page-head .actions :is(a, button)")];
    const seen = new Set();
    return places
      .map((target) => ({ text: said(target), target }))
      .filter(({ text }) => text && !seen.has(text) && seen.add(text));
  };
  const fits = (text, words) => words.every((word) => text.toLowerCase().includes(word));
  const light = (index) => {
    options.forEach((option, place) => option.node.setAttribute("aria-selected", String(place === index)));
    const node = options[index]?.node;
    field.setAttribute("aria-activedescendant", node ? node.id : "");
    node?.scrollIntoView({ block: "nearest" });
  };
  const lit = () => options.findIndex((option) => option.node.getAttribute("aria-selected") === "true");
  const show = (some) => {
    options = some.slice(0, 12).map((option, place) => {
      const node = document.createElement("li");
      node.id = `palette-${place}`;
      node.setAttribute("role", "option");
      node.textContent = option.text;
      if (option.more) {
        const more = document.createElement("span");
        more.className = "muted";
        more.textContent = option.more;
        node.append(more);
      }
      return { ...option, node };
    });
    list.replaceChildren(...options.map((option) => option.node));
    light(0);
  };
  const choose = (option) => {
    if (!option) return;
    palette.close();
    if (option.href) location.assign(option.href);
    else {
      option.target.focus();
      press(option.target);
    }
  };
  const look = async () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const own = acts().filter(({ text }) => fits(text, words));
    show(own);
    const turn = ++asked;
    if (field.value.trim().length < 2) return;
    await new Promise((later) => setTimeout(later, 120));
    if (turn !== asked) return;
    const answer = await fetch(`/desk/claims/jump?q=${encodeURIComponent(field.value.trim())}`, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected || turn !== asked) return;
    show([...(await answer.json()), ...own]);
  };
  if (palette) {
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      if (palette.open) return palette.close();
      field.value = "";
      palette.showModal();
      look();
    });
    field.addEventListener("input", look);
    palette.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        light((lit() + step + options.length) % Math.max(1, options.length));
      } else if (event.key === "Enter") {
        event.preventDefault();
        choose(options[lit()]);
      }
    });
    list.addEventListener("click", (event) => choose(options.find((option) => option.node.contains(event.target))));
  }
})();
