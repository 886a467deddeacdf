import { expect, type Page } from "@playwright/test";

/** The page before finalizing. */
export class ReviewPage {
  constructor(private readonly page: Page) {}

  async writeLine(line: string): Promise<void> {
    await this.page.getByLabel("A line for those who get tickets").fill(line);
  }

  /** Finalizes by the button that names this number of mails. */
  async finalizeAndSend(mails: number): Promise<void> {
    const label = `Finalize and send ${mails} ${mails === 1 ? "mail" : "mails"}`;
    await this.page.getByRole("button", { name: label, exact: true }).click();
    const done = this.page.getByRole("status").filter({ hasText: "The event is finalized. The mails are on their way." });
    await expect(done).toBeVisible();
  }
}
