// Called by script/build: makes target/site from public/, style/main.css and target/browser.
// Files below pkg/ carry the hash of their content in their name, stand beside their .br and .gz, and are listed in
// manifest.json, so that they can be cached for ever. What is there already is left alone.

import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bundle } from "lightningcss";

const SITE = "target/site";
const PKG = `${SITE}/pkg`;

// Browsers of spring 2023 and later: what is younger (nesting, light-dark) is written out for them.
const version = (major, minor = 0) => (major << 16) | (minor << 8);
const TARGETS = { chrome: version(111), firefox: version(113), safari: version(16, 4), ios_saf: version(16, 4) };

function styles() {
  const { code, warnings } = bundle({ filename: "style/main.css", minify: true, targets: TARGETS });
  const complaints = warnings.map(({ message, loc }) => `${loc?.filename}:${loc?.line}: ${message}`);
  if (code.length === 0) complaints.push("style/main.css: the result is empty");
  if (complaints.length > 0) throw new Error(complaints.join("\n"));
  return code;
}

function script(name, wasmName) {
  const from = `target/browser/${name}`;
  if (existsSync(`${from}/snippets`)) throw new Error("wasm-bindgen made snippets: teach script/site.mjs to copy them");
  return readFileSync(`${from}/${name}.js`, "utf8").replaceAll(`${name}_bg.wasm`, wasmName);
}

// Small scripts of pages. (The service worker keeps its name: browsers look for a new one under it.)
const SCRIPTS = ["boot", "continue", "forms", "review", "check", "check-worker"];

// A wasm and the script that loads it.
function program(name) {
  const wasm = publish(name, "wasm", readFileSync(`target/browser/${name}/${name}.wasm`));
  return [publish(name, "js", script(name, wasm)), wasm];
}

const kept = new Set(["manifest.json"]);

// Writes the content under its hashed name with its compressed forms, and returns the name.
function publish(name, extension, content) {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const hashed = `${name}.${hash}.${extension}`;
  const forms = {
    "": () => bytes,
    ".br": () => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    ".gz": () => gzipSync(bytes, { level: 9 }),
  };
  for (const [suffix, compressed] of Object.entries(forms)) {
    kept.add(hashed + suffix);
    if (!existsSync(`${PKG}/${hashed}${suffix}`)) writeFileSync(`${PKG}/${hashed}${suffix}`, compressed());
  }
  return hashed;
}

function copyPublic() {
  for (const entry of readdirSync(SITE)) {
    if (entry !== "pkg" && !existsSync(`public/${entry}`)) rmSync(`${SITE}/${entry}`, { recursive: true });
  }
  cpSync("public", SITE, { recursive: true, preserveTimestamps: true });
}

try {
  mkdirSync(PKG, { recursive: true });
  copyPublic();
  const css = publish("ticket-pool", "css", styles());
  const [js, wasm] = program("ticket-pool");
  const [checker_js, checker_wasm] = program("checker");
  const [proof_js, proof_wasm] = program("proof");
  const [replay_js, replay_wasm] = program("replay");
  const scripts = SCRIPTS.map((name) => [name.replace("-", "_"), publish(name, "js", readFileSync(`public/${name}.js`))]);
  const programs = { js, wasm, checker_js, checker_wasm, proof_js, proof_wasm, replay_js, replay_wasm };
  const named = { css, ...programs, ...Object.fromEntries(scripts) };
  writeFileSync(`${PKG}/manifest.json`, `${JSON.stringify(named)}\n`);
  for (const entry of readdirSync(PKG)) {
    if (!kept.has(entry)) rmSync(`${PKG}/${entry}`, { recursive: true });
  }
} catch (error) {
  const { fileName, loc } = error;
  console.error(fileName ? `${fileName}:${loc?.line}:${loc?.column}: ${error.message}` : error.message);
  process.exit(1);
}
