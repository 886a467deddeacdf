import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame";

/** The desk where an organizer compares and draws, and the page where everybody sees how. */
export class DrawPages {
  constructor(private readonly page: Page) {}

  /** From the board. */
  async compare(): Promise<void> {
    await this.page.getByRole("button", { name: "Run a draw", exact: true }).click();
    await expect(this.page.getByRole("radio", { name: /Even out the season/ })).toBeChecked();
  }

  way(name: string): Locator {
    return this.page.locator(".way").filter({ has: this.page.locator("header").getByText(name, { exact: true }) });
  }

  async draw(way: string): Promise<void> {
    await this.way(way).getByRole("radio").check();
    await this.page.getByRole("button", { name: "Run draw" }).click();
    await new Frame(this.page).says("The draw is done.");
  }

  async putOnBoard(): Promise<void> {
    await this.page.getByRole("button", { name: /^Apply to board/ }).click();
    await new Frame(this.page).says("The draw is on the board.");
  }

  async open(event: number): Promise<void> {
    await this.page.goto(`/events/${event}/draw`);
  }

  /** Presses the button and waits for what comes out. */
  async checkHere(): Promise<void> {
    await this.page.getByRole("button", { name: "Verify this draw" }).click();
    await expect(this.page.locator(".said")).not.toHaveText(["Verifying…"]);
  }

  get said(): Locator {
    return this.page.locator(".said");
  }

  /** The viewer's own line in the order. */
  get mine(): Locator {
    return this.page.locator(".places .me");
  }

  /** What the viewer has in the end, above everything else. */
  get result(): Locator {
    return this.page.getByRole("region", { name: "Your result" });
  }

  /** Opens what has hashes. */
  async details(): Promise<Locator> {
    await this.page.getByText("Technical details", { exact: true }).click();
    return this.page.locator("main > details");
  }

  /** Where the record of a draw is. */
  async record(): Promise<string> {
    return (await this.page.getByRole("link", { name: "Download draw record" }).getAttribute("href")) ?? "";
  }

  /** Checks a file that somebody has. */
  async checkFile(name: string, content: string): Promise<void> {
    await this.page.getByText("Verify files you saved, or use your own software").click();
    const file = { name, mimeType: "application/json", buffer: Buffer.from(content) };
    await this.page.getByLabel("Draw records and files of statements").setInputFiles(file);
    await expect(this.said.first()).not.toHaveText(/Verifying|Verified/);
  }

  /** Checks several files that somebody has, by name. */
  async checkFiles(files: Record<string, string>): Promise<void> {
    const given = Object.entries(files).map(([name, content]) => ({ name, mimeType: "application/json", buffer: Buffer.from(content) }));
    await this.page.getByLabel("Draw records and files of statements").setInputFiles(given);
    await expect(this.said.first()).not.toHaveText(/Verifying/);
  }
}
