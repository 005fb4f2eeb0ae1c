/** Whether a name is what a step of a pattern stands for, in which `*` is any text: its parts come in order. */
function isLike(name: string, step: string): boolean {
  const [first = "", ...parts] = step.split("*");
  const last = parts.pop();
  if (last === undefined) return name === first;
  if (name.length < first.length + last.length || !name.startsWith(first) || !name.endsWith(last))
    return false;
  const within = name.slice(first.length, name.length - last.length);
  let at = 0;
  for (const part of parts) {
    const found = within.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

/** How many steps of a pattern a name takes up: a name with dots in it takes several. None, if it is not meant. */
export function stepsTaken(name: string, steps: readonly string[]): number {
  const dots = name.split(".").length;
  const taken = [dots, 1].find(
    (count) => count <= steps.length && isLike(name, steps.slice(0, count).join(".")),
  );
  return taken ?? 0;
}
