"""Make again what the learners' page borrows: Preact and htm, Yjs, its icons, and axe-core for its tests.

`python3 packaging/vendor_learner.py` fetches the exact packages with `npm pack`, checks their integrity, and
writes `resources/learner/vendor/` and `tests/learner/vendor/`, each with licences and `SHA256SUMS`. The same input
gives the same bytes (Yjs and what it needs are put together by esbuild, on Linux with an x86-64).
`python3 packaging/vendor_learner.py icons` makes the icons alone, without the network: those that a line of the page's
code names beside the word icon.
"""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "resources" / "learner" / "vendor"
TESTS: Final = ROOT / "tests" / "learner" / "vendor"
ICONS: Final = ROOT / "resources" / "icons"


class Package(NamedTuple):
    """One npm package: its name, version, and the SHA-512 of its tarball in base64."""

    name: str
    version: str
    sha512: str


PREACT: Final = Package(
    "preact", "11.2.0", "/HfHI/7N84e6GrWBJ3J280z3mLaRJiDcSvj/A+y/4AbLnND/1UlGHe1sR6oYuTGwId0nP7dqDU9OnLxMPZ7xBg=="
)
HTM: Final = Package(
    "htm", "3.1.1", "983Vyg8NwUE7JkZ6NmOqpCZ+sh1bKv2iYTlUkzlWmA5JD2acKoxd4KVxbMmxX/85mtfdnDmTFoNKcg5DGAvxNQ=="
)
YJS: Final = Package(
    "yjs", "13.6.33", "q/UYvr1gOk4XII+Cu1CW2dINjYqJJFifTzogEaIARznrvX7uOlHsdTEXcnOBMuIsrCGEEKdNxi74kyMLZlKVfw=="
)
LIB0: Final = Package(
    "lib0", "0.2.120", "/a2eRImR8sZbmMVKe2we1/KukDQkuPyPf8yol6epvCu2PH6hurjcRI3mdGFFAi0uGoRJGyns99JquZgxwW1tQg=="
)
ESBUILD: Final = Package(
    "@esbuild/linux-x64",
    "0.28.2",
    "4xTZr1FUmSoQW4XIWmit3tzQrUTZM+N3P0XV8xROKYF50XfI7xeO90+1bZvNwxIufQ9hDQVRJH5YhgPVF8A/HQ==",
)
AXE: Final = Package(
    "axe-core", "4.14.1", "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
)


def unpacked(package: Package, folder: Path) -> Path:
    """Fetch a package into a folder and return where its files are.

    Raises:
        ValueError: the package is not the one that was vendored.
    """
    named = f"{package.name}@{package.version}"
    subprocess.run(["npm", "pack", "--silent", named], cwd=folder, check=True)  # noqa: S607 (the npm of whoever runs it)
    archive = folder / f"{package.name.lstrip('@').replace('/', '-')}-{package.version}.tgz"
    found = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if found != package.sha512:
        msg = f"{named}: sha512 is {found}, wanted {package.sha512}"
        raise ValueError(msg)
    target = folder / package.name
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def as_function(source: str, own: str) -> str:
    """Turn a module's text into an expression that gives its exports as an object.

    Args:
        source: a module that imports from `preact` alone and exports at its end.
        own: the name under which Preact is known where the expression stands.
    """
    body = re.sub(r"\n//# sourceMappingURL=.*", "", source).strip()
    body = re.sub(
        r'import\{([^}]*)\}from"preact";',
        lambda found: f"const {{{found[1].replace(' as ', ':')}}}={own};",
        body,
    )

    def returned(found: re.Match[str]) -> str:
        pairs = (part.split(" as ") for part in found[1].split(","))
        return "return{" + ",".join(f"{pair[-1]}:{pair[0]}" for pair in pairs) + "}"

    body, exports = re.subn(r"export\{([^}]*)\};?$", returned, body)
    if not exports:
        body, exports = re.subn(r"export default function", "return function", body)
    if exports != 1:
        msg = "a module without the one export that was expected"
        raise ValueError(msg)
    return f"(()=>{{{body}}})()"


def library(preact: Path, htm: Path) -> str:
    """Return Preact, its hooks and htm as the text of one module."""
    read = "utf-8"
    core = as_function((preact / "dist" / "preact.mjs").read_text(read), "preact")
    hooks = as_function((preact / "hooks" / "dist" / "hooks.mjs").read_text(read), "preact")
    tags = as_function((htm / "dist" / "htm.module.js").read_text(read), "preact")
    return (
        f"// Preact {PREACT.version} (MIT), its hooks, and htm {HTM.version} (Apache-2.0) in one module; see LICENSE.\n"
        "// Made by packaging/vendor_learner.py from the published files.\n"
        f"const preact={core};\n"
        f"const hooks={hooks};\n"
        f"const htm={tags};\n"
        "export const{h,render,Component,Fragment,createContext}=preact;\n"
        "export const{useState,useEffect,useLayoutEffect,useRef,useMemo,useCallback,useContext,"
        "useErrorBoundary,useId}=hooks;\n"
        "export const html=htm.bind(h);\n"
    )


