/** What a program made from documentation talks to while it runs: it answers, prints and throws, and is held to it. */
import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";

export class Page {
  /** What turned out not to be so, each with its line. */
  readonly problems: { line: number; problem: string }[] = [];
  /** The lines of the claims that were put to the test. */
  readonly reached = new Set<number>();
  /** What each block printed that no claim of its own shows. */
  readonly printed: string[] = [];
  /** Stands in for the console of the blocks. */
  readonly console: Console;
  /** The line being run. */
  line = 0;

  #output = "";
  #block = 0;
  #printedBefore = "";

  constructor() {
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        this.#output += chunk.toString();
        this.printed[this.#block] = this.#output;
        done();
      },
    });
    this.console = new Console({ stdout: stream, colorMode: false });
  }

  /** A block begins. */
  block(index: number): void {
    this.#block = index;
    this.#output = "";
  }

  /** A line is about to run. */
  at(line: number): void {
    this.line = line;
  }

  /** `value; // => answer` */
  answers(line: number, value: unknown, answer: string): void {
    this.reached.add(line);
    if (!isShownAs(value, answer))
      this.#disagree(line, answer, typeof value === "string" ? value : inspect(value));
  }

  /** `console.log(value); // => answer`, before it prints. */
  printing(): void {
    this.#printedBefore = this.#output;
    this.#output = "";
  }

  /** `console.log(value); // => answer`, after it printed. */
  prints(line: number, answer: string): void {
    this.reached.add(line);
    if (trimmed(this.#output) !== trimmed(answer)) this.#disagree(line, answer, this.#output);
    this.#output = this.#printedBefore;
    this.printed[this.#block] = this.#output;
  }

  /** `action; // throws: text` */
  throws(line: number, action: () => unknown, text: string): void {
    this.reached.add(line);
    try {
      action();
    } catch (error) {
      this.#caught(line, error, text);
      return;
    }
    this.#disagree(line, `an error with: ${text}`, "no error");
  }

  /** `await action; // throws: text` */
  async rejects(line: number, action: () => Promise<unknown>, text: string): Promise<void> {
    this.reached.add(line);
    try {
      await action();
    } catch (error) {
      this.#caught(line, error, text);
      return;
    }
    this.#disagree(line, `an error with: ${text}`, "no error");
  }

  #caught(line: number, error: unknown, text: string): void {
    const message = error instanceof Error ? error.message : String(error);
    if (!squeezed(message).includes(squeezed(text))) this.#disagree(line, `an error with: ${text}`, message);
  }

  #disagree(line: number, said: string, is: string): void {
    this.problems.push({ line, problem: `the documentation says\n${said}\nand it is\n${is}` });
  }
}

/** Whether Node shows a value so: text with or without its quotes, anything else however its lines are broken. */
function isShownAs(value: unknown, answer: string): boolean {
  if (typeof value !== "string") return squeezed(inspect(value)) === squeezed(answer);
  return [value, inspect(value), JSON.stringify(value)].some((shown) => trimmed(shown) === trimmed(answer));
}

/** Text without spaces at the ends of its lines or empty lines at its end. */
export function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, "").trimEnd();
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
