/** Repeats a check until it passes. Fails as it last did when time is over. */
export async function eventually(
  check: () => void | Promise<void>,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    try {
      await check();
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
  await check();
}
