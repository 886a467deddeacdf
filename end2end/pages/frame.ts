import { expect, type Page } from "@playwright/test";

/** What every page has. */
export class Frame {
  constructor(private readonly page: Page) {}

  /** What was just done, at the top of the page. */
  async says(sentence: string): Promise<void> {
    await expect(this.page.getByRole("status").filter({ hasText: sentence })).toBeVisible();
  }

  /** Why something was refused, at the top of the page. */
  async warns(sentence: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
  }

  async goTo(link: "Home" | "Events" | "Admin" | "Account"): Promise<void> {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: link }).click();
  }

  /** A page of admins, from anywhere. */
  async goToAdmin(link: "People" | "Events" | "Email" | "Audit log" | "Settings"): Promise<void> {
    await this.goTo("Admin");
    await this.page.getByRole("navigation", { name: "Admin pages" }).getByRole("link", { name: link }).click();
  }

  /** The session has ended elsewhere: the next click leads to the sign-in page. */
  async isOutAtTheNextClick(): Promise<void> {
    await this.goTo("Events");
    await expect(this.page).toHaveURL(/\/sign-in\?next=%2Fevents$/);
    await expect(this.page.getByRole("button", { name: "Email me a sign-in code" })).toBeVisible();
  }
}
