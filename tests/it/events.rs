//! Events: their life, their closing time, who may do what to them.

mod details;
mod left;
mod organizers;
mod permits;
mod states;
mod time;
