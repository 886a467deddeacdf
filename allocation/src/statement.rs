//! What a site said and when, in one chain that it signs, so that it cannot take anything back or slip anything in.
//!
//! A [`Statement`] is a few lines of text, its body. The [`digest`] of a body and the link before it make the next [`link`];
//! the site signs [`signed_bytes`] of the link with Ed25519 (RFC 8032). So a signature covers a body and everything that
//! was said before it, and a statement that may not be shown can be represented by its digest alone. Links of links are how
//! S. Haber and W. S. Stornetta, "How to time-stamp a digital document", 1991, make a history that nobody can rewrite.
//! `docs/DRAW.md` says the same for people who write a program of their own.

mod against;
mod body;
mod chain;
mod check;
mod contradictions;
mod facts;
mod file;
#[cfg(feature = "ed25519")]
mod key;
mod kind;

pub use against::{Compared, Disagreement, against, against_record};
pub use body::{FORMAT, MAX_KEY, MAX_VALUE, Statement, StatementError};
pub use chain::{PublicKey, START, Signature, digest, link, signed_bytes};
pub use check::Fault;
pub use contradictions::{Contradiction, contradictions};
pub use facts::{Facts, digests, randomness_name, rule_name};
pub use file::{FILE_FORMAT, Said, StatementFile};
#[cfg(feature = "ed25519")]
pub use key::{SigningKey, verify};
pub use kind::Kind;
