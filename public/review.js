// "Review" shows the page of the review over the board, in a dialog, where the board on the screen is the one that is
// stored. Where it is not, the button sends the board, as it does without scripts; where the page cannot be had, it is gone to.

const board = document.getElementById("board");
const dialog = document.getElementById("review");
// What was typed there before it was closed, by the id of its field.
const typed = new Map();
let plain = false;

async function read(page) {
  const answer = await fetch(page, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok || answer.redirected) throw new Error(`${page} answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
}

// Everything chosen is stored, and nobody else stored anything: else the server says what differs.
function asStored(main) {
  const { version } = main.querySelector("h1").dataset;
  return Boolean(board.querySelector("[data-stored]")) && version === board.elements.version.value;
}

function show(main) {
  main.querySelector(".crumbs")?.remove();
  for (const [id, text] of typed) {
    const field = main.querySelector(`#${id}`);
    if (field) field.value = text;
  }
  // The title is where reading begins; a text field would open the keyboard of a phone.
  const title = main.querySelector("h1");
  title.tabIndex = -1;
  title.autofocus = true;
  dialog.querySelector(".shown").replaceChildren(...main.children);
  dialog.showModal();
  dialog.scrollTop = 0;
}

async function review(button) {
  button.setAttribute("aria-busy", "true");
  const main = await read(dialog.dataset.page).catch(() => null);
  button.removeAttribute("aria-busy");
  if (!main) {
    location.assign(dialog.dataset.page);
  } else if (asStored(main)) {
    show(main);
  } else {
    plain = true;
    button.click();
  }
}

board?.addEventListener("submit", (event) => {
  const button = event.submitter;
  const sends = plain || button?.value !== "review" || !board.querySelector("[data-stored]");
  plain = false;
  if (sends) return;
  event.preventDefault();
  if (!button.hasAttribute("aria-busy")) review(button);
});

dialog?.addEventListener("input", ({ target }) => typed.set(target.id, target.value));

// "Back to the board" is right below.
dialog?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link?.pathname !== location.pathname) return;
  event.preventDefault();
  dialog.close();
});
