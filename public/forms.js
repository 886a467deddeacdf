// A form is sent once, however often its button is pressed. The button is marked busy, not disabled: a disabled button's
// own name and value would be missing from what is sent.
const QUIET = 5000;
let sent = new WeakMap();

function rest(button) {
  button.removeAttribute("aria-busy");
}

addEventListener("submit", (event) => {
  const form = event.target;
  const button = event.submitter;
  if (event.defaultPrevented || (button?.formMethod || form.method) === "dialog") return;
  if (event.timeStamp - sent.get(form) < QUIET) {
    event.preventDefault();
    return;
  }
  sent.set(form, event.timeStamp);
  if (button) {
    button.setAttribute("aria-busy", "true");
    setTimeout(rest, QUIET, button);
  }
});

// What the browser put back into a form after "Back" may stand behind a line that is closed: a note, a reason.
addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("details:not([open]) :is(textarea, input)")) {
    if (field.value === field.defaultValue && field.checked === field.defaultChecked) continue;
    const closed = field.closest("details:not([open])");
    if (closed) closed.open = true;
  }
});

// A change of pages may be cut short by the next one: then there is nothing to be seen, and nothing to be said.
for (const moment of ["pageswap", "pagereveal"]) {
  addEventListener(moment, ({ viewTransition }) => {
    for (const promise of [viewTransition?.ready, viewTransition?.finished]) promise?.catch(() => {});
  });
}

// The page came back out of the browser's cache, as it was left.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  sent = new WeakMap();
  document.querySelectorAll("button[aria-busy]").forEach(rest);
});

// Where the line breaks, a page of ours says so instead of the browser's. Registered when the page has nothing better to do.
const styles = document.querySelector("link[rel=stylesheet]");
if ("serviceWorker" in navigator && styles) {
  const version = styles.getAttribute("href").split("/").pop();
  const named = new URLSearchParams({ version, language: document.documentElement.lang });
  addEventListener("load", () => navigator.serviceWorker.register(`/sw.js?${named}`).catch(() => {}));
}

// What a form takes at most on its way, in letters as they are sent; the server's limit is a little higher.
const MOST = 1_000_000;

// Letters as a Mac writes them, read as Windows would: quotes, daggers and capital letters that never stand so within a word.
const OF_A_MAC = /[a-z][ŠŒŽŸ]|[A-Z][ŠŒŽŸ][a-z]|[A-Za-z][€‚ƒ„…†‡ˆ‰‹“”•˜™›\x8d\x8f\x90\x9d][A-Za-z]/;

// The text of a file, in the encodings that spreadsheets save: UTF-16, with its mark or told by its zeros; UTF-8; or else a
// guess, which is named: Windows-1252, or that of a Mac. What holds other signs than text, such as a workbook, is none.
function text(bytes) {
  const [first, second] = bytes;
  const little = (first === 0xff && second === 0xfe) || (first !== 0 && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second !== 0);
  const read = (encoding) => new TextDecoder(encoding, { fatal: true }).decode(bytes);
  let found;
  let guess = "";
  if (little || big) found = read(little ? "utf-16le" : "utf-16be");
  else {
    try {
      found = read("utf-8");
    } catch {
      guess = "Windows-1252";
      found = read(guess);
      if (OF_A_MAC.test(found)) {
        guess = "Macintosh";
        found = read(guess);
      }
    }
  }
  if (/[\0-\x08\x0e-\x1f]/.test(found)) throw new TypeError("no text");
  return [found, guess];
}

// A file is read into the text field that its chooser names. Without scripts the chooser stays hidden. A text that is too
// long to be sent stays here, and the field says so: the server could not give it back.
for (const chooser of document.querySelectorAll("[data-into]")) {
  const field = chooser.closest("[hidden]");
  const { into, large, long, garbled, guessed } = chooser.dataset;
  const said = field.querySelector("[role=alert]");
  const note = field.querySelector("[aria-live]");
  const box = document.getElementById(into);
  const sent = () => `${new URLSearchParams({ text: box.value.replaceAll("\n", "\r\n") })}`;
  const measure = () => box.setCustomValidity(sent().length > MOST ? long : "");
  field.hidden = false;
  box.addEventListener("change", measure);
  chooser.addEventListener("change", async () => {
    const [file] = chooser.files;
    said.textContent = note.textContent = "";
    if (!file) return;
    if (file.size > 512_000) {
      said.textContent = large;
      return;
    }
    try {
      const [found, guess] = text(new Uint8Array(await file.arrayBuffer()));
      box.value = found;
      if (guess) note.textContent = guessed.replace("{0}", guess);
      measure();
    } catch {
      said.textContent = garbled;
    }
  });
}
