# Shared by ./run and ./test: what the machine must have, and how what is missing is installed.
# Sourced, not run. Installs nothing that is already there and asks no questions.

RUST_AT_LEAST=1.92
NODE_AT_LEAST=20

# rustup puts Rust here; a shell that has not been opened anew since does not know it.
PATH="$PATH:$HOME/.cargo/bin"

say() { printf '%s\n' "$@"; }

give_up() {
  say "" "$@" >&2
  exit 1
}

# at_least HAVE WANTED: whether a version is as new as the one wanted.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

check_versions() {
  local rust node
  rust=$(rustc --version 2>/dev/null | cut -d ' ' -f 2) || true
  [ -n "$rust" ] && command -v cargo >/dev/null ||
    give_up "Finner ikke Rust. Installer Rust $RUST_AT_LEAST eller nyere med rustup, og kjør kommandoen igjen."
  at_least "$rust" "$RUST_AT_LEAST" ||
    give_up "Rust er for gammel: her er $rust, og det trengs $RUST_AT_LEAST eller nyere. Kjør «rustup update stable», og kjør kommandoen igjen."
  say "Rust $rust"
  [ "${1:-}" = core ] && return
  node=$(node --version 2>/dev/null | tr -d v) || true
  [ -n "$node" ] && command -v npm >/dev/null ||
    give_up "Finner ikke Node med npm. Installer Node $NODE_AT_LEAST eller nyere, og kjør kommandoen igjen."
  at_least "$node" "$NODE_AT_LEAST" ||
    give_up "Node er for gammel: her er $node, og det trengs $NODE_AT_LEAST eller nyere. Oppdater Node, og kjør kommandoen igjen."
  say "Node $node"
}

# packages_for FILE PURPOSE…: the names of the packages listed for these purposes; without a purpose, every name.
packages_for() {
  local file=$1 purposes
  shift
  purposes=" $* "
  while read -r first second; do
    case "$first" in '' | '#'*) continue ;; esac
    if [ "$purposes" = "  " ]; then
      say "$first"
    elif [[ "$purposes" == *" $first "* ]]; then
      say "$second"
    fi
  done <"$file"
}

# install_packages NAME…: installs the Debian packages of these that are missing.
install_packages() {
  local missing=() name root=()
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    say "Dette er ikke Debian, så ingen pakker blir installert her. Sørg selv for det som svarer til: $*"
    return
  fi
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  if [ ${#missing[@]} -eq 0 ]; then
    say "Alle $# Debian-pakkene er på plass."
    return
  fi
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      give_up "Disse Debian-pakkene mangler: ${missing[*]}. Kjør kommandoen som root, eller installer sudo."
    root=(sudo)
  fi
  say "Installerer Debian-pakker: ${missing[*]}"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o Acquire::Retries=3 update &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 \
      install --no-install-recommends "${missing[@]}" ||
    give_up "Pakkene ble ikke installert. Se meldingene over; ofte er det nettet eller pakkekilden som ikke svarer. Kjør kommandoen igjen når det er rettet."
}

# install_page: the page's packages, exactly as its lock file says; nothing when they are there already.
install_page() {
  local lock stamp=ui/node_modules/.installed-from
  lock=$(sha256sum ui/package-lock.json | cut -d ' ' -f 1)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$lock" ]; then
    say "npm-pakkene er på plass."
    return
  fi
  npm --prefix ui ci --no-audit --no-fund && say "$lock" >"$stamp"
}

# build_page: type check and bundle of ui/ into ui/dist; nothing when no source has changed since.
build_page() {
  local sources stamp=target/page-built-from
  sources=$(find ui -type f -not -path 'ui/node_modules/*' -not -path 'ui/dist/*' -print0 | sort -z |
    xargs -0 sha256sum | sha256sum | cut -d ' ' -f 1)
  if [ -f ui/dist/index.html ] && [ "$(cat "$stamp" 2>/dev/null)" = "$sources" ]; then
    say "Siden er allerede bygget."
    return
  fi
  mkdir -p target && npm --prefix ui run build && say "$sources" >"$stamp"
}
