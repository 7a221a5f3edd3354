// Reloads the page when `cargo xtask serve` has built the site anew. It exists only there.

const build = async () => (await fetch("/-build", { cache: "no-store" })).text();
const shown = await build();
for (;;) {
  await new Promise((done) => setTimeout(done, 500));
  // While the server is away there is nothing to do but to ask again.
  if ((await build().catch(() => shown)) !== shown) location.reload();
}
