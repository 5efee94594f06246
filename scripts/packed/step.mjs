/** Runs a part, and says how long it took. */
export async function step(name, work) {
  const began = Date.now();
  console.log(`== ${name}`);
  const result = await work();
  console.log(`-- ${name}: ${Math.round((Date.now() - began) / 1000)} s`);
  return result;
}
