//! An event's door: who is expected, with whom, and who came.

mod came;
mod list;
mod table;

pub use self::{
    came::note_came,
    list::{Door, Expected, door},
    table::door_table,
};
