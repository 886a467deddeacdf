//! Draws: what is published before, the frozen list, the draw itself, what follows from it.
//!
//! An event publishes its commitment when it is created ([`commit`]) and its list when requests close ([`freeze`]). A draw
//! ([`make`]) reveals the next code of the chain, computes and keeps the record; it becomes the board only when it is put
//! there ([`put`]), and can be taken off again ([`take_off`]). With a beacon it is settled first and made when the round
//! comes ([`draw_due`], [`paste_round`]). What comes back or is added is given out in the same order
//! ([`fill_further`]). [`show`] is what everyone sees of it, [`desk`] what its organizers decide with.

mod catch_up;
mod commit;
mod cut;
mod desk;
mod freeze;
mod further;
mod keep;
mod list;
mod make;
mod missed;
mod places;
mod planned;
mod put;
mod season;
mod show;

pub use catch_up::{catch_up, keys_missing};
pub(super) use commit::commit;
pub use cut::Cut;
pub use desk::{Desk, Move, desk};
pub(super) use freeze::{freeze, freeze_anew};
pub use further::fill_further;
pub use list::{event_label, label};
pub(super) use list::{is_stale, obstacle, request_list};
pub(super) use make::must_not_wait;
pub use make::{Made, make};
pub use missed::Behind;
pub(super) use missed::behind;
pub use places::Place;
pub(super) use places::read_draw;
pub(super) use planned::call_off;
pub use planned::{draw_due, paste_round};
pub use put::{put, take_off};
pub use season::standings;
pub use show::{Shown, record, show};
