"use strict";
(() => {
  // Everything here only helps: without scripts, and in a browser that lacks a part, the forms work as they are.
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const report = () => document.querySelector("form[data-keep]");

  // ---- What is filled in stays on this phone until it has been sent. The secret of a link is never kept: whoever opens
  // the link again brings it along.
  const DAYS_KEPT = 2;
  const NOT_KEPT = ["_csrf", "go", "lang", "link"];
  const SENT = "redress.sent";
  const shelf = (shop) => `redress.report:${shop}`;
  const kept = (shop) => {
    try {
      const entry = JSON.parse(localStorage.getItem(shelf(shop)) || "null");
      if (entry && Date.now() - entry.at < DAYS_KEPT * 86400000 && !field(entry, "link")) return entry;
      localStorage.removeItem(shelf(shop));
    } catch {
      // A browser that keeps nothing: then there is nothing to offer.
    }
    return null;
  };
  const forget = (shop) => {
    try {
      localStorage.removeItem(shelf(shop));
    } catch {
      // As above.
    }
  };
  // Which report this tab has sent, so that its claim's page takes it off the shelf.
  const remember = (shop) => {
    try {
      sessionStorage.setItem(SENT, shop);
    } catch {
      // As above.
    }
  };
  const keep = (form, submitter) => {
    const fields = [];
    for (const [name, value] of new FormData(form)) {
      if (typeof value === "string" && !NOT_KEPT.includes(name)) fields.push([name, value]);
    }
    if (submitter && submitter.name) fields.push([submitter.name, submitter.value]);
    else fields.push(["go", "NEXT"]);
    try {
      localStorage.setItem(shelf(form.dataset.keep), JSON.stringify({ at: Date.now(), fields }));
    } catch {
      // Full, or forbidden: sending goes on as ever.
    }
  };
  const field = (entry, name) => (entry.fields.find(([other]) => other === name) || ["", ""])[1];

  const offer = (form) => {
    const mould = document.getElementById("kept");
    const entry = mould && kept(form.dataset.keep);
    // A first step is soon typed again.
    if (!entry || field(entry, "at") === "ORDER" || field(entry, "form") === form.elements.form.value) return;
    const part = mould.content.cloneNode(true);
    const number = part.querySelector(".kept-number");
    const order = field(entry, "orderNumber");
    if (order) number.textContent = number.dataset.says.replace("{}", order);
    else number.remove();
    const again = part.querySelector("form");
    again.addEventListener("formdata", (event) => {
      for (const [name, value] of entry.fields) event.formData.append(name, value);
      if (form.elements.link) event.formData.append("link", form.elements.link.value);
      remember(form.dataset.keep);
    });
    const section = part.querySelector("section");
    part.querySelector("[data-forget]").addEventListener("click", () => {
      forget(form.dataset.keep);
      section.remove();
      form.querySelector("input:not([type=hidden])")?.focus();
    });
    form.before(part);
  };

  // A step that cannot be sent waits, and goes by itself once the connection is back.
  let waiting = null;
  const sayWaits = (says) => {
    const notice = document.getElementById("waits");
    if (notice) notice.hidden = !says;
  };
  const goOn = () => {
    if (!waiting || navigator.onLine === false || uploads > 0) return;
    const { form, submitter } = waiting;
    waiting = null;
    sayWaits(false);
    if (form.isConnected) form.requestSubmit(submitter && submitter.isConnected ? submitter : undefined);
  };
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      if (!form.matches("form[data-keep]")) return;
      const offline = navigator.onLine === false;
      keep(form, event.submitter);
      remember(form.dataset.keep);
      if (!offline && uploads === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { form, submitter: event.submitter };
      sayWaits(offline);
    },
    true,
  );
  addEventListener("online", goOn);
  addEventListener("pageshow", (event) => {
    if (event.persisted) sayWaits(false);
  });
  document.addEventListener("change", (event) => {
    const form = event.target.form;
    if (navigator.onLine === false && form && form.matches("form[data-keep]")) keep(form, null);
  });

  // ---- Photos go in pieces: a lost connection costs one of them.
  const PIECE = 256 * 1024;
  let uploads = 0;
  const draw = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((b) => b.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };
  const headers = () => ({ ...JSON.parse(document.body.getAttribute("hx-headers") || "{}"), Accept: "application/json" });
  // Back at once when the phone says so, else after a while that grows.
  const connection = (tries) =>
    Promise.race([
      pause(Math.min(15000, 1000 * 2 ** tries)),
      new Promise((done) => addEventListener("online", done, { once: true })),
    ]);
  // A lost connection is waited for. What fails on the other side is tried a few times, ever more slowly, and given up.
  const MOST_TRIES = 4;
  class GivenUp extends Error {}
  const reliably = async (ask, cutOff) => {
    for (let lost = 0, failed = 0; ; ) {
      let answer = null;
      try {
        answer = await ask();
      } catch {
        // No connection: below.
      }
      cutOff(answer === null);
      if (answer === null) {
        await connection(lost++);
        continue;
      }
      if (answer.status < 500 && answer.status !== 429) return answer;
      if (++failed === MOST_TRIES) throw new GivenUp();
      await (answer.status === 429 ? pause(1000 * Number(answer.headers.get("Retry-After") || 10)) : connection(failed - 1));
    }
  };
  const sendPieces = async (file, to, cutOff, progress) => {
    let at = 0;
    do {
      let asked = true;
      const answer = await reliably(async () => {
        if (!asked) {
          const here = await fetch(to, { headers: headers(), cache: "no-store" });
          if (!here.ok) return here;
          at = Number(here.headers.get("Upload-Offset"));
        }
        asked = false;
        if (at > 0 && at >= file.size) return new Response(null, { status: 204, headers: { "Upload-Offset": String(at) } });
        return fetch(`${to}?offset=${at}`, {
          method: "PUT",
          body: file.slice(at, at + PIECE),
          headers: { ...headers(), "Content-Type": "application/octet-stream" },
        });
      }, cutOff);
      const here = answer.headers.get("Upload-Offset");
      if (!answer.ok && answer.status !== 409) {
        const says = await answer.json().catch(() => ({}));
        throw new Error((says.errors && says.errors[0] && says.errors[0].message) || says.detail || "");
      }
      at = Number(here);
      progress(at);
    } while (at < file.size);
  };
  const show = (part, under, cut) => {
    part.classList.toggle("htmx-request", under);
    part.classList.toggle("is-cut-off", cut);
  };
  // A file that is tried again goes on where it stopped.
  const names = new WeakMap();
  const nameOf = (file) => {
    if (!names.has(file)) names.set(file, draw());
    return names.get(file);
  };
  // All files of a field, one after the other. What was refused is said, what could not be sent is given back, and the
  // others go all the same.
  const sendAll = async (files, base, bar, cutOff) => {
    const pieces = [];
    const unsent = [];
    let fault = null;
    let before = 0;
    const weight = (file) => Math.max(1, file.size);
    for (const file of files) {
      const id = nameOf(file);
      try {
        await sendPieces(file, `${base}/${id}`, cutOff, (bytes) => {
          bar().max = files.reduce((sum, other) => sum + weight(other), 0);
          bar().value = before + bytes;
        });
        pieces.push([id, file.name]);
      } catch (refused) {
        if (refused instanceof GivenUp) unsent.push(file);
        else fault = refused.message;
      }
      before += weight(file);
    }
    return { pieces, unsent, fault };
  };
  const faultOf = (text) => {
    const says = document.createElement("p");
    says.className = "error";
    says.id = "photo-error";
    says.setAttribute("role", "alert");
    says.textContent = text;
    return says;
  };
  // Says of each file that it could not be sent; whether it is tried again or left out is the customer's to say.
  const sayUnsent = (form, after, files, again, leaveOut) => {
    const mould = form.querySelector("template[data-unsent]");
    for (const file of mould ? files : []) {
      const part = mould.content.firstElementChild.cloneNode(true);
      part.querySelector(".unsent-name").textContent = file.name;
      part.querySelector("[data-again]").addEventListener("click", () => {
        part.remove();
        again(file);
      });
      part.querySelector("[data-leave-out]").addEventListener("click", () => {
        part.remove();
        leaveOut(file);
      });
      after.after(part);
    }
  };
  // One after the other: a file that is tried again while others are sent goes after them.
  let line = Promise.resolve();
  const send = (files, input) => {
    uploads += 1;
    line = line.then(() => sendFiles(files, input()));
  };
  const sendFiles = async (files, input) => {
    const form = input.form;
    const { id: from } = input;
    const part = () => document.getElementById("photos");
    const target = input.getAttribute("hx-post");
    const cutOff = (cut) => show(part(), true, cut);
    for (const other of part().querySelectorAll("input[type=file]")) other.disabled = true;
    show(part(), true, false);
    const sent = await sendAll(files, part().dataset.pieces, () => part().querySelector("progress"), cutOff);
    let { unsent, fault } = sent;
    let html = null;
    try {
      const answer = sent.pieces.length > 0 && await reliably(async () => {
        const fields = new FormData(form);
        fields.delete("photo");
        for (const [id, name] of sent.pieces) {
          fields.append("piece", id);
          fields.append(`pieceName.${id}`, name);
        }
        const asked = await fetch(target, { method: "POST", body: fields, headers: { ...headers(), "HX-Request": "true", Accept: "text/html" } });
        // Read within the try: a connection that is lost here is one that comes back.
        return { ok: asked.ok, status: asked.status, headers: asked.headers, html: await asked.text() };
      }, cutOff);
      if (answer && answer.ok) html = answer.html;
      else if (answer) fault = fault || "";
    } catch {
      // What was refused for what it is stays refused; what had arrived is offered again.
      unsent = files.filter((file) => unsent.includes(file) || sent.pieces.some(([id]) => id === nameOf(file)));
    }
    uploads -= 1;
    if (html === null) {
      show(part(), false, false);
      for (const other of part().querySelectorAll("input[type=file]")) {
        other.disabled = false;
        other.value = "";
      }
      document.getElementById("photo-error")?.remove();
    } else {
      const answered = document.createElement("template");
      answered.innerHTML = html;
      part().replaceWith(answered.content.querySelector("#photos"));
      window.htmx.process(part());
    }
    if (fault !== null) part().querySelector(".photo-fields").before(faultOf(fault || part().dataset.fault));
    const here = () => part().querySelector(`#${from}`);
    sayUnsent(
      form,
      part(),
      unsent,
      (file) => send([file], here),
      () => here().focus(),
    );
    const first = part().nextElementSibling?.querySelector("[data-again]");
    if (fault === null && unsent.length === 0) {
      here()?.focus({ preventScroll: true });
      goOn();
    } else {
      // Nobody goes on without a photo before they have read of it.
      waiting = null;
      sayWaits(false);
      (unsent.length > 0 && first ? first : here())?.focus();
    }
  };
  document.addEventListener(
    "change",
    (event) => {
      const input = event.target;
      if (!input.matches("#photos[data-pieces] input[type=file]") || !window.htmx || !window.fetch) return;
      // Not htmx's: it would send the file whole.
      event.stopImmediatePropagation();
      if (input.files.length > 0) send([...input.files], () => input);
    },
    true,
  );

  // A form with a file field of its own: its files go first, then the form with their names.
  const without = (input, file) => {
    const others = new DataTransfer();
    for (const other of input.files) if (nameOf(other) !== nameOf(file)) others.items.add(other);
    input.files = others.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    input.focus();
  };
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target;
      const input = form.querySelector("input[type=file][data-pieces]");
      if (!input || input.disabled || input.files.length === 0) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if ("sendingFiles" in form.dataset) return;
      form.dataset.sendingFiles = "";
      for (const old of form.querySelectorAll("#photo-error, .unsent")) old.remove();
      const goes = () => form.requestSubmit(event.submitter && event.submitter.isConnected ? event.submitter : undefined);
      const sending = (under, cut) => {
        form.classList.toggle("is-sending", under);
        form.classList.toggle("is-cut-off", cut);
      };
      sending(true, false);
      const bar = () => form.querySelector(".sending progress");
      sendAll([...input.files], input.dataset.pieces, bar, (cut) => sending(true, cut)).then(({ pieces, unsent, fault }) => {
        sending(false, false);
        delete form.dataset.sendingFiles;
        if (fault !== null || unsent.length > 0) {
          const place = input.closest(".field");
          if (fault !== null) place.after(faultOf(fault || input.dataset.fault));
          sayUnsent(form, place, unsent, goes, (file) => without(input, file));
          form.querySelector(".unsent [data-again]")?.focus();
          return;
        }
        for (const [id, name] of pieces) {
          for (const [field, value] of [["piece", id], [`pieceName.${id}`, name]]) {
            const hidden = document.createElement("input");
            hidden.type = "hidden";
            hidden.name = field;
            hidden.value = value;
            form.append(hidden);
          }
        }
        input.disabled = true;
        goes();
      });
    },
    true,
  );

  // ---- The camera reads a barcode where the browser can. What it reads is typed in for the customer, and looked up as typed.
  const FORMATS = ["ean_13", "ean_8", "upc_a", "code_128", "itf", "data_matrix", "qr_code"];
  const scans = () => "BarcodeDetector" in window && Boolean(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
  const unhide = (root) => {
    if (scans()) for (const button of root.querySelectorAll("[data-scan][hidden]")) button.hidden = false;
  };
  let looking = null;
  const stop = () => {
    if (!looking) return;
    for (const track of looking.getTracks()) track.stop();
    looking = null;
  };
  const scan = async (button) => {
    const dialog = document.getElementById("scanner");
    const video = dialog.querySelector("video");
    const says = dialog.querySelector("[aria-live]");
    const hint = says.dataset.hint || (says.dataset.hint = says.textContent);
    says.textContent = hint;
    dialog.showModal();
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      if (!dialog.open) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      looking = stream;
      video.srcObject = stream;
      await video.play();
      const able = await window.BarcodeDetector.getSupportedFormats();
      const detector = new window.BarcodeDetector({ formats: FORMATS.filter((format) => able.includes(format)) });
      while (looking === stream) {
        const found = await detector.detect(video).catch(() => []);
        if (found.length > 0 && looking === stream) {
          const input = document.getElementById(button.dataset.scan);
          input.value = found[0].rawValue.slice(0, 200);
          dialog.close();
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.focus();
          if (navigator.vibrate) navigator.vibrate(60);
          return;
        }
        await pause(120);
      }
    } catch {
      says.textContent = dialog.dataset.refused;
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-scan]");
    if (button) scan(button);
    if (event.target.closest("#scanner button")) event.target.closest("dialog").close();
  });
  document.getElementById("scanner")?.addEventListener("close", stop);
  addEventListener("pagehide", stop);

  // ---- At the start.
  unhide(document);
  const form = report();
  if (form) offer(form);
  if (document.querySelector("[data-reported]")) {
    try {
      const sent = sessionStorage.getItem(SENT);
      const entry = sent && kept(sent);
      if (entry && field(entry, "at") === "WISH") forget(sent);
      sessionStorage.removeItem(SENT);
    } catch {
      // Nothing was kept.
    }
  }
})();
