//! What a form cannot do: the live sentence under the numbers, the board that saves itself.
//!
//! Islands do not draw the fields. They stand around fields that the server has drawn, listen to what bubbles up, and
//! read the page as it is, so that what was typed before they woke stays, and a board of 2,000 rows wakes quickly.

mod board;
mod dom;
mod post;
mod tier_picker;

pub use board::Board;
pub use tier_picker::TierPicker;
