"use strict";
(() => {
  const root = document.documentElement;
  const year = 365 * 24 * 60 * 60;

  const remember = (name, value) => {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`;
  };

  // The server says times in the reader's zone.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone) remember("zone", zone);

  // Light and dark without loading the page again.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-theme]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    root.dataset.theme = "chosen";
    root.dataset.bsTheme = link.dataset.theme;
    remember("theme", link.dataset.theme);
    document.querySelector(`a[data-theme="${link.dataset.theme === "dark" ? "light" : "dark"}"]`)?.focus();
  });

  // Menus close when the reader turns elsewhere.
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });

  // A button that shows and hides what it controls: the navigation on a phone.
  const unfolded = () => document.querySelector("button[aria-controls][aria-expanded=true]");
  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button[aria-controls][aria-expanded]");
    const open = unfolded();
    if (open && !document.getElementById(open.getAttribute("aria-controls")).contains(event.target)) open.ariaExpanded = "false";
    if (pressed && pressed !== open) pressed.ariaExpanded = "true";
  });
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && unfolded();
    if (!open) return;
    open.ariaExpanded = "false";
    open.focus();
  });

  // A line at the top while something takes longer than a moment.
  let underWay = 0;
  let soon;
  const begin = () => {
    underWay += 1;
    clearTimeout(soon);
    soon = setTimeout(() => document.body.classList.add("working"), 100);
  };
  const end = () => {
    underWay = Math.max(0, underWay - 1);
    if (underWay > 0) return;
    clearTimeout(soon);
    document.body.classList.remove("working");
  };

  // What is sent is sent once. Attributes are read by name, for a field called "method" would hide the property.
  const buttonsOf = (form) =>
    [...document.querySelectorAll("button, input[type=submit]")].filter((b) => b.form === form && b.type === "submit");
  const setBusy = (form, busy) => {
    if (busy) form.dataset.busy = "";
    else delete form.dataset.busy;
    for (const button of buttonsOf(form)) {
      if (busy) button.setAttribute("aria-busy", "true");
      else button.removeAttribute("aria-busy");
    }
  };
  const isPost = (form) => (form.getAttribute("method") || "").toLowerCase() === "post";
  document.addEventListener("submit", (event) => {
    if (!("busy" in event.target.dataset)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !isPost(form) || form.hasAttribute("target") || "download" in form.dataset) return;
    setBusy(form, true);
    begin();
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    underWay = 0;
    end();
    for (const form of document.querySelectorAll("form[data-busy]")) setBusy(form, false);
  });

  // htmx: busy, a login that has run out, and the focus after a swap.
  let before = null;
  const askedFrom = new WeakMap();
  document.addEventListener("htmx:beforeRequest", (event) => {
    begin();
    // A field that is shut while its request is under way loses the focus before the swap.
    askedFrom.set(event.detail.xhr, document.activeElement);
    if (event.detail.elt.tagName === "FORM") setBusy(event.detail.elt, true);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    end();
    if (event.detail.elt.tagName === "FORM") setBusy(event.detail.elt, false);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const answered = event.detail.xhr.responseURL;
    if (answered && new URL(answered).pathname === "/login" && location.pathname !== "/login") {
      event.detail.shouldSwap = false;
      location.reload();
      return;
    }
    const active = document.activeElement === document.body ? askedFrom.get(event.detail.xhr) : document.activeElement;
    before = active && event.detail.target.contains(active) ? { id: active.id, name: active.name } : null;
  });
  // What the coach says takes no less room while somebody writes, so that no button moves back and forth under the hand.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target } = event.detail;
    if (target.classList.contains("coach")) target.style.minHeight = `${target.offsetHeight}px`;
  });
  document.addEventListener("focusin", (event) => {
    for (const coach of document.querySelectorAll(".coach[style]")) {
      if (!coach.closest("form").contains(event.target)) coach.style.minHeight = "";
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!before || (document.activeElement && document.activeElement !== document.body)) return;
    const part = event.detail.elt;
    const next =
      part.querySelector("[aria-invalid=true], [autofocus]") ||
      (before.id && document.getElementById(before.id)) ||
      (before.name && part.querySelector(`[name="${CSS.escape(before.name)}"]`)) ||
      part.querySelector("h1, h2, h3") ||
      part;
    if (!next.matches("a, button, input, select, textarea, summary")) next.tabIndex = -1;
    next.focus({ preventScroll: true });
    before = null;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target.id === "flash") event.detail.target.scrollIntoView({ block: "nearest" });
  });
  document.addEventListener("htmx:xhr:progress", (event) => {
    const bar = event.target.closest("form")?.querySelector("progress[data-upload]");
    if (bar && event.detail.lengthComputable) {
      bar.hidden = false;
      bar.max = event.detail.total;
      bar.value = event.detail.loaded;
    }
  });

  // A row of the queue is one link; j and k go through the rows.
  const links = () => [...document.querySelectorAll(".queue tbody tr a[href]")].filter((a) => a.closest(".q-number"));
  document.addEventListener("click", (event) => {
    const row = event.target.closest(".queue tbody tr");
    if (!row || event.target.closest("a, button, input, label, select, summary") || String(getSelection())) return;
    row.querySelector(".q-number a")?.click();
  });
  const typing = (element) => element.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "j" || event.key === "k") {
      const all = links();
      if (all.length === 0) return;
      const here = all.findIndex((a) => a.closest("tr").contains(document.activeElement));
      const next = event.key === "j" ? Math.min(here + 1, all.length - 1) : Math.max(here - 1, 0);
      all[next].focus({ preventScroll: true });
      all[next].closest("tr").scrollIntoView({ block: "nearest" });
      event.preventDefault();
    } else if (event.key === "/") {
      const search = document.querySelector("input[type=search]");
      if (search) {
        search.focus();
        search.select();
        event.preventDefault();
      }
    } else if (event.key === "?") {
      document.getElementById("keys")?.showModal();
      event.preventDefault();
    }
  });

  // Chosen files are shown before they are sent: <input type="file" data-preview="id of a .photo-grid">.
  document.addEventListener("change", (event) => {
    const input = event.target;
    if (input.type !== "file" || !input.dataset.preview) return;
    const grid = document.getElementById(input.dataset.preview);
    for (const image of grid.querySelectorAll("img")) URL.revokeObjectURL(image.src);
    grid.replaceChildren(
      ...[...input.files].map((file) => {
        const item = document.createElement("li");
        const figure = document.createElement("figure");
        const box = document.createElement("div");
        box.className = "photo";
        if (file.type.startsWith("image/")) {
          const image = document.createElement("img");
          image.src = URL.createObjectURL(file);
          image.alt = "";
          box.append(image);
        }
        const caption = document.createElement("figcaption");
        caption.textContent = file.name;
        figure.append(box, caption);
        item.append(figure);
        return item;
      }),
    );
    const most = Number(input.dataset.mostBytes || 0);
    input.setCustomValidity(most && [...input.files].some((f) => f.size > most) ? input.dataset.tooLarge || " " : "");
    if (!input.checkValidity()) input.reportValidity();
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    document.addEventListener(kind, (event) => {
      const area = event.target.closest?.(".upload");
      if (!area) return;
      event.preventDefault();
      area.classList.toggle("over", kind === "dragover");
      const input = area.querySelector("input[type=file]");
      if (kind === "drop" && input && event.dataTransfer.files.length > 0) {
        input.files = event.dataTransfer.files;
        input.dispatchEvent(new Event("change", { bubbles: true }));
      }
    });
  }

  // A page that is printed from a link: <button data-print>.
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) print();
  });
})();
