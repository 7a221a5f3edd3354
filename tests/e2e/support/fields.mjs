// The number fields of a page: they show numbers as people write them.

/** The number that a field's text means: `7.2 %`, `1,000,000`, `3 × 10⁻⁸`. */
export function numberOf(text) {
  const raised = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";
  const plain = text.replace(/[,\s]/g, "").replace("−", "-").replace(/×?10([⁻⁰¹²³⁴-⁹]+)/, (_, power) =>
    `e${[...power].map((digit) => "-0123456789"[raised.indexOf(digit)]).join("")}`);
  const number = Number(plain.replace(/^e/, "1e").replace("%", ""));
  return plain.endsWith("%") ? Number((number / 100).toPrecision(12)) : number;
}

/** The number that the field of a parameter shows. */
export const fieldOf = async (page, name) => numberOf(await page.locator(`input.box[name="${name}"]`).inputValue());
