// A static server that compresses as hosts do, so that a slow line carries real bytes.

import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const MIME = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
const TEXTUAL = new Set([".css", ".html", ".js", ".json", ".mjs", ".svg", ".wasm"]);

/** Serves each folder under its name: `{ site: "/path/of/dist" }` at `/site/`. Returns the origin and how to stop. */
export async function serve(folders) {
  const known = new Map();
  const answer = (path) => {
    if (!known.has(path)) {
      const [, name, ...rest] = normalize(path).split("/");
      let file = join(folders[name] ?? "/nowhere", ...rest);
      if (existsSync(file) && statSync(file).isDirectory()) file = join(file, "index.html");
      const type = extname(file);
      const body = folders[name] && existsSync(file) ? readFileSync(file) : null;
      const compressed = body && TEXTUAL.has(type);
      known.set(path, { type, compressed, body: compressed ? gzipSync(body, { level: 9 }) : body });
    }
    return known.get(path);
  };
  const server = createServer((request, response) => {
    const { type, compressed, body } = answer(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    if (!body) return response.writeHead(404).end();
    const headers = {
      "Content-Type": MIME[type] ?? "application/octet-stream",
      "Content-Length": body.length,
      // A page that is isolated from others has a clock of 5 microseconds, else of 100.
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    };
    if (compressed) headers["Content-Encoding"] = "gzip";
    response.writeHead(200, headers).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
