import { writeFile } from "node:fs/promises";
import { awake, expect, lookAt, scripted, test } from "../fixtures";
import { demo } from "../fixtures/demo";
import { inDays } from "../fixtures/world";
import { BoardPage } from "../pages/board";
import { DrawPages } from "../pages/draw";
import { EventPage } from "../pages/event";
import { Frame } from "../pages/frame";
import { statementsOf } from "../pages/statements";

interface Row {
  name: string;
  drawn: number;
  smallest: number;
}

demo.describe("of a made-up organization", () => {
  demo("sixty requests are compared, drawn, adjusted with reasons, finalized, and a member checks it", async ({ admin, enter, site }, info) => {
    test.setTimeout(150_000);
    const page = await enter(admin);
    await page.goto("/events");
    await page.getByRole("link", { name: "Rovers v Rangers (semi-final)" }).click();
    const event = Number(new URL(page.url()).pathname.split("/").pop());
    const draws = new DrawPages(page);
    const board = new BoardPage(page);

    await test.step("what is published before the draw", async () => {
      await draws.open(event);
      await expect(page.getByRole("heading", { name: "How the draw works" })).toBeVisible();
      await expect(page.getByText("Requests are frozen. There is no draw yet.")).toBeVisible();
      await expect(page.getByText(/Requests frozen .*: 60 requests, 40 tickets/)).toBeHidden();
      const details = await draws.details();
      await expect(details.getByText(/Requests frozen .*: 60 requests, 40 tickets/)).toBeVisible();
      await expect(details.getByText("Sealed code (commitment), published")).toBeVisible();
      await lookAt(page);
    });

    await test.step("the ways side by side, before choosing", async () => {
      await board.open(event);
      await draws.compare();
      for (const way of ["Even out the season", "Lottery", "First come, first served"]) {
        await expect(draws.way(way).getByText("People who get tickets")).toBeVisible();
      }
      await page.getByText("Each person’s chance of getting tickets").click();
      await page.getByText("More methods (17)").click();
      await expect(page.locator(".way")).toHaveCount(20);
      await lookAt(page);
    });

    await test.step("the draw, what it would change, and the board with it", async () => {
      await draws.draw("Lottery");
      await expect(page.getByText("Changes to the board: 60")).toBeVisible();
      await lookAt(page);
      await draws.putOnBoard();
      await awake(page);
      await expect(board.balance).toContainText("of 40 assigned");
      await page.getByRole("button", { name: "Undo applied draw" }).click();
      await new Frame(page).says("The board is back to how it was before the draw.");
      await draws.putOnBoard();
      await awake(page);
      await lookAt(page);
    });

    const [giver, taker] = await test.step("two overrides with reasons", async () => {
      await expect(page.locator("ul.board > li")).toHaveCount(60);
      const rows: Row[] = await page.locator("ul.board > li").evaluateAll((rows) =>
        rows.map((row) => {
          const chips = [...row.querySelectorAll<HTMLInputElement>(".chips input")].map((chip) => Number(chip.value)).filter((n) => n > 0);
          const name = row.querySelector("b")?.textContent ?? "";
          return { name, drawn: Number(row.getAttribute("data-drawn")), smallest: Math.min(...chips) };
        }),
      );
      const giver = rows.find((row) => row.drawn >= 2) as Row;
      const taker = rows.find((row) => row.drawn === 0 && row.smallest <= giver.drawn) as Row;
      await board.giveOther(giver.name, 0, "Told us they cannot come");
      if (scripted()) await board.saved();
      await board.giveOther(taker.name, taker.smallest, "Drives the coach");
      if (scripted()) await board.saved();
      else await board.save();
      await board.open(event);
      await expect(board.row(taker.name).getByLabel("Reason")).toHaveValue("Drives the coach");
      return [giver, taker];
    });

    await test.step("finalized", async () => {
      await board.review();
      await page.getByRole("button", { name: "Finalize without emailing" }).click();
      await new Frame(page).says("Results are final.");
    });

    await test.step("a member sees the own line, and why", async () => {
      const member = await enter("zoe@example.org");
      await new EventPage(member).open(event);
      await member.getByRole("link", { name: "How tickets were drawn" }).click();
      await expect(member.getByRole("heading", { name: "How we drew 40 tickets" })).toBeVisible();
      const theirs = new DrawPages(member);
      await expect(theirs.mine).toHaveCount(1);
      await expect(theirs.result).toContainText(/(#|place\s)\d+ of 60\b/i);
      await expect(theirs.mine).toContainText(/^\d+You .*Limit [\d,]+\./);
      await expect(member.locator(".places > .cut")).toHaveText(/^(In the draw, t|T)(ickets ran out here|oo few tickets left from here on)$/);
      await expect(member.getByText(`Drew ${giver.drawn}; set by hand: Told us they cannot come`)).toBeVisible();
      await expect(member.getByText("Drew 0; set by hand: Drives the coach")).toBeVisible();
      await expect(member.locator(".places").getByText(taker.name)).toHaveCount(0);
      await lookAt(member);
      await member.screenshot({ path: `results/shots/${info.project.name}/draw.png`, fullPage: true });

      const record = await (await member.request.get(await theirs.record())).text();
      const changed = record.replace(/("allocated":\{"([0-9a-f]{16})":)(\d+)/, (_, start: string, __, number: string) => `${start}${Number(number) + 1}`);
      const label = /"allocated":\{"([0-9a-f]{16})"/.exec(record)?.[1];
      const [ofCommand, ofPage] = ["allocated, ", "Tickets of "].map((of) => new RegExp(`${of}${label}: the record says \\d+, the draw gives \\d+`));

      await test.step("the downloaded record passes the command, a changed one is named", async () => {
        const files = [info.outputPath("record.json"), info.outputPath("changed.json")];
        await writeFile(files[0], record);
        await writeFile(files[1], changed);
        expect(await site.command("verify", files[0])).toMatch(/^agrees: event [0-9a-f]{32}, draw 1, equal \+ limit\./);
        const failed = await site.command("verify", files[1]).catch((error) => error);
        expect([failed.code, failed.stdout]).toEqual([1, expect.stringMatching(ofCommand)]);
      });

      const [statements, others] = [statementsOf(record), statementsOf(record, "equal.straight")];
      const otherRule = "statement 1 (draw), rule: the statement says equal.straight, the record says equal.limit";

      await test.step("the command holds statements against the record", async () => {
        const files = [info.outputPath("record.json"), info.outputPath("said.json"), info.outputPath("others.json")];
        await writeFile(files[1], statements);
        await writeFile(files[2], others);
        expect(await site.command("verify", files[0], files[1])).toContain("statement 1 (draw) says what the record says");
        const failed = await site.command("verify", files[2], files[0]).catch((error) => error);
        expect([failed.code, failed.stdout]).toEqual([1, expect.stringContaining(otherRule)]);
      });

      await test.step("and the device says the same", async () => {
        if (!scripted()) return expect(member.getByRole("button", { name: "Verify this draw" })).toBeHidden();
        await theirs.checkHere();
        await expect(theirs.said).toHaveText(/^✓ Verified\. The published results match the draw exactly\. \(places: 60, numbers: 60, left over: \d+, in /);
        await lookAt(member);
        await theirs.checkFile("changed.json", changed);
        await expect(theirs.said).toHaveText(["✗ Doesn’t match. Differences: 1", ofPage]);
        await theirs.checkFile("note.json", "{\"hello\": 1}").catch(() => {});
        await expect(theirs.said.first()).toContainText("This isn’t a draw record");
        // Statements alone are held against the record of the page.
        await theirs.checkFiles({ "said.json": statements });
        const agreeing = [/^✓ Verified\..*places: 60/, "said.json", /^✓ Signed, in one chain: 1 statement of https:\S+, number 1; key \w{64}; last link \w{64}\.$/];
        const same = "✓ Of the draw: statement 1 (draw) says what the record says.";
        await expect(theirs.said).toHaveText(["The record of this page", ...agreeing, same]);
        await lookAt(member);
        await theirs.checkFiles({ "others.json": others, "record.json": record });
        const named = ["others.json", "✗ Doesn’t match. Differences: 1", otherRule, "record.json", /^✓ Verified\..*places: 60/];
        await expect(theirs.said).toHaveText(named);
        await theirs.checkFiles({ "said.json": statements.replace("equal.limit", "equal.turns") });
        await expect(theirs.said.filter({ hasText: "the signature is not that of the key" })).toHaveCount(1);
      });
    });
  });
});

test("what the public adds is named with the event and typed before the draw; drawn again only with a reason", async ({ world, enter, site }) => {
  const people = [await world.person("Asha Rao"), await world.person("Ben Okafor")];
  const event = await world.event("Rovers v United", 3, { randomness: "typed", public_input_name: "Lottery numbers of December 5", starts: inDays(20) });
  for (const person of people) await world.ask(event, person, [2, 1]);
  await world.move(event, "close");
  const page = await enter(site.admin);
  const draws = new DrawPages(page);
  await page.goto(`/events/${event}/allocate/draw`);
  await page.getByLabel("Lottery numbers of December 5 (public number)").fill("3 9 17");
  await lookAt(page);
  await draws.draw("Even out the season");
  await draws.open(event);
  await expect((await draws.details()).getByText("3 9 17")).toBeVisible();
  await page.goto(`/events/${event}/allocate/draw`);
  await page.getByRole("link", { name: "Redraw (needs a reason)" }).click();
  await page.getByLabel("Lottery numbers of December 5 (public number)").fill("3 9 17");
  await page.getByLabel("Reason for redrawing").fill("We typed yesterday's numbers");
  await page.getByRole("button", { name: "Run draw 2" }).click();
  await new Frame(page).says("The draw is done.");
  await draws.open(event);
  await expect(page.getByText("Draw 2 replaced draw 1. Reason for redraw: We typed yesterday's numbers")).toBeVisible();
  await expect((await draws.details()).getByText("Reason for redraw: We typed yesterday's numbers")).toBeVisible();
  await lookAt(page);
});

test("a draw with the public beacon is settled first; the page says when it comes and takes only the right number", async ({ world, enter, site }) => {
  const member = await world.person("Asha Rao");
  const event = await world.event("Rovers v United", 3, { randomness: "drand", starts: inDays(20) });
  await world.ask(event, member, [2, 1]);
  await world.move(event, "close");
  const page = await enter(site.admin);
  const draws = new DrawPages(page);
  await page.goto(`/events/${event}/allocate/draw`);
  await draws.way("Lottery").getByRole("radio").check();
  await page.getByRole("button", { name: "Settle the draw" }).click();
  await new Frame(page).says("The draw is settled.");
  await expect(page.getByText(/^It waits for round [\d,]+ of drand, which comes at /)).toBeVisible();
  await lookAt(page);
  // Round 1000: rightly signed, of another day.
  const other = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";
  for (const [typed, said] of [["banana", "“banana” isn’t a round’s signature"], [other, "This isn’t drand’s signature of round"]]) {
    await page.getByLabel("What the page shows").fill(typed ?? "");
    await page.getByRole("button", { name: "Make the draw" }).click();
    await expect(page.getByText(said ?? "")).toBeVisible();
    await expect(page.getByLabel("What the page shows")).toHaveValue(typed ?? "");
  }
  await lookAt(page);
  const theirs = await enter(member.address);
  await theirs.goto(`/events/${event}/draw`);
  await expect(theirs.getByText(/the draw is settled: Lottery\. It’s made with a public random number that comes at/)).toBeVisible();
  await theirs.getByText("Technical details").click();
  await theirs.getByRole("link", { name: "Everything this site stated about the event, signed" }).click();
  await expect(theirs.getByText("Draw 1, Lottery.")).toBeVisible();
  await expect(theirs.getByText("You. Request received")).toBeVisible();
  await lookAt(theirs);
});

test("what a new event’s form asks of something typed in is there only where that is chosen", async ({ enter, site }) => {
  const page = await enter(site.admin);
  await page.goto("/events/new");
  await page.getByText("Season, draw, and privacy").click();
  await expect(page.getByRole("radio", { name: /A round of drand/ })).toBeChecked();
  await expect(page.getByLabel("What you’ll type in")).toBeHidden();
  await page.getByRole("radio", { name: /Something typed in later/ }).check();
  await expect(page.getByLabel("What you’ll type in")).toBeVisible();
  await lookAt(page);
});
