import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame";

/** An event's page, and the form that makes one. */
export class EventPage {
  private readonly frame: Frame;

  constructor(private readonly page: Page) {
    this.frame = new Frame(page);
  }

  /** Creates an event from the dashboard. Gives back its number. */
  async create(event: { name: string; starts: string; tickets: number }): Promise<number> {
    await this.frame.goTo("Home");
    await this.page.getByRole("link", { name: "New event" }).click();
    await this.page.getByLabel("Event name").fill(event.name);
    await this.page.getByLabel("Starts").fill(event.starts);
    await this.page.getByLabel("Tickets available").fill(String(event.tickets));
    await this.page.getByRole("button", { name: "Create and open requests" }).click();
    await this.frame.says("Requests are open. Share the link so people can find it.");
    return Number(new URL(this.page.url()).pathname.split("/").pop());
  }

  async open(number: number): Promise<void> {
    await this.page.goto(`/events/${number}`);
  }

  async closeAndAllocate(): Promise<void> {
    await this.page.getByRole("button", { name: "Close requests and assign tickets" }).click();
    await this.frame.says("Requests closed.");
  }

  async reopen(): Promise<void> {
    await this.page.getByRole("button", { name: "Reopen event" }).click();
    await this.frame.says("You can change this event again.");
  }

  /** The sentence that tells the viewer's result. */
  async tellsResult(sentence: string): Promise<void> {
    await expect(this.result).toHaveText(sentence);
  }

  get result(): Locator {
    return this.page.locator("[data-result]");
  }

  /** Waits until the mails of this event are all gone, as the page says. */
  async allMailsSent(number: number, sent: number): Promise<void> {
    const count = (what: string) => this.page.locator(".stat").filter({ hasText: what }).locator("b");
    await expect(async () => {
      await this.open(number);
      await expect(count("waiting")).toHaveText("0", { timeout: 500 });
    }).toPass({ timeout: 20_000 });
    await expect(count("sent")).toHaveText(String(sent));
    await expect(count("failed")).toHaveText("0");
  }
}
