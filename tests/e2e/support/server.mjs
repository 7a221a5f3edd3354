// A static server like the plainest host: a folder under a base path, right MIME types, CORS, 404.html.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const MIME = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

const isFile = (path) => existsSync(path) && statSync(path).isFile();

async function sendSlowly(response, texts) {
  for (const text of texts) {
    response.write(text);
    await new Promise((done) => setTimeout(done, 250));
  }
  response.end();
}

/** Listens on a free local port and answers with `handler`. */
async function listen(handler) {
  const server = createServer(handler);
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { origin, close };
}

/**
 * Serves `folder` under `base` ("/some/base/"): nothing outside the base exists, but a script `watch` at
 * "/watch.js", which every page is then given before its own. `requests` fills with the paths that were asked for.
 * Without `cors` it is a host that lets other sites have no more than frames and pictures. `pieces` cuts a page into
 * texts that are sent one after the other, each after the browser has had time to show what it has.
 */
export async function serveFolder(folder, base, watch, { cors = true, pieces } = {}) {
  const requests = [];
  const { origin, close } = await listen((request, response) => {
    requests.push(request.url);
    const send = (status, path) => {
      response.writeHead(status, {
        "Content-Type": MIME[extname(path)] ?? "application/octet-stream",
        // As GitHub Pages does; modules and wasm in a sandboxed frame need it.
        ...(cors && { "Access-Control-Allow-Origin": "*" }),
      });
      if (watch && extname(path) === ".html")
        response.end(readFileSync(path, "utf8").replace('<meta name="viewport"', '<script src="/watch.js"></script>$&'));
      else if (pieces && extname(path) === ".html") sendSlowly(response, pieces(readFileSync(path, "utf8")));
      // It may have been replaced meanwhile.
      else createReadStream(path).on("error", () => response.destroy()).pipe(response);
    };
    const { pathname, search } = new URL(request.url, "http://localhost");
    if (watch && pathname === "/watch.js") {
      response.writeHead(200, { "Content-Type": MIME[".js"] });
      return response.end(watch);
    }
    const relative = normalize(decodeURIComponent(pathname.slice(base.length)));
    const path = join(folder, relative);
    const inside = pathname.startsWith(base) && !relative.startsWith("..") && !relative.includes(`${sep}..`);
    if (inside && isFile(path)) return send(200, path);
    if (inside && isFile(join(path, "index.html"))) {
      if (pathname.endsWith("/")) return send(200, join(path, "index.html"));
      response.writeHead(301, { Location: `${pathname}/${search}` });
      return response.end();
    }
    if (inside && isFile(join(folder, "404.html"))) return send(404, join(folder, "404.html"));
    response.writeHead(404);
    response.end();
  });
  /** The address of a site path: "/about/" under the base. */
  const url = (path) => origin + base + path.replace(/^\//, "");
  return { origin, base, url, requests, close };
}

/** Serves one HTML text at every address of an origin of its own. */
export function serveText(html) {
  return listen((_, response) => {
    response.writeHead(200, { "Content-Type": MIME[".html"] });
    response.end(html);
  });
}
