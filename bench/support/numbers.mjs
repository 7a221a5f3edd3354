// What is said of many measurements of one thing.

/** The number below which this part of them lies. */
export function quantile(numbers, part) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const low = Math.floor(place);
  return sorted[low] + (place - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
}

export const median = (numbers) => quantile(numbers, 0.5);

/** Median, and the middle half of them. */
export const summary = (numbers) => ({
  median: median(numbers),
  low: quantile(numbers, 0.25),
  high: quantile(numbers, 0.75),
  count: numbers.length,
});

/** A number with two or three digits that mean something. */
export function short(number) {
  if (number === 0) return "0";
  const size = Math.abs(number);
  return number.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

/** `1.2 (1.1 to 1.4)`. */
export const spread = ({ median, low, high }) => `${short(median)} (${short(low)} to ${short(high)})`;
