# Sourced by ./run, ./test and .ci/run: installs missing packages, configures and builds build/release.
set -eu
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

wanted=$(sed 's/#.*//' packages.txt)
missing=""
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "Installing:$missing"
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    export DEBIAN_FRONTEND=noninteractive
    $sudo apt-get update -qq
    # shellcheck disable=SC2086
    $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi

build() { # build PRESET [TARGET]
    launcher=""
    command -v ccache >/dev/null && launcher="-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"
    cmake --preset "$1" $launcher >build-configure.log 2>&1 || { cat build-configure.log; rm -f build-configure.log; exit 1; }
    rm -f build-configure.log
    cmake --build "build/$1" -j"$(nproc)" ${2:+--target "$2"}
}
