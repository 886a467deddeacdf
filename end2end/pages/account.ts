import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame";

/** One's own account: address, zone, the devices one is signed in with, what is stored about one. */
export class AccountPage {
  readonly devices: Locator;
  /** The address as it is, and the form for another. */
  readonly address: Locator;
  readonly newAddress: Locator;
  readonly sendCode: Locator;
  readonly code: Locator;
  readonly download: Locator;
  private readonly frame: Frame;

  constructor(private readonly page: Page) {
    this.frame = new Frame(page);
    this.devices = page.getByRole("region", { name: "Devices" }).getByRole("listitem");
    this.address = page.getByRole("region", { name: "Email address" });
    this.newAddress = this.address.getByLabel("New email address");
    this.sendCode = this.address.getByRole("button", { name: "Email me a code" });
    this.code = this.address.getByLabel("Code we sent to");
    this.download = page.getByRole("link", { name: "Download my data" });
  }

  async open(): Promise<void> {
    await this.frame.goTo("Account");
    await expect(this.page.getByRole("heading", { name: "Devices" })).toBeVisible();
  }

  /** Asks for another address, and arrives where its code is entered. */
  async askForAddress(wished: string): Promise<void> {
    await this.newAddress.fill(wished);
    await this.sendCode.click();
    await this.waitsForCode();
    await expect(this.address.getByLabel(`Code we sent to ${wished}`)).toBeVisible();
  }

  async askAgain(): Promise<void> {
    await this.address.getByRole("button", { name: "Resend code" }).click();
    await this.waitsForCode();
  }

  private async waitsForCode(): Promise<void> {
    await this.frame.says("If no one here has that address yet, we’re emailing a code to it.");
  }

  async enterCode(code: string): Promise<void> {
    await this.code.fill(code);
    await this.address.getByRole("button", { name: "Change email address" }).click();
  }

  /** The code was refused, with the reason beside its field. */
  async refusesCode(reason: string): Promise<void> {
    await expect(this.code).toHaveAccessibleDescription(new RegExp(reason.replaceAll(".", "\\.")));
    await expect(this.code).toHaveValue("");
  }

  async cancel(): Promise<void> {
    await this.address.getByRole("button", { name: "Cancel" }).click();
    await this.frame.says("Your email address stays the same.");
  }

  async chooseZone(zone: string): Promise<void> {
    await this.page.getByLabel("Your time zone").fill(zone);
    await this.page.getByRole("button", { name: "Save time zone" }).click();
    await this.frame.says("Time zone saved.");
  }

  async end(device: string): Promise<void> {
    await this.page.getByRole("button", { name: `Sign out ${device}, signed in` }).click();
    await this.frame.says("That device is signed out.");
  }

  async endOthers(): Promise<void> {
    await this.page.getByRole("button", { name: "Sign out all other devices" }).click();
    await this.frame.says("All other devices are signed out.");
  }

  async endAll(): Promise<void> {
    await this.page.getByRole("button", { name: "Sign out everywhere" }).click();
    await this.frame.says("You’re signed out.");
  }
}
