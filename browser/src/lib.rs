//! The wasm that wakes the islands. A package of its own: a library that is also linked to a program of its own
//! gets no optimization across crates, and costs every dependency two kinds of machine code.
#![cfg(target_family = "wasm")]

pub use ticket_pool::hydrate;
