/** Reads until the value holds; returns what it read last when time is over. */
export async function eventually<T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
): Promise<T> {
  const end = Date.now() + 40_000;
  let value = await read();
  while (!holds(value) && Date.now() < end) {
    await new Promise(resolve => setTimeout(resolve, 200));
    value = await read();
  }
  return value;
}
