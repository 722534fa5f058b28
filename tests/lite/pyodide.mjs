// Pyodide in Node.js with all wheels of a site: runs a Python program, whose last expression goes to standard output.
import {readFileSync} from "node:fs";
import {pathToFileURL} from "node:url";

const [folder, program] = process.argv.slice(2);
const {loadPyodide} = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const lock = JSON.parse(readFileSync(`${folder}/pyodide-lock.json`, "utf8"));
const packages = Object.keys(lock.packages).filter((name) => name !== "pyodide-kernel");
const python = await loadPyodide({indexURL: folder, packages, stdout: () => {}});
process.stdout.write(String(await python.runPythonAsync(readFileSync(program, "utf8"))));
