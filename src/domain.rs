//! Typed values with `parse`: what a person, an event, a request and a decision may be.
//!
//! Raw strings become these types once, here. Nothing below this layer sees what was typed, and nothing in it does
//! input or output.

#[cfg(feature = "ssr")]
pub mod after;
pub mod alarm;
pub mod board;
#[cfg(feature = "ssr")]
pub mod board_view;
pub mod deed;
pub mod draw;
pub mod event;
#[cfg(feature = "ssr")]
pub mod event_details;
pub mod guest;
#[cfg(feature = "ssr")]
pub mod handout;
pub mod ids;
pub mod message;
pub mod person;
pub mod request;
#[cfg(feature = "ssr")]
pub mod schedule;
pub mod typed;
pub mod visible;
