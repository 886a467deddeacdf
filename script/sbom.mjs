// Called by script/sbom: writes the bill of materials into the file that is named.
// `cargo tree` says what is compiled, and who needs whom. `cargo metadata` would also name optional crates that are
// never compiled, such as the driver of a database we do not speak: each would be a false alarm some day.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// The server for the systems that containers run on, and what the browser loads.
const LINUX = ["--target", "x86_64-unknown-linux-gnu", "--target", "aarch64-unknown-linux-gnu"];
const BROWSER = ["--target", "wasm32-unknown-unknown"];
const PROGRAMS = [
  ["--package", "ticket-pool", "--features", "ssr", ...LINUX],
  ["--package", "browser", ...BROWSER],
  ["--package", "checker", ...BROWSER],
  ["--package", "proof", ...BROWSER],
  ["--package", "replay", ...BROWSER],
];

// One line a crate: how deep it stands, its name and version, its license. An empty line is between two systems.
const LINE = /^(\d+) (\S+) v(\S+).*?\|(.*?)(?: \(\*\))?$/;

function tree(program, edges) {
  const lines = ["--edges", edges, "--prefix", "depth", "--format", " {p}|{l}", "--charset", "ascii"];
  const printed = execFileSync("cargo", ["tree", "--locked", "--quiet", ...lines, ...program], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return printed.trimEnd().split(/\n+/).map((line) => {
    const [, depth, name, version, license] = LINE.exec(line) ?? fail(`cargo tree printed what is no crate: ${line}`);
    return { depth: Number(depth), id: `${name}@${version}`, name, version, license };
  });
}

function fail(why) {
  throw new Error(why);
}

// The checksums of crates from the registry, by name and version. Our own have none.
function checksums() {
  const found = new Map();
  for (const entry of readFileSync("Cargo.lock", "utf8").split("[[package]]\n").slice(1)) {
    const value = (key) => new RegExp(`^${key} = "(.*)"$`, "m").exec(entry)?.[1];
    found.set(`${value("name")}@${value("version")}`, value("checksum"));
  }
  return found;
}

// Older crates write "MIT/Apache-2.0".
const spdx = ({ id, license }) => license.replace(/ *\/ */g, " OR ") || fail(`${id} names no license`);

const sorted = (values) => [...values].sort((a, b) => (a < b ? -1 : Number(a > b)));

function bill() {
  const checksum = checksums();
  const crates = new Map();
  const needs = new Map();
  const runs = new Set();
  for (const program of PROGRAMS) {
    const above = [];
    for (const crate of tree(program, "normal,build")) {
      crates.set(crate.id, crate);
      if (!needs.has(crate.id)) needs.set(crate.id, new Set());
      if (crate.depth > 0) needs.get(above[crate.depth - 1]).add(crate.id);
      above[crate.depth] = crate.id;
    }
    for (const { id } of tree(program, "normal,no-proc-macro")) runs.add(id);
  }

  const ours = [...crates.values()].filter(({ id }) => !checksum.get(id));
  const root = ours.find(({ name }) => name === "ticket-pool").id;
  // The server hands these out, though no crate needs them.
  for (const handed of ["browser", "checker", "proof", "replay"]) needs.get(root).add(ours.find(({ name }) => name === handed).id);

  // Our own crates are in no registry, where somebody else's may have the same name.
  const purl = (id) => (checksum.get(id) ? `pkg:cargo/${id.replace("+", "%2B")}` : undefined);
  const ref = (id) => purl(id) ?? id;
  const component = (id, type) => ({
    type,
    "bom-ref": ref(id),
    name: crates.get(id).name,
    version: crates.get(id).version,
    // What only builds the programs is in none of them.
    scope: id === root ? undefined : runs.has(id) ? "required" : "excluded",
    hashes: checksum.get(id) && [{ alg: "SHA-256", content: checksum.get(id) }],
    licenses: [{ expression: spdx(crates.get(id)) }],
    purl: purl(id),
  });

  const ids = sorted(crates.keys());
  return {
    $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: component(root, "application") },
    components: ids.filter((id) => id !== root).map((id) => component(id, "library")),
    dependencies: ids.map((id) => ({ ref: ref(id), dependsOn: sorted([...needs.get(id)].map(ref)) })),
  };
}

try {
  const [file] = process.argv.slice(2);
  const made = bill();
  writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`);
  console.log(`   ${file}: ${made.components.length} crates`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
