import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame";

/** Bringing people in from a spreadsheet. */
export class PeopleImportPage {
  readonly rows: Locator;
  readonly chooser: Locator;
  /** How a file was read that is not UTF-8. */
  readonly guess: Locator;
  readonly welcome: Locator;
  /** The button that saves; its label says what it does. */
  readonly save: Locator;

  constructor(private readonly page: Page) {
    this.rows = page.getByLabel("Rows");
    this.chooser = page.getByLabel("Or upload a CSV file");
    this.guess = page.locator(".field [aria-live]");
    this.welcome = page.getByRole("checkbox", { name: "Email each new person a welcome message" });
    this.save = page.getByRole("button", { name: /^(Import|Update) \d/ });
  }

  async open(): Promise<void> {
    await new Frame(this.page).goToAdmin("People");
    await this.page.getByRole("link", { name: "Import from spreadsheet" }).click();
    await expect(this.page.getByRole("heading", { name: "Import people from a spreadsheet" })).toBeVisible();
  }

  async look(): Promise<void> {
    await this.page.getByRole("button", { name: /^Preview / }).click();
    await expect(this.page).toHaveURL(/draft=/);
  }

  /** What a column is said to tell. */
  column(title: string): Locator {
    return this.page.getByRole("combobox", { name: title, exact: true });
  }

  /** How many of each kind there are. */
  async counts(sentence: string): Promise<void> {
    await expect(this.page.getByText(sentence, { exact: true })).toBeVisible();
  }
}
