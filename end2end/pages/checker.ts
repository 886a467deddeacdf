import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";

export interface Verdict {
  name: string;
  verdict: "agrees" | "differs" | "unreadable";
  statements: boolean;
  why?: string;
  about?: string;
  records?: string[];
  /** Words, or the name of a sentence and what stands in it. */
  differences?: (string | string[])[];
  /** What the entries after the result come to. */
  followed?: { entries: number; returned: number; taken: number; byHand: number };
}

export interface File {
  name: string;
  text: string;
}

/** Lines that an example of `allocation` makes up. */
export async function madeUp(example: "cases" | "histories" | "said", count: number): Promise<string[]> {
  const program = join(dirname(process.env.TICKET_POOL_BIN ?? ""), "examples", example);
  const { stdout } = await promisify(execFile)(program, [String(count)], { maxBuffer: 2 ** 28 });
  return stdout.trimEnd().split("\n");
}

/** What the page gives the worker to say. */
const SAID = {
  notLoaded: "The part that checks signatures couldn’t be loaded ({0}).",
  notReplayed: "The part that checks what happened after the result couldn’t be loaded ({0}).",
  notFetched: "No record.",
  tooLarge: "Too large.",
};

/** The worker behind "Check it on this device", without the page around it. */
export class Checker {
  private constructor(
    private readonly page: Page,
    private readonly programs: object,
    private readonly worker: string,
  ) {}

  static async on(page: Page): Promise<Checker> {
    const names = await (await page.request.get("/pkg/manifest.json")).json();
    const at = (name: string) => new URL(`/pkg/${name}`, page.url()).href;
    const of = (name: string) => ({ js: at(names[`${name}_js`]), wasm: at(names[`${name}_wasm`]) });
    return new Checker(page, { checker: of("checker"), proof: of("proof"), replay: of("replay") }, at(names.check_worker));
  }

  /** With a part that is not there. */
  without(part: "proof" | "replay"): Checker {
    const nowhere = new URL("/pkg/nowhere", this.page.url()).href;
    return new Checker(this.page, { ...this.programs, [part]: { js: `${nowhere}.js`, wasm: `${nowhere}.wasm` } }, this.worker);
  }

  /** Checks groups of files one after the other, in one worker. */
  async each(groups: File[][]): Promise<Verdict[][]> {
    const answers = await this.ask(groups);
    return answers.map((answer) => answer.verdicts ?? [{ name: "", statements: false, verdict: "unreadable", why: answer.broken }]);
  }

  async verdict(text: string): Promise<Verdict> {
    return (await this.each([[{ name: "record.json", text }]]))[0][0];
  }

  private async ask(groups: File[][]): Promise<{ verdicts?: Verdict[]; broken?: string }[]> {
    return this.page.evaluate(
      async ({ groups, programs, worker, said }) => {
        const checking = new Worker(worker, { type: "module" });
        const answers = [];
        for (const group of groups) {
          const files = group.map(({ name, text }) => new File([text], name));
          const answer = new Promise((resolve, reject) => {
            checking.onmessage = ({ data }) => "percent" in data || resolve(data);
            checking.onerror = (error) => reject(new Error(error.message));
          });
          checking.postMessage({ record: "/nothing", files, said, ...programs });
          answers.push(await answer);
        }
        checking.terminate();
        return answers as { verdicts?: never[]; broken?: string }[];
      },
      { groups, programs: this.programs, worker: this.worker, said: SAID },
    );
  }

  /** How long one round takes on the page's own thread, which can be slowed down, unlike a worker: milliseconds. */
  async roundTakes(round: number, signature: string): Promise<number> {
    return this.page.evaluate(
      async ({ round, signature, programs }) => {
        const { proof } = programs as { proof: { js: string; wasm: string } };
        const loaded = await import(proof.js);
        await loaded.default({ module_or_path: fetch(proof.wasm) });
        const took = [];
        for (let turn = 0; turn < 3; turn++) {
          const began = performance.now();
          if (!loaded.verify_round(BigInt(round), signature)) throw new Error("the round was refused");
          took.push(performance.now() - began);
        }
        // The first, as anybody has it: what comes after is compiled better.
        return took[0];
      },
      { round, signature, programs: this.programs },
    );
  }
}
