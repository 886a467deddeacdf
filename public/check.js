// "Check it on this device": hands the record of a draw, or files, to a worker that recomputes everything, and says what
// came out. Without scripts the page keeps its link to the record.

const language = document.documentElement.lang;
const written = (count) => count.toLocaleString(language);
const inTenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const milliseconds = (took) => (took < 1000 ? `${Math.max(1, Math.round(took))} ms` : `${(took / 1000).toLocaleString(language, inTenths)} s`);

// A sentence of the page, in the reader's language, with what goes in where it has {0}, {1}, …
const filled = (sentence, ...parts) => sentence.replace(/\{(\d)\}/g, (mark, place) => parts[place] ?? mark);

function agreed({ statements, about, records, places, numbers, left, followed }, took, said) {
  if (statements) return [filled(said.signed, about), ...records.map((words) => filled(said.ofDraw, words))];
  const verified = filled(said.verified, written(places), written(numbers), written(left), milliseconds(took));
  if (!followed) return [verified];
  const { entries, returned, taken, byHand } = followed;
  return [verified, filled(said.followed, written(entries), written(returned), written(taken), written(byHand))];
}

// What the checker found: the name of a sentence, and what stands in it. What is about statements comes in English.
const difference = (found, said) => (typeof found === "string" ? found : filled(said[`differs${found[0]}`], ...found.slice(1)));

function differing({ count, differences }, said) {
  const rest = count - differences.length;
  const more = rest > 0 ? [filled(said.more, written(rest))] : [];
  return [filled(said.differs, written(count)), ...differences.map((one) => difference(one, said)), ...more];
}

function words(verdict, took, said) {
  if (verdict.verdict === "agrees") return agreed(verdict, took, said);
  if (verdict.verdict === "differs") return differing(verdict, said);
  return [filled(verdict.statements ? said.noStatements : said.noRecord, verdict.why)];
}

// Each line with its tone. Where there are several files, their names stand above; the page's own record has none.
function outcome({ verdicts, took, broken }, said) {
  if (broken) return [["bad", filled(said.broken, broken)]];
  return verdicts.flatMap((verdict) => {
    const tone = verdict.verdict === "agrees" ? "ok" : "bad";
    const lines = words(verdict, took, said).map((line) => [tone, line]);
    return verdicts.length > 1 ? [["", verdict.name || said.thisRecord], ...lines] : lines;
  });
}

function say(place, lines) {
  place.replaceChildren(
    ...lines.map(([tone, line]) => {
      const said = document.createElement("p");
      said.className = `said ${tone}`;
      said.textContent = line;
      return said;
    }),
  );
}

function look(box) {
  const { record, worker, js, wasm, proofJs, proofWasm, replayJs, replayWasm, ...said } = box.dataset;
  const button = box.querySelector("[data-check]");
  const progress = box.querySelector("progress");
  const place = box.querySelector("[data-said]");
  const chosen = box.querySelector("[data-file]");
  const input = chosen.querySelector("input");
  const at = (path) => new URL(path, location.href).href;

  function check(files) {
    const checking = new Worker(worker, { type: "module" });
    const end = (answer) => {
      checking.terminate();
      progress.hidden = true;
      button.disabled = false;
      say(place, outcome(answer, said));
    };
    button.disabled = true;
    progress.hidden = false;
    progress.removeAttribute("value");
    say(place, [["", said.verifying]]);
    checking.addEventListener("message", ({ data }) => ("percent" in data ? (progress.value = data.percent) : end(data)));
    checking.addEventListener("error", (error) => end({ broken: error.message || said.notStarted }));
    const of = (js, wasm) => ({ js: at(js), wasm: at(wasm) });
    const programs = { checker: of(js, wasm), proof: of(proofJs, proofWasm), replay: of(replayJs, replayWasm) };
    checking.postMessage({ record, files, said: { ...said }, ...programs });
  }

  button.hidden = false;
  chosen.hidden = false;
  // Files of statements are held against a record, so several can be chosen.
  input.multiple = true;
  button.addEventListener("click", () => check());
  input.addEventListener("change", () => input.files.length > 0 && check([...input.files]));
}

document.querySelectorAll(".check").forEach(look);

// The rows of a draw come in one after the other once; who has seen them in this browser finds them there.
for (const places of document.querySelectorAll("[data-draw]")) {
  const seen = `seen ${places.dataset.draw}`;
  try {
    if (localStorage.getItem(seen)) places.dataset.seen = "";
    localStorage.setItem(seen, "1");
  } catch {
    // Where nothing may be kept, they come in each time.
  }
}
