import { expect, type Page } from "@playwright/test";
import { scripted } from "../fixtures/look";

/** Signing in by mail. */
export class SignInPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
  }

  async askFor(address: string): Promise<void> {
    await this.page.getByLabel("Your mail address").fill(address);
    await this.page.getByRole("button", { name: "Email me a sign-in link" }).click();
    await expect(this.page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
  }

  /** Opens a link in the browser that asked for it: with scripts it goes on by itself. */
  async followHere(link: string, name: string): Promise<void> {
    await this.page.goto(link);
    if (!scripted()) await this.confirm(name);
    await this.arrives();
  }

  /** Opens a link in a browser that did not ask for it: somebody has to press the button. */
  async followElsewhere(link: string, name: string): Promise<void> {
    await this.page.goto(link);
    await this.confirm(name);
    await this.arrives();
  }

  async confirm(name: string): Promise<void> {
    await expect(this.page.getByRole("heading", { name: `Sign in as ${name}?` })).toBeVisible();
    await this.page.getByRole("button", { name: `Sign in as ${name}` }).click();
  }

  private async arrives(): Promise<void> {
    await expect(this.page.getByRole("heading", { name: /^Hello, / })).toBeVisible();
  }
}
