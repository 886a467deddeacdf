// Hashes, and the one way to compare two texts.

import { createHash, createHmac } from "node:crypto";

export const sha256 = (data) => createHash("sha256").update(data).digest();
export const hmac = (key, message) => createHmac("sha256", key).update(message).digest();

// Labels are ASCII, so `<` on strings is byte order. localeCompare would depend on the machine.
export const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export const byLabel = (a, b) => compare(a.label, b.label);