def shared_text(folder: Path) -> str:
    """Return, as the text of one module, what of Yjs a note needs.

    Args:
        folder: where `yjs`, `lib0` and `esbuild` were unpacked to.
    """
    modules = folder / "node_modules"
    modules.mkdir()
    for package in (YJS, LIB0):
        (folder / package.name / "package").rename(modules / package.name)
    entry = folder / "shared-text.js"
    entry.write_text(
        'export { Doc, UndoManager, applyUpdate, decodeUpdate, mergeUpdates } from "yjs";\n', encoding="utf-8"
    )
    esbuild = folder / ESBUILD.name / "package" / "bin" / "esbuild"
    esbuild.chmod(0o755)
    asked = [
        str(esbuild),
        str(entry),
        "--bundle",
        "--minify",
        "--format=esm",
        "--target=es2020",
        "--legal-comments=none",
    ]
    made = subprocess.run(asked, cwd=folder, check=True, capture_output=True, text=True)
    return (
        f"// What a note needs of Yjs {YJS.version} (MIT) with lib0 {LIB0.version} (MIT), in one module; see LICENSE.\n"
        f"// Made by packaging/vendor_learner.py from the published files.\n{made.stdout}"
    )


def used_icons(*, later: bool) -> list[str]:
    """Return the names of the icons that the page's code asks for, in order.

    Args:
        later: those that only parts ask for which are fetched later; else those of all that is there at once.
    """
    there = {path.stem for path in ICONS.glob("*.svg")}
    parts = set(re.findall(r'later\("(\w+)"', (PAGE.parent / "main.js").read_text(encoding="utf-8")))
    sources = [path for path in PAGE.parent.rglob("*.js") if path.parent != PAGE and "strings." not in path.name]
    first = _named([path for path in sources if path.parent.name not in parts]) & there
    return sorted(_named(sources) & there - first if later else first)


def _named(sources: list[Path]) -> set[str]:
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines()]
    return {name for line in lines if "icon" in line.lower() for name in re.findall(r'"([a-z0-9-]+)"', line)}


def icons(*, later: bool = False) -> str:
    """Return the page's icons as a module: for each, its shapes as pairs of element and attributes.

    Args:
        later: as for `used_icons`.
    """
    lines = []
    for name in used_icons(later=later):
        shapes = re.findall(
            r"<(path|circle|line|rect|polyline|polygon)\s+([^>]*?)\s*/>", (ICONS / f"{name}.svg").read_text()
        )
        made = []
        for element, attributes in shapes:
            pairs = ",".join(f'"{key}":"{value}"' for key, value in re.findall(r'([\w-]+)="([^"]*)"', attributes))
            made.append(f'["{element}",{{{pairs}}}]')
        lines.append(f'  "{name}": [{",".join(made)}],')
    return (
        "// Lucide icons (ISC; icons from Feather: MIT), see LICENSE.\n"
        "// Made by packaging/vendor_learner.py from resources/icons.\n"
        f"export const {'LATER' if later else 'SHAPES'} = {{\n" + "\n".join(lines) + "\n};\n"
    )


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Write vendored files, and the list of the sums of all that are in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    listed = sorted(path for path in folder.iterdir() if path.name != "SHA256SUMS")
    sums = "".join(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in listed)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


def main() -> None:
    """Fetch, check, combine, write; or the icons alone."""
    if sys.argv[1:] == ["icons"]:
        write(PAGE, {"icons.js": icons().encode(), "icons.later.js": icons(later=True).encode()})
        return
    with tempfile.TemporaryDirectory() as name:
        preact, htm, axe = (unpacked(package, Path(name)) for package in (PREACT, HTM, AXE))
        yjs, lib0, _ = (unpacked(package, Path(name)) for package in (YJS, LIB0, ESBUILD))
        licences = "\n\n".join(
            f"==== {title} ====\n\n{path.read_text(encoding='utf-8').strip()}"
            for title, path in (
                (f"Preact {PREACT.version}", preact / "LICENSE"),
                (f"htm {HTM.version}", htm / "LICENSE"),
                (f"Yjs {YJS.version}", yjs / "LICENSE"),
                (f"lib0 {LIB0.version}", lib0 / "LICENSE"),
                ("Lucide", ICONS / "LICENSE"),
            )
        )
        write(
            PAGE,
            {
                "preact-htm.js": library(preact, htm).encode(),
                "yjs.js": shared_text(Path(name)).encode(),
                "icons.js": icons().encode(),
                "icons.later.js": icons(later=True).encode(),
                "LICENSE": (licences + "\n").encode(),
            },
        )
        write(
            TESTS,
            {
                "axe.min.js": (axe / "axe.min.js").read_bytes(),
                "LICENSE": (axe / "LICENSE").read_bytes(),
                "LICENSE-3RD-PARTY.txt": (axe / "LICENSE-3RD-PARTY.txt").read_bytes(),
            },
        )


if __name__ == "__main__":
    main()
