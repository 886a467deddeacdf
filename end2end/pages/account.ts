import { expect, type Locator, type Page } from "@playwright/test";
import { Frame } from "./frame";

/** One's own account and the devices one is signed in with. */
export class AccountPage {
  readonly devices: Locator;
  private readonly frame: Frame;

  constructor(private readonly page: Page) {
    this.frame = new Frame(page);
    this.devices = page.getByRole("region", { name: "Devices" }).getByRole("listitem");
  }

  async open(): Promise<void> {
    await this.frame.goTo("Account");
    await expect(this.page.getByRole("heading", { name: "Devices" })).toBeVisible();
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
    await this.frame.says("You are signed out.");
  }
}
