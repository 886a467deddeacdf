import { readFile } from "node:fs/promises";
import { expect, lookAt, scripted, test } from "../fixtures";
import { Frame } from "../pages/frame";
import { PeopleImportPage } from "../pages/people-import";

const HOSTILE = '</textarea><script>document.title = "stolen"</script>';

test("a list is pasted, looked at, mended and saved", async ({ world, enter, site, domain, mail }) => {
  const asha = await world.person("Asha");
  const page = await enter(site.admin);
  const people = new PeopleImportPage(page);
  await people.open();
  await lookAt(page);
  await expect(people.welcome).toBeChecked();
  const rows = `name\temail\trole\nCleo Marsh\tcleo@${domain}\t\n${HOSTILE}\tfay@\torganizer\nAsha Rao\t${asha.address}\t`;
  await people.rows.fill(rows);
  await people.look();
  await people.counts("1 new · 1 updated · 1 needs fixing");
  const wrong = page.getByRole("alert").filter({ hasText: "1 line needs fixing" });
  await expect(wrong).toContainText("Line 3");
  await expect(wrong).toContainText("Email address: “fay@” isn’t a valid email address");
  await expect(people.rows).toHaveValue(rows);
  await expect(page).not.toHaveTitle("stolen");
  await expect(people.save).toHaveText("Import 1 person, update 1");
  await lookAt(page, "people-import: wrong");

  await people.rows.fill(rows.replace("fay@", `fay@${domain}`));
  await people.look();
  await people.counts("2 new · 1 updated");
  await expect(page.getByRole("group").filter({ hasText: "2 people to add" })).toContainText("Cleo Marsh");
  await expect(page.getByRole("group").filter({ hasText: "1 person to update" })).toContainText("Asha → Asha Rao");
  await lookAt(page, "people-import: ready");
  await expect(people.save).toHaveText("Import 2 people, update 1");
  await people.save.click();
  await new Frame(page).says("People imported. We’re sending the welcome emails now.");
  await expect(page).toHaveURL(/\/admin\/people$/);
  for (const name of ["Asha Rao", "Cleo Marsh", HOSTILE]) await expect(page.getByText(name, { exact: true })).toBeVisible();
  for (const mailbox of ["cleo", "fay"]) await mail.first(`${mailbox}@${domain}`, /^Welcome to Ticket Pool$/);
});

test("columns are told by hand, and what is wrong stays in the box", async ({ enter, site, domain }) => {
  const page = await enter(site.admin);
  const people = new PeopleImportPage(page);
  await people.open();
  await people.rows.fill(`Lead;Who;Mail\nOlga Ivory;Cleo Marsh;cleo@${domain}\nIan Gray;Fay Lind;fay@${domain}\nIan Gray;Gus Hill;nowhere`);
  await people.look();
  await people.counts("2 new · 1 needs fixing");
  await expect(page.getByText("named by the address")).toHaveCount(2);
  await expect(people.column("Mail")).toHaveValue("email");
  await people.column("Who").selectOption("Name");
  await people.look();
  await people.counts("2 new · 1 needs fixing");
  await lookAt(page, "people-import: columns");
  await expect(people.save).toHaveText("Import 2 people");
  await people.save.click();
  await new Frame(page).says("The good lines are in. The others are still in the box below, each with what’s wrong.");
  await people.counts("1 needs fixing");
  await expect(people.rows).toHaveValue("Lead;Who;Mail\nIan Gray;Gus Hill;nowhere\n");
  await expect(people.column("Who")).toHaveValue("name");
  await people.rows.fill(`Lead;Who;Mail\nIan Gray;Gus Hill;gus@${domain}`);
  await people.look();
  await people.save.click();
  await new Frame(page).says("People imported.");
  for (const name of ["Cleo Marsh", "Fay Lind", "Gus Hill"]) await expect(page.getByText(name, { exact: true })).toBeVisible();
});

test("the same list again changes nothing", async ({ enter, site, domain, mail }) => {
  const page = await enter(site.admin);
  const people = new PeopleImportPage(page);
  const rows = `Cleo Marsh;cleo@${domain}\nFay Lind;fay@${domain}`;
  await people.open();
  await people.rows.fill(rows);
  await people.welcome.uncheck();
  await people.look();
  await people.counts("2 new");
  await expect(people.welcome).not.toBeChecked();
  await people.save.click();
  await new Frame(page).says("People imported.");
  await people.open();
  await people.rows.fill(rows);
  await people.look();
  await people.counts("2 unchanged");
  await expect(page.getByText("Everyone on your list is already here. Nothing to import.")).toBeVisible();
  await expect(people.save).toHaveCount(0);
  expect(await mail.sentTo(`cleo@${domain}`)).toEqual([]);
});

