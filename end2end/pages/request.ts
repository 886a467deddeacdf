import { expect, type Locator, type Page } from "@playwright/test";
import { awake } from "../fixtures/look";

/** Asking for tickets. */
export class RequestPage {
  readonly note: Locator;
  /** What the chosen numbers mean, said live. */
  readonly sentence: Locator;
  readonly submit: Locator;

  constructor(private readonly page: Page) {
    this.note = page.getByLabel("Note for the organizer");
    this.sentence = page.locator("output.live");
    this.submit = page.getByRole("button", { name: /^(Send request|Save changes)$/ });
  }

  async open(event: number): Promise<void> {
    await this.page.goto(`/events/${event}/request`);
    await awake(this.page);
  }

  number(amount: number): Locator {
    return this.page.getByRole("checkbox", { name: String(amount), exact: true });
  }

  /** The field for the first number, the second …, where they are typed. */
  typed(place: number): Locator {
    return this.page.getByLabel(`Choice ${place}`, { exact: true });
  }

  /** Writes a note: the line over it is opened first, if it is not yet. */
  async write(text: string): Promise<void> {
    if (!(await this.note.isVisible())) await this.addNote.click();
    await this.note.fill(text);
  }

  get addNote(): Locator {
    return this.page.locator("summary", { hasText: "Add a note" });
  }

  /** Ticks exactly these numbers. */
  async choose(...amounts: number[]): Promise<void> {
    // It stands after the numbers: they are all there.
    await expect(this.submit).toBeVisible();
    for (const chip of await this.page.locator(".chips").getByRole("checkbox").all()) {
      await chip.setChecked(amounts.includes(Number(await chip.getAttribute("value"))));
    }
  }

  async chosen(...amounts: number[]): Promise<void> {
    const ticked = this.page.getByRole("checkbox", { checked: true });
    await expect(ticked).toHaveCount(amounts.length);
    for (const amount of amounts) await expect(this.number(amount)).toBeChecked();
  }

  async send(): Promise<void> {
    await this.submit.click();
  }

  async withdraw(): Promise<void> {
    await this.page.getByRole("button", { name: "Withdraw request" }).click();
  }
}
