import { expect, type Locator, type Page } from "@playwright/test";

/** What stands before finalizing: a page of its own, or in a dialog over the board. */
export class ReviewPage {
  readonly dialog: Locator;
  readonly line: Locator;
  /** "4 of 5 assigned · 1 left". */
  readonly balance: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole("dialog", { name: "Review and finalize" });
    this.line = page.getByLabel("Message to people who got tickets");
    this.balance = page.locator("section").filter({ hasText: "Summary" }).locator(".lead");
  }

  async writeLine(line: string): Promise<void> {
    await this.line.fill(line);
  }

  /** Says why somebody gets another number than they were told. */
  async explain(why: string): Promise<void> {
    await this.page.getByLabel("Why numbers changed").fill(why);
  }

  /** Finalizes by the button that names this number of mails. */
  async finalizeAndSend(mails: number): Promise<void> {
    const label = `Finalize and email ${mails} ${mails === 1 ? "person" : "people"}`;
    await this.page.getByRole("button", { name: label, exact: true }).click();
    const done = this.page.getByRole("status").filter({ hasText: "Results are final. We’re sending the emails now." });
    await expect(done).toBeVisible();
  }
}
