/** Whether a condition holds within ten seconds. */
export async function eventually(condition) {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    if (await condition()) {
      return true;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return false;
}
