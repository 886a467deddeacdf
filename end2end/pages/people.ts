import type { Page } from "@playwright/test";
import { Frame } from "./frame";

/** People, as admins look after them. */
export class PeoplePages {
  private readonly frame: Frame;

  constructor(private readonly page: Page) {
    this.frame = new Frame(page);
  }

  async add(name: string, address: string): Promise<void> {
    await this.frame.goToAdmin("People");
    await this.page.getByRole("link", { name: "Add person" }).click();
    await this.page.getByLabel("Name", { exact: true }).fill(name);
    await this.page.getByLabel("Email address").fill(address);
    await this.page.getByRole("button", { name: "Add and send welcome email" }).click();
    await this.frame.says("We’re emailing them a link to sign in");
  }
}
