import { createHash, generateKeyPairSync, sign } from "node:crypto";

const sha256 = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const { publicKey, privateKey } = generateKeyPairSync("ed25519");

/** What a site would say of the draw in a record, signed with a key of this run: a file of statements. */
export function statementsOf(record: string, rule?: string): string {
  const { event, draw, order, fill, commitment, code, requests, result } = JSON.parse(record);
  const pinned = requests.filter((one: { pinned: number | null }) => one.pinned !== null);
  if (pinned.length > 0) throw new Error("only draws with nothing set by hand");
  const lines = {
    site: "https://tickets.example.org",
    number: 1,
    at: "2026-11-29T08:27:25.123Z",
    kind: "draw",
    event,
    draw,
    rule: rule ?? `${order}.${fill}`,
    code,
    commitment: commitment.hash,
    "requests-digest": result.requests_digest,
    "pins-digest": sha256(`ticket-pool/pins/v1\t${event}\n`).toString("hex"),
    randomness: "none",
  };
  const body = ["ticket-pool/statement/1", ...Object.entries(lines).map(([key, value]) => `${key}: ${value}`), ""].join("\n");
  const link = sha256(Buffer.alloc(32), sha256(body));
  const signature = sign(null, Buffer.concat([Buffer.from("ticket-pool/statement/1\n"), link]), privateKey).toString("hex");
  return JSON.stringify({
    format: "ticket-pool/statements/1",
    site: lines.site,
    key: publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex"),
    before: "0".repeat(64),
    first: 1,
    statements: [{ body, signature }],
  });
}
