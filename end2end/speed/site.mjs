// The program as people run it, with a made-up organization, and an admin's session.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Starts the program on a database of its own, with one event that `crowd` people ask for. */
export async function start(crowd) {
  const program = resolve(process.env.TICKET_POOL_BIN ?? "../target/release/ticket-pool");
  const folder = mkdtempSync(join(tmpdir(), "speed-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    PATH: process.env.PATH,
    DATABASE: join(folder, "tickets.db"),
    APP_URL: url,
    LISTEN: `127.0.0.1:${port}`,
    LEPTOS_SITE_ROOT: resolve("../target/site"),
    RUST_LOG: "warn",
  };
  const command = (...args) => execFileSync(program, args, { env, cwd: folder, encoding: "utf8" });
  command("seed-demo", "--crowd", String(crowd));
  const child = spawn(program, ["serve"], { env, cwd: folder, stdio: "ignore" });
  for (let tries = 0; !(await fetch(`${url}/healthz`).catch(() => null))?.ok; tries++) {
    if (tries > 400) throw new Error(`${program} does not answer`);
    await new Promise((later) => setTimeout(later, 25));
  }
  const cookie = await signIn(url, /http\S+/.exec(command("login-link", "dana@example.org"))[0]);
  const stop = async () => {
    child.kill();
    await once(child, "exit");
    rmSync(folder, { recursive: true });
  };
  return { url, cookie, stop };
}

async function signIn(url, link) {
  const answer = await fetch(`${url}/api/sign-in/redeem`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, accept: "text/html" },
    body: new URLSearchParams({ token: link.split("/").pop() }),
  });
  const session = answer.headers.getSetCookie().find((cookie) => /^[^=]*session=/.test(cookie));
  if (!session) throw new Error(`nobody was signed in: ${answer.status}`);
  return session.split(";")[0];
}
