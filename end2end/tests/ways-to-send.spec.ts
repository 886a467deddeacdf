import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "../fixtures";
import { sesEnv } from "../fixtures/mail";
import { freePort } from "../fixtures/process";
import { Relay } from "../fixtures/relay";
import { Site } from "../fixtures/site";
import { World } from "../fixtures/world";

/** An SES endpoint that keeps what it is given octet for octet. */
async function rawEndpoint(): Promise<{ url: string; raw: Buffer[]; stop: () => void }> {
  const raw: Buffer[] = [];
  const account = { SendingEnabled: true, ProductionAccessEnabled: true, SendQuota: { Max24HourSend: 50_000, MaxSendRate: 50, SentLast24Hours: 0 } };
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    if (request.method === "POST") {
      const { Content } = JSON.parse(Buffer.concat(parts).toString()) as { Content: { Raw: { Data: string } } };
      raw.push(Buffer.from(Content.Raw.Data, "base64"));
    }
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(request.method === "POST" ? { MessageId: `letter-${raw.length}` } : account));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, raw, stop: () => server.close() };
}

/** Waits until letters came, and no more come. */
async function settled(letters: () => Promise<Buffer[]>): Promise<Buffer[]> {
  let before = -1;
  await expect
    .poll(async () => {
      const now = (await letters()).length;
      const still = now > 0 && now === before;
      before = now;
      return still;
    }, { timeout: 150_000, intervals: [4_000] })
    .toBe(true);
  return letters();
}

/** A letter without what each way puts before it, and the time: by its name. */
function byName(letters: Buffer[]): Map<string, string> {
  return new Map(
    letters.map((octets) => {
      const text = octets.toString("latin1").replaceAll("\r\n", "\n").replace(/\n+$/, "\n");
      const [head, ...rest] = text.split("\n\n");
      const headers = head.split(/\n(?![ \t])/).filter((header) => !/^(Received|Date):/.test(header));
      const name = headers.find((header) => header.startsWith("Message-ID: ")) ?? "";
      return [name, [headers.join("\n"), ...rest].join("\n\n")];
    }),
  );
}

/** The letters are written when they leave: those of these subjects hold secrets of their own. */
const SECRET = /^Subject: .*(Welcome|sign-in)/m;

test("the same letters leave by a mail server and by SES, octet for octet", async ({ browser, domain }) => {
  test.setTimeout(400_000);
  const [relay, ses] = await Promise.all([Relay.start(), rawEndpoint()]);
  // Nobody is there: everything waits.
  const site = await Site.prepare(sesEnv(`http://127.0.0.1:${await freePort()}`));
  try {
    await test.step("people ask, tickets are drawn, and two get them", async () => {
      await site.command("init", "--email", `ada@${domain}`, "--name", "Ada Lovelace");
      await site.serve();
      const context = await browser.newContext({ baseURL: site.url });
      const token = (await site.loginLink(`ada@${domain}`)).split("/").pop() ?? "";
      await context.request.post("/api/sign-in/redeem", { form: { token }, headers: { accept: "text/html", origin: site.url } });
      const world = new World(context.request, site.url, domain);
      const [asha, ben] = [await world.person("Asha Rao"), await world.person("Bén Õkafor", "member", "ben")];
      const event = await world.closed("Rovers v Ünited 🎟 =?utf-8?b?eA==?=", 5, [[asha, [2]], [ben, [4, 3]]]);
      await world.draw(event, "");
      await world.putDraw(event);
      await world.finalize(event, "Gate B.\n.\n..\nFrom noon.");
      await context.close();
      await site.stops();
    });
    const sent = await test.step("by SES", async () => {
      const copy = await site.copied(sesEnv(ses.url));
      await copy.serve();
      const letters = await settled(async () => ses.raw);
      await copy.stop();
      return byName(letters);
    });
    const handed = await test.step("by a mail server", async () => {
      const copy = await site.copied(relay.env);
      await copy.serve();
      const letters = await settled(() => relay.raw());
      await copy.stop();
      return byName(letters);
    });
    expect([...handed.keys()].sort()).toEqual([...sent.keys()].sort());
    const open = [...sent].filter(([, letter]) => !SECRET.test(letter));
    expect(open.length, "letters of which nothing is secret").toBeGreaterThanOrEqual(4);
    for (const [name, letter] of open) expect(handed.get(name)).toBe(letter);
  } finally {
    await site.stop();
    ses.stop();
    await relay.stop();
  }
});
