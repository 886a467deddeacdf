# Sourced: finds the Rust that builds for the server and for the browser, the wasm-bindgen that fits Cargo.lock,
# cargo-deny, and Chromium.
# shellcheck shell=bash

wasm_target=wasm32-unknown-unknown

# Succeeds when this rustc is new enough, has a standard library for the browser that it can read, and can link.
rustc_serves() {
  local wanted probe
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  printf '%s\n' "$wanted" "$("$1" --version 2>/dev/null | cut -d' ' -f2)" | sort -CV || return 1
  probe=$(mktemp -d)
  echo 'pub fn probe() -> String { String::new() }' |
    "$1" --target "$wasm_target" --crate-type cdylib --crate-name probe --out-dir "$probe" - 2>/dev/null
  local status=$?
  rm -rf "$probe"
  return $status
}

# Puts the Rust to use first in PATH: the one that is first already (rustup's as a rule), else the distribution's.
find_rust() {
  unset RUSTC RUSTDOC
  rustc_serves rustc && return
  rustc_serves /usr/bin/rustc && export PATH="/usr/bin:$PATH"
}

wasm_bindgen_version() { sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock; }

# Prints the path of a wasm-bindgen of exactly that version; fails when there is none yet.
find_wasm_bindgen() {
  local version candidate
  version=$(wasm_bindgen_version)
  for candidate in "$tools/wasm-bindgen-$version/bin/wasm-bindgen" wasm-bindgen; do
    if [[ $("$candidate" --version 2>/dev/null) == "wasm-bindgen $version" ]]; then
      command -v "$candidate"
      return
    fi
  done
  return 1
}

cargo_deny_version=0.20.2

# Prints the path of a cargo-deny; fails when there is none yet.
find_cargo_deny() {
  local candidate
  for candidate in "$tools/cargo-deny-$cargo_deny_version/bin/cargo-deny" cargo-deny; do
    command -v "$candidate" && return
  done
  return 1
}

# Prints the path of a Chromium; fails when there is none.
find_chromium() {
  local name
  for name in "${CHROMIUM:-chromium}" chromium-browser google-chrome; do
    command -v "$name" && return
  done
  return 1
}
