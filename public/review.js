// "Review" shows the page of the review over the board, in a dialog, where the whole board is stored. Where something on it
// is not, the button sends the board, as it does without scripts; where the page cannot be had, it is gone to.

const board = document.getElementById("board");
const sheet = document.getElementById("review");

async function read(page) {
  const answer = await fetch(page, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok || answer.redirected) throw new Error(`${page} answered ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
}

// What was typed there before it was closed stays typed.
function keepTyped(before, now) {
  for (const field of before.querySelectorAll("textarea")) {
    const same = now.querySelector(`#${field.id}`);
    if (same && field.value !== field.defaultValue) same.value = field.value;
  }
}

function show(main) {
  const shown = sheet.querySelector(".shown");
  main.querySelector(".crumbs")?.remove();
  // The title is where reading begins; a text field would open the keyboard of a phone.
  const title = main.querySelector("h1");
  title.tabIndex = -1;
  title.autofocus = true;
  keepTyped(shown, main);
  shown.replaceChildren(...main.children);
  sheet.showModal();
  sheet.scrollTop = 0;
}

board?.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (button?.value !== "review" || !board.querySelector("[data-stored]")) return;
  event.preventDefault();
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  try {
    show(await read(sheet.dataset.page));
  } catch {
    location.assign(sheet.dataset.page);
  }
  button.removeAttribute("aria-busy");
});

// "Back to the board" is right below.
sheet?.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link?.pathname !== location.pathname) return;
  event.preventDefault();
  sheet.close();
});
