// Asks the models in a thread of their own, so that nothing waits for the answers.
const models = import(new URL("what-survives.js", import.meta.url).href);

addEventListener("message", async ({ data: { turn, asked } }) => {
  try {
    const { view } = await models;
    postMessage({ turn, answer: view(...asked) });
  } catch (error) {
    postMessage({ turn, error: `${error}` });
  }
});
