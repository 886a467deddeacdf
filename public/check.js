// "Check it on this device": hands the record of a draw, or a file, to a worker that recomputes everything, and says what
// came out. Without scripts the page keeps its link to the record.

const counted = (count, one, many) => `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
const milliseconds = (took) => (took < 1000 ? `${Math.max(1, Math.round(took))} ms` : `${(took / 1000).toFixed(1)} s`);

function agreed({ places, numbers, left }, took) {
  const all = `${counted(places, "place", "places")}, ${counted(numbers, "number", "numbers")}, ${left.toLocaleString("en-US")} left`;
  return [`✓ Agrees: ${all}, in ${milliseconds(took)}.`];
}

function differing({ count, differences }) {
  const rest = count - differences.length;
  const more = rest > 0 ? [`and ${rest.toLocaleString("en-US")} more.`] : [];
  return [`✗ Does not agree: ${counted(count, "difference", "differences")}.`, ...differences, ...more];
}

function outcome({ verdict, took, broken }) {
  if (broken) return ["bad", [`Could not be checked: ${broken}`]];
  if (verdict.verdict === "agrees") return ["ok", agreed(verdict, took)];
  if (verdict.verdict === "differs") return ["bad", differing(verdict)];
  return ["bad", [`✗ This is no record of a draw: ${verdict.why}`]];
}

function say(place, tone, lines) {
  place.replaceChildren(
    ...lines.map((line) => {
      const said = document.createElement("p");
      said.className = `said ${tone}`;
      said.textContent = line;
      return said;
    }),
  );
}

function look(box) {
  const { record, worker, js, wasm } = box.dataset;
  const button = box.querySelector("[data-check]");
  const progress = box.querySelector("progress");
  const place = box.querySelector("[data-said]");
  const chosen = box.querySelector("[data-file]");

  function check(file) {
    const checking = new Worker(worker, { type: "module" });
    const end = (answer) => {
      checking.terminate();
      progress.hidden = true;
      button.disabled = false;
      say(place, ...outcome(answer));
    };
    button.disabled = true;
    progress.hidden = false;
    progress.removeAttribute("value");
    say(place, "", ["Checking …"]);
    checking.addEventListener("message", ({ data }) => ("percent" in data ? (progress.value = data.percent) : end(data)));
    checking.addEventListener("error", (error) => end({ broken: error.message || "the worker could not start" }));
    checking.postMessage({ record, js: new URL(js, location.href).href, wasm: new URL(wasm, location.href).href, file });
  }

  button.hidden = false;
  chosen.hidden = false;
  button.addEventListener("click", () => check());
  chosen.querySelector("input").addEventListener("change", ({ target }) => target.files[0] && check(target.files[0]));
}

document.querySelectorAll(".check").forEach(look);
