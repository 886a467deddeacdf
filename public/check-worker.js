// The worker behind check.js: fetches a record (or takes files), recomputes it with the checker's wasm, and says how far it
// is. What checks signatures is a wasm of its own, loaded where a record names a round of drand or a file holds statements;
// what replays the ledger another, loaded where a record says what happened after the result.
// Being a worker, it never holds up the page.

const STATEMENTS = "ticket-pool/statements/";
// The largest file that is read: a record of a million requests has 144 MB.
const LARGEST = 256 * 1024 * 1024;
// The sentences of the page that a check may end with.
let said;

async function bytesOf(url) {
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  if (!answer.ok || answer.redirected) throw new Error(said.notFetched);
  return new Uint8Array(await answer.arrayBuffer());
}

// Whether a file means to hold statements. It says so before the statements, which spares large records a second reading.
function holdsStatements(bytes) {
  const read = (part) => new TextDecoder().decode(part);
  if (!read(bytes.subarray(0, 10_000)).includes(STATEMENTS)) return false;
  try {
    return JSON.parse(read(bytes)).format.startsWith(STATEMENTS);
  } catch {
    return false;
  }
}

async function program({ js, wasm }) {
  const loaded = await import(js);
  await loaded.default({ module_or_path: fetch(wasm) });
  return loaded;
}

const asked = {};
function part(name, from, missed) {
  asked[name] ??= program(from[name]).catch((error) => {
    throw new Error(missed.replace("{0}", error.message));
  });
  return asked[name];
}
const proof = (from) => part("proof", from, said.notLoaded);

async function drawOf(bytes, checker, from, facts) {
  const tell = (percent) => postMessage({ percent });
  const found = JSON.parse(checker.check(bytes, tell, undefined, facts));
  if (found.verdict !== "needs proof") return found;
  const { verify_round } = await proof(from);
  return JSON.parse(checker.check(bytes, tell, verify_round, facts));
}

// The draw, and where the record has them, the entries after its result.
async function verdictOn(bytes, checker, from, facts) {
  const found = await drawOf(bytes, checker, from, facts);
  if (!found.after) return found;
  const { replay } = await part("replay", from, said.notReplayed);
  const { followed, difference, unreadable } = JSON.parse(replay(bytes));
  if (unreadable) return { verdict: "unreadable", why: unreadable };
  if (!difference) return { ...found, followed };
  const { count = 0, differences = [] } = found;
  return { ...found, verdict: "differs", count: count + 1, differences: [...differences, difference] };
}

async function checked({ record, files, ...from }) {
  const chosen = await Promise.all(
    (files ?? []).map(async (file) => {
      if (file.size > LARGEST) return { name: file.name, bytes: new Uint8Array(), verdict: { verdict: "unreadable", why: said.tooLarge } };
      return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    }),
  );
  for (const one of chosen) one.statements = holdsStatements(one.bytes);
  // Statements alone are held against the record of the page.
  if (chosen.every((one) => one.statements)) chosen.unshift({ name: "", bytes: await bytesOf(record), statements: false });
  const statements = chosen.filter((one) => one.statements);
  const checker = await program(from.checker);
  const began = performance.now();
  for (const one of chosen.filter((one) => !one.statements)) {
    one.verdict ??= await verdictOn(one.bytes, checker, from, statements.length > 0);
  }
  if (statements.length > 0) {
    const { check_statements } = await proof(from);
    const facts = chosen.flatMap(({ verdict }) => verdict?.facts ?? []);
    const found = JSON.parse(check_statements(statements.map(({ bytes }) => bytes), facts));
    statements.forEach((one, place) => (one.verdict = found[place]));
  }
  const verdicts = chosen.map(({ name, statements, verdict }) => ({ name, statements, ...verdict }));
  return { verdicts, took: performance.now() - began };
}

addEventListener("message", async ({ data }) => {
  said = data.said;
  try {
    postMessage(await checked(data));
  } catch (error) {
    postMessage({ broken: error.message });
  }
});
