//! Ticket Pool: sharing scarce tickets fairly.
//!
//! `docs/ARCHITECTURE.md` tells the parts and walks through the main ways.

// A page is one type as deep as its view, where components are not erased.
#![recursion_limit = "256"]

pub mod api;
pub mod domain;
pub mod error;
pub mod islands;
pub mod paths;
pub mod reply;
pub mod words;

#[cfg(feature = "ssr")]
pub mod app;
#[cfg(feature = "ssr")]
pub mod cli;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod router;
#[cfg(feature = "ssr")]
pub mod server;

/// Called by the loader once the wasm is there; it then wakes the islands one by one.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
