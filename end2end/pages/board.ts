import { expect, type Locator, type Page } from "@playwright/test";
import { awake } from "../fixtures/look";

/** The organizer's desk. */
export class BoardPage {
  /** "4 of 5 assigned · 1 left". */
  readonly balance: Locator;
  readonly bar: Locator;

  constructor(readonly page: Page) {
    this.balance = page.getByRole("status").filter({ hasText: "assigned" });
    this.bar = page.locator(".bar");
  }

  async open(event: number): Promise<void> {
    await this.page.goto(`/events/${event}/allocate`);
    await awake(this.page);
  }

  row(name: string): Locator {
    return this.page.getByRole("listitem").filter({ has: this.page.getByRole("group", { name: `Tickets for ${name}` }) });
  }

  /** One of the numbers somebody asked for, 0, or "undecided". */
  chip(name: string, amount: number | "undecided"): Locator {
    return this.row(name).getByRole("radio", { name: amount === "undecided" ? "Undecided" : String(amount), exact: true });
  }

  async give(name: string, amount: number): Promise<void> {
    await this.chip(name, amount).check();
  }

  /** A number outside somebody's own. */
  async giveOther(name: string, amount: number, reason: string): Promise<void> {
    const row = this.row(name);
    const other = row.getByRole("radio", { name: "Another number" });
    if (!(await other.isVisible())) await row.getByText("Other amount…").click();
    await other.check();
    await row.getByLabel("Tickets", { exact: true }).fill(String(amount));
    await row.getByLabel("Reason").fill(reason);
    // Leaving the field, as everybody does, is what tells the page that it is filled in.
    await row.getByLabel("Reason").blur();
  }

  async saved(): Promise<void> {
    await expect(this.bar.getByText("Saved", { exact: true })).toBeVisible();
  }

  /** What the bar says of saving, also for those who see: not only for a screen reader. */
  async saysForTheEye(sentence: RegExp): Promise<void> {
    const said = this.bar.getByText(sentence);
    await expect(said).toBeVisible();
    await expect.poll(async () => (await said.boundingBox())?.width ?? 0, { message: `${sentence} is seen` }).toBeGreaterThan(40);
  }

  async save(): Promise<void> {
    await this.page.getByRole("button", { name: "Save", exact: true }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole("button", { name: "Undo" }).click();
  }

  async review(): Promise<void> {
    await this.page.getByRole("button", { name: "Review" }).click();
    await expect(this.page.getByRole("heading", { name: "Review and finalize" })).toBeVisible();
  }
}
