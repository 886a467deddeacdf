# Sourced by the scripts beside it: goes to the top of the repository, prints usage, times steps, fails with a reason.
# shellcheck shell=bash

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Where the scripts look for what cargo built, whatever the user's own settings say.
export CARGO_TARGET_DIR=$PWD/target

# Folder for tools that are built once and serve every clone.
tools=${XDG_CACHE_HOME:-$HOME/.cache}/ticket-pool

# Prints the comment at the top of the script that was called.
usage() { sed -n '2,/^$/s/^# //p' "$0"; }

say() { printf '   %s\n' "$*"; }

die() {
  printf '\n%s: %s\n' "$0" "$1" >&2
  shift
  [[ $# == 0 ]] || printf '  %s\n' "$@" >&2
  exit 1
}

have() { command -v "$1" >/dev/null; }

# Seconds since the given $EPOCHREALTIME, with one decimal.
seconds_since() {
  local tenths=$(((${EPOCHREALTIME/[.,]/} - ${1/[.,]/}) / 100000))
  printf '%d.%d' $((tenths / 10)) $((tenths % 10))
}

# step NAME COMMAND…: runs the command and says how long it took. A failure ends the script and names the step.
step() {
  local began=$EPOCHREALTIME
  current_step=$1
  printf '== %s\n' "$1"
  "${@:2}"
  say "$current_step: $(seconds_since "$began") s"
  current_step=
}

current_step=
failed_step() {
  local status=$?
  if [[ $status != 0 && $current_step ]]; then
    printf '\n%s: failed at "%s"\n' "$0" "$current_step" >&2
  fi
}
trap failed_step EXIT
