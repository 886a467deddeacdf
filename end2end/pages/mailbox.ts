import type { Locator, Page } from "@playwright/test";
import type { Mail } from "../fixtures/mail";

/** A mail as it is read in a browser: its HTML on another site, from where its link leads here. */
export class MailboxPage {
  constructor(private readonly page: Page) {}

  async read(mail: Mail): Promise<void> {
    const answer = { contentType: "text/html; charset=utf-8", body: mail.body.html };
    await this.page.route("https://mailbox.example/**", (route) => route.fulfill(answer));
    await this.page.goto("https://mailbox.example/");
  }

  get signIn(): Locator {
    return this.page.getByRole("link", { name: "Sign in", exact: true });
  }
}
