// "Check it on this device": hands the record of a draw, or files, to a worker that recomputes everything, and says what
// came out. Without scripts the page keeps its link to the record.

const counted = (count, one, many) => `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
const milliseconds = (took) => (took < 1000 ? `${Math.max(1, Math.round(took))} ms` : `${(took / 1000).toFixed(1)} s`);

function agreed({ statements, about, records, places, numbers, left }, took) {
  if (statements) return [`✓ Signed, in one chain: ${about}.`, ...records.map((words) => `✓ Of the draw: ${words}.`)];
  const all = `${counted(places, "place", "places")}, ${counted(numbers, "number", "numbers")}, ${left.toLocaleString("en-US")} left`;
  return [`✓ Agrees: ${all}, in ${milliseconds(took)}.`];
}

function differing({ count, differences }) {
  const rest = count - differences.length;
  const more = rest > 0 ? [`and ${rest.toLocaleString("en-US")} more.`] : [];
  return [`✗ Does not agree: ${counted(count, "difference", "differences")}.`, ...differences, ...more];
}

function words(verdict, took) {
  if (verdict.verdict === "agrees") return agreed(verdict, took);
  if (verdict.verdict === "differs") return differing(verdict);
  return [`✗ This is no ${verdict.statements ? "file of statements" : "record of a draw"}: ${verdict.why}`];
}

// Each line with its tone. Where there are several files, their names stand above; the page's own record has none.
function outcome({ verdicts, took, broken }) {
  if (broken) return [["bad", `Could not be checked: ${broken}`]];
  return verdicts.flatMap((verdict) => {
    const tone = verdict.verdict === "agrees" ? "ok" : "bad";
    const lines = words(verdict, took).map((line) => [tone, line]);
    return verdicts.length > 1 ? [["", verdict.name || "The record of this page"], ...lines] : lines;
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
  const { record, worker, js, wasm, proofJs, proofWasm } = box.dataset;
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
      say(place, outcome(answer));
    };
    button.disabled = true;
    progress.hidden = false;
    progress.removeAttribute("value");
    say(place, [["", "Checking …"]]);
    checking.addEventListener("message", ({ data }) => ("percent" in data ? (progress.value = data.percent) : end(data)));
    checking.addEventListener("error", (error) => end({ broken: error.message || "the worker could not start" }));
    const programs = { checker: { js: at(js), wasm: at(wasm) }, proof: { js: at(proofJs), wasm: at(proofWasm) } };
    checking.postMessage({ record, files, ...programs });
  }

  button.hidden = false;
  chosen.hidden = false;
  // Files of statements are held against a record, so several can be chosen.
  input.multiple = true;
  button.addEventListener("click", () => check());
  input.addEventListener("change", () => input.files.length > 0 && check([...input.files]));
}

document.querySelectorAll(".check").forEach(look);
