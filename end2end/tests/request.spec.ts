import { awake, expect, lookAt, scripted, test } from "../fixtures";
import { Frame } from "../pages/frame";
import { RequestPage } from "../pages/request";

const HOSTILE = '</textarea><script>document.title = "stolen"</script> 🎟️ שלום <b>bold</b> &amp;';

test("a request without a number is refused and keeps the note", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.write("Beside the aisle\nplease");
  await request.send();
  await new Frame(page).warns("Nothing was saved. Check the highlighted field.");
  await awake(page);
  await expect(page.getByText("Choose at least one number.")).toBeVisible();
  await expect(request.note).toHaveValue("Beside the aisle\nplease");
  await lookAt(page);
  await request.choose(2);
  await request.send();
  await new Frame(page).says("Request sent. Your result will show up here.");
  await expect(page.getByText("Beside the aisle please")).toBeVisible();
});

test("a request is changed, withdrawn, and brought back", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.choose(4, 2);
  await request.send();
  await page.getByRole("link", { name: "Edit or withdraw request" }).click();
  await awake(page);
  await request.chosen(4, 2);
  await request.choose(3);
  await request.send();
  await expect(page.getByText("You requested 3.")).toBeVisible();
  await page.getByRole("link", { name: "Edit or withdraw request" }).click();
  await request.withdraw();
  await new Frame(page).says("Request withdrawn.");
  await expect(page.getByText("You withdrew your request.")).toBeVisible();
  await lookAt(page);
  await page.getByRole("button", { name: "Undo withdrawal" }).click();
  await new Frame(page).says("Your request is back.");
  await expect(page.getByText("You requested 3.")).toBeVisible();
});

test("numbers of the last request are there for the next event", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const last = await world.event("Rovers v United", 10);
  await world.ask(last, asha, [4, 1]);
  const next = await world.event("City v Rovers", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(next);
  await request.chosen(4, 1);
});

test("markup, emoji and Hebrew in a note stay text everywhere", async ({ world, enter, site }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 10);
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await request.write(HOSTILE);
  // Refused first: the page that shows the note again is where it would break out.
  await request.send();
  await expect(request.note).toHaveValue(HOSTILE);
  await request.choose(2);
  await request.send();
  await expect(page.getByText(HOSTILE)).toBeVisible();
  await page.getByRole("link", { name: "Edit or withdraw request" }).click();
  await expect(request.note).toHaveValue(HOSTILE);
  await world.move(event, "close");
  const desk = await enter(site.admin);
  for (const path of [`/events/${event}`, `/events/${event}/allocate`]) {
    await desk.goto(path);
    await expect(desk.getByText(HOSTILE)).toBeVisible();
    await expect(desk).not.toHaveTitle("stolen");
    await lookAt(desk);
  }
});

test("beyond ten the numbers are typed", async ({ world, enter }) => {
  const asha = await world.person("Asha Rao");
  const event = await world.event("Stadium tour", 200, { limit: "30" });
  const page = await enter(asha.address);
  const request = new RequestPage(page);
  await request.open(event);
  await page.getByLabel("Choice 1").fill("12");
  await page.getByLabel("Choice 2").fill("25");
  if (scripted()) await expect(request.sentence).toHaveText("25 if possible, or 12. If neither works, you get none.");
  await lookAt(page);
  await request.send();
  await expect(page.getByText("You requested 25, or 12.")).toBeVisible();
});
