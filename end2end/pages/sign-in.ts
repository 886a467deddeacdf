import { expect, type Locator, type Page } from "@playwright/test";
import { scripted } from "../fixtures/look";

/** Signing in by mail: by its code, or by its link. */
export class SignInPage {
  readonly code: Locator;
  /** The one tap after the code. */
  readonly submit: Locator;

  constructor(private readonly page: Page) {
    this.code = page.getByLabel("8-digit code");
    this.submit = page.getByRole("button", { name: "Sign in", exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto("/sign-in");
  }

  /** Asks for a mail, and arrives where its code is entered. */
  async askFor(address: string): Promise<void> {
    await this.page.getByLabel("Email address").fill(address);
    await this.page.getByRole("button", { name: "Email me a sign-in code" }).click();
    await expect(this.page.getByRole("heading", { name: "Check your email" })).toBeVisible();
    await expect(this.page.getByText(address)).toBeVisible();
  }

  /** The page offers it after 30 seconds. */
  async askAgain(): Promise<void> {
    await this.page.getByRole("button", { name: "Resend email" }).click({ timeout: 40_000 });
  }

  async enterCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.submit.click();
  }

  /** The code was refused, with the reason beside its field. */
  async refuses(reason: string): Promise<void> {
    await expect(this.code).toHaveAccessibleDescription(reason);
    await expect(this.code).toHaveValue("");
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
    await this.confirmation(name).click();
  }

  confirmation(name: string): Locator {
    return this.page.getByRole("button", { name: `Sign in as ${name}` });
  }

  /** A link that is used, run out, or void. */
  async isSpent(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  }

  /** The dashboard. */
  async arrives(): Promise<void> {
    await expect(this.page.getByRole("heading", { name: /^Hi, / })).toBeVisible();
  }
}