test("the list of people is narrowed down, and its file finds everybody unchanged", async ({ world, enter, site }) => {
  await world.person("Otto", "organizer");
  await world.person("=SUM(1)", "member", "sum");
  const page = await enter(site.admin);
  await new Frame(page).goToAdmin("People");
  const lists = page.getByRole("navigation", { name: "Filter people" });
  await lists.getByRole("link", { name: "Organizers" }).click();
  await expect(page.getByText("1 person", { exact: true })).toBeVisible();
  await expect(lists.getByRole("link", { name: "Organizers" })).toHaveAttribute("aria-current", "page");
  await lookAt(page, "people: organizers");
  await lists.getByRole("link", { name: "All" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV", exact: true }).click();
  const file = await readFile(await (await downloading).path(), "utf8");
  expect(file).toContain("'=SUM(1)");
  const people = new PeopleImportPage(page);
  await people.open();
  await people.rows.fill(file);
  await people.look();
  await people.counts("3 unchanged");
});

test("a file is read into the box where scripts run, and refused in words if it is no text or too large", async ({ enter, site, domain }) => {
  const page = await enter(site.admin);
  const people = new PeopleImportPage(page);
  await people.open();
  if (!scripted()) {
    await expect(people.chooser).toBeHidden();
    return;
  }
  await expect(people.chooser).toBeVisible();
  const choose = (buffer: Buffer) => people.chooser.setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
  const said = page.getByRole("alert");
  await choose(Buffer.from("PK\u0003\u0004", "latin1"));
  await expect(said).toHaveText("We can’t read this file. In your spreadsheet, save it as “CSV UTF-8” and try again.");
  await lookAt(page, "people-import: no text");
  await choose(Buffer.alloc(512_001, "x"));
  await expect(said).toHaveText("This file is over 512 kB. Split it and import it in parts.");
  await expect(people.rows).toHaveValue("");
  const rows = `name,email\nZoë,zoe@${domain}`;
  for (const coded of [Buffer.from(rows, "latin1"), Buffer.from(`\ufeff${rows}`, "utf16le"), Buffer.from(`\ufeff${rows}`, "utf16le").swap16()]) {
    await people.rows.fill("");
    await choose(coded);
    await expect(people.rows).toHaveValue(rows);
  }
  await choose(Buffer.from(rows, "latin1"));
  await expect(people.guess).toContainText("We read it as Windows-1252.");
  await choose(Buffer.from(`\ufeff${rows}`));
  await expect(people.guess).toHaveText("");
  await expect(people.rows).toHaveValue(rows);
  await expect(said).toHaveText("");
  await people.look();
  await people.counts("1 new");
  await expect(people.save).toHaveText("Import 1 person");
});

test("of a file that is not UTF-8 it is said how it was read", async ({ enter, site, domain }) => {
  test.skip(!scripted(), "the chooser is hidden");
  const page = await enter(site.admin);
  const people = new PeopleImportPage(page);
  await people.open();
  await expect(people.chooser).toBeVisible();
  const bytes = (names: string) => Buffer.from(`name;email\n${names};a@${domain}`, "latin1");
  for (const [saved, shown, guess] of [
    ["J\x9frgen \x85z", "Jürgen Öz", "Macintosh"],
    ["Andr\x8e Ren\x8e", "André René", "Macintosh"],
    ["Zo\xeb M\xfcller", "Zoë Müller", "Windows-1252"],
    ["Sean O\x92Brien", "Sean O’Brien", "Windows-1252"],
    ["DU\x8aAN BO\x8eENA", "DUŠAN BOŽENA", "Windows-1252"],
    ["\x84Annie\x93 Lee \x96 \x80 5", "„Annie“ Lee – € 5", "Windows-1252"],
    // Windows-1250: no sign tells, so whoever imports looks.
    ["\xa3ukasz", "£ukasz", "Windows-1252"],
  ]) {
    await people.chooser.setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: bytes(saved) });
    await expect(people.rows).toHaveValue(`name;email\n${shown};a@${domain}`);
    await expect(people.guess).toContainText(`This file isn’t in UTF-8. We read it as ${guess}.`);
  }
  await lookAt(page, "people-import: guessed");
});

test("a list too long to be sent stays in its box, and the box says so", async ({ enter, site }) => {
  test.skip(!scripted(), "the server cannot give it back; the browser's way back does");
  const page = await enter(site.admin);
  const people = new PeopleImportPage(page);
  await people.open();
  const here = page.url();
  await expect(people.chooser).toBeVisible();
  // Half a megabyte as a file; three times that as a form is sent.
  const rows = `name,email\n${`${"長".repeat(60)},naga@example.org\n`.repeat(2_000)}`;
  await people.chooser.setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  const kept = () => people.rows.evaluate((box: HTMLTextAreaElement) => box.value.length);
  await expect.poll(kept).toBe(rows.length);
  await page.getByRole("button", { name: "Preview import" }).click();
  const why = () => people.rows.evaluate((box: HTMLTextAreaElement) => box.validationMessage);
  await expect.poll(why).toBe("This list is too long to import at once. Split it and import it in parts.");
  await expect(people.rows).toBeFocused();
  expect(await kept()).toBe(rows.length);
  expect(page.url()).toBe(here);
  await people.rows.fill("name,email\nCleo Marsh,cleo@example.org");
  await people.look();
  await people.counts("1 new");
});
