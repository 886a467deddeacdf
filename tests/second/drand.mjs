// Rounds of drand's chain quicknet. The one file that needs a package, so it is loaded only for records with a round.

import { bls12_381 } from "@noble/curves/bls12-381.js";
import { sha256 } from "./bytes.mjs";

export const QUICKNET = "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971";
const PUBLIC_KEY =
  "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451" +
  "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a";
const TAG = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";
const { Signature, hash, verify } = bls12_381.shortSignatures;
const publicKey = bls12_381.G2.Point.fromHex(PUBLIC_KEY);

// Whether e(signature, generator of G2) = e(hash of the message, public key).
function verifies(round, signature) {
  const number = Buffer.alloc(8);
  number.writeBigUInt64BE(BigInt(round));
  try {
    const point = Signature.fromHex(signature); // throws where it is no point of the curve
    if (point.is0() || !point.isTorsionFree()) return false;
    return verify(point, hash(sha256(number), TAG), publicKey);
  } catch {
    return false;
  }
}

// A pairing takes a quarter of a second, and many records may have the same round.
const known = new Map();
export function isSignatureOf(round, signature) {
  const key = `${round} ${signature}`;
  if (!known.has(key)) known.set(key, verifies(round, signature));
  return known.get(key);
}
