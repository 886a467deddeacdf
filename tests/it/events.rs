//! Events: their life, their closing time, who may do what to them.

mod details;
mod left;
mod organizers;
mod permits;
mod place;
mod states;
mod time;
