//! Allocating by hand: the board, its drafts, the review, finalizing.

mod board;
mod finalize;
mod results;
mod review;
mod save;
mod sheet;

pub use board::{Board, BoardRow, board};
pub use finalize::{Finalizing, Telling, finalize, is_other_than_told};
pub use results::{Results, results, results_table};
pub use review::{Review, review};
pub use save::{Saved, save};
