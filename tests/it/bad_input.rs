//! Every server function, called raw with everything that can be wrong: there is an answer, and nothing changes.

mod accounts;
mod boards;
mod cases;
mod draws;
mod event_forms;
mod everything;
mod guests;
mod handing_on;
mod identities;
mod moves;
mod people;
mod people_import;
mod requests;
mod scene;
mod seasons;
mod shapes;
mod tickets;
mod ways_in;
