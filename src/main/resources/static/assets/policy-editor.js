"use strict";
// The tables of a draft as tables. dmn-js draws and changes them; what a table is made of (its columns, its hit policy)
// belongs to the product, so that the parts of dmn-js that would change it are left out.
(() => {
  const form = document.getElementById("tables-form");
  const sheet = document.getElementById("sheet");
  if (!form || !sheet || !window.DmnJS) return;
  const source = form.elements.tables;
  const findings = document.getElementById("tables-findings");
  const state = document.getElementById("tables-state");
  const title = document.getElementById("table-title");
  const says = document.getElementById("table-says");
  const links = [...document.querySelectorAll("#table-list a[data-table]")];
  const acts = [...document.querySelectorAll("button[data-act]")];
  const words = new Map([...document.querySelectorAll("#editor-words li")].map((li) => [li.dataset.says, li.textContent]));

  const translate = (text, gaps) =>
    (words.get(text) ?? text).replace(/{([^}]+)}/g, (whole, name) => gaps?.[name] ?? whole);
  const nothing = ["value", {}];
  const editor = new DmnJS({
    container: sheet,
    decisionTable: {
      keyboard: { bindTo: sheet },
      debounceInput: false,
      additionalModules: [
        {
          translate: ["value", translate],
          decisionTableProperties: nothing,
          hitPolicyProvider: nothing,
          viewDrd: nothing,
          inputEditingProvider: nothing,
          outputEditingProvider: nothing,
          addInputOutputProvider: nothing,
          createInputsProvider: nothing,
          expressionLanguage: nothing,
          description: nothing,
          columnResizeProvider: nothing,
          copyCutPasteKeyBindings: nothing,
        },
      ],
    },
  });
  const later = (work) => new Promise((done, failed) => work((error, value) => (error ? failed(error) : done(value))));
  const part = (name) => editor.getActiveViewer().get(name);

  let kept = true;
  let sent = 0;
  let changes = 0;
  const show = () => {
    state.textContent = kept ? "" : state.dataset.changed;
    state.hidden = kept;
  };
  const changed = () => {
    changes += 1;
    kept = false;
    show();
  };
  addEventListener("beforeunload", (event) => {
    if (!kept) event.preventDefault();
  });

  // A cell that is being written in is taken over when it is left.
  const settle = () => {
    if (sheet.contains(document.activeElement)) document.activeElement.blur();
  };
  // What is left empty asks nothing: FEEL writes that as a dash.
  const dashed = (text) => {
    const file = new DOMParser().parseFromString(text, "text/xml");
    for (const cell of file.getElementsByTagNameNS("*", "inputEntry")) {
      const [said] = cell.getElementsByTagNameNS("*", "text");
      if (said && !said.textContent.trim()) said.textContent = "-";
    }
    return new XMLSerializer().serializeToString(file);
  };
  const xml = async () => {
    settle();
    return dashed(await later((done) => editor.saveXML({ format: true }, done)));
  };

  const watched = new WeakSet();
  const open = async (name, row) => {
    const view = editor.getViews().find((each) => each.type === "decisionTable" && each.name === name);
    const link = links.find((each) => each.dataset.table === name);
    if (!view || !link) return;
    settle();
    await later((done) => editor.open(view, done));
    for (const each of links) each.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    title.textContent = link.dataset.title;
    says.textContent = link.dataset.tells;
    sheet.querySelector("th.index-column").textContent = "#";
    const box = sheet.querySelector(".tjs-table-container");
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-labelledby", title.id);
    const viewer = editor.getActiveViewer();
    if (!watched.has(viewer)) {
      watched.add(viewer);
      viewer.on(["commandStack.executed", "commandStack.reverted"], changed);
      viewer.on("cellSelection.changed", choose);
      // Of its own it hides the picture of what is dragged by an inline style, which our pages do not allow.
      viewer.get("dmnDragAndDrop").startDrag = (dragged, drag) => {
        drag.dataTransfer.setDragImage(new Image(), 0, 0);
        viewer.get("dragAndDrop").startDrag(dragged, drag);
      };
    }
    choose();
    mark(row);
  };

  const line = (row) => sheet.querySelectorAll("tbody tr")[row - 1];

  // The row that a finding is about.
  const mark = (row) => {
    for (const other of sheet.querySelectorAll("tr.found")) other.classList.remove("found");
    if (!row) return;
    const found = line(row);
    if (!found) return;
    found.classList.add("found");
    found.scrollIntoView({ block: "center" });
    found.querySelector("[contenteditable]")?.focus({ preventScroll: true });
  };

  const chosen = () => {
    const id = part("cellSelection").getCellSelection();
    const element = id && part("elementRegistry").get(id);
    // The cell of the source goes by its row.
    return element ? (element.row ?? element) : null;
  };
  const choose = () => {
    const row = chosen();
    for (const act of acts) act.disabled = act.dataset.act !== "addRule" && !row;
  };
  for (const act of acts) {
    // The cell keeps the focus, and with it the choice of the row.
    act.addEventListener("pointerdown", (event) => event.preventDefault());
    act.addEventListener("click", () => {
      const rule = chosen();
      settle();
      const actions = part("editorActions");
      if (act.dataset.act === "removeRule") {
        actions.trigger("removeRule", { rule });
      } else {
        actions.trigger(rule ? "addRuleBelow" : "addRule", { rule });
        const rows = part("sheet").getRoot().rows;
        line(rule ? rows.indexOf(rule) + 2 : rows.length)?.querySelector("[contenteditable]")?.focus();
      }
      choose();
    });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-table]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(link.dataset.table, Number(link.dataset.row)).then(() => {
      if (!link.dataset.row) title.focus();
    });
  });

  document.addEventListener("click", async (event) => {
    if (!event.target.closest("[data-take-file]")) return;
    const file = new Blob([await xml()], { type: "application/xml" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = sheet.dataset.file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  });

  // The tables are put into the form first, and then the form is sent as any other.
  let ready = false;
  form.addEventListener("submit", (event) => {
    if (ready) {
      ready = false;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    xml().then((text) => {
      source.value = text;
      sent = changes;
      ready = true;
      // Without htmx the page goes, and everything that was written goes with the form.
      if (!window.htmx) kept = true;
      // A form that is being submitted cannot be submitted.
      setTimeout(() => form.requestSubmit(event.submitter));
    });
  }, true);
  document.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.elt !== form || !event.detail.successful) return;
    kept = sent === changes;
    show();
    mark(null);
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== findings) return;
    findings.scrollIntoView({ block: "nearest" });
  });

  later((done) => editor.importXML(source.value, { open: false }, done)).then(
    () => {
      document.getElementById("tables-editor").hidden = false;
      return open(links.some((link) => link.hash === location.hash) ? location.hash.slice(1) : links[0]?.dataset.table).then(() => sheet.classList.add("open"));
    },
    () => {
      document.getElementById("tables-unreadable").hidden = false;
    },
  );
  // What was refused without htmx is on the page again, and not kept.
  if (form.dataset.refused === "true") changed();
  else show();
})();
