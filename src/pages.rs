//! Every page: what it reads, and how it shows it. One file a resource; what belongs to it stands in its folder.

mod about;
mod account;
mod admin;
mod allocate;
mod audit;
mod dashboard;
mod door;
mod draw;
mod emails;
mod event;
mod guests;
mod history;
mod locked;
mod mail;
mod manage_events;
mod offer;
mod people;
mod problem;
mod request;
mod results;
mod review;
mod season;
mod seasons;
mod set_up;
mod settings;
mod sign_in;
mod statements;
mod styleguide;
mod undo_address;

use crate::server::http::Visit;

pub use about::{accessibility, offline};
pub use account::account;
pub use admin::admin;
pub use allocate::allocate;
pub use audit::audit;
pub use dashboard::dashboard;
pub use door::door;
pub use draw::{draw, draw_desk};
pub use emails::emails;
pub use event::{after_settings, edit_event, event, handouts, new_event, organizers};
pub use history::history;
pub use mail::mail;
pub use manage_events::{manage_events, trash};
pub use offer::offer;
pub use people::{import_people, new_person, people, person};
pub use problem::{not_found, problem};
pub use request::{request, request_for, request_of};
pub use results::results;
pub use review::review;
pub use season::season;
pub use seasons::seasons;
pub use set_up::set_up;
pub use settings::settings;
pub use sign_in::{check_mail, landing, sign_in};
pub use statements::statements;
pub use styleguide::styleguide;
pub use undo_address::undo_address;

/// The page of a long list that the query asks for, from 1; a garbled one is the first.
fn page_number(visit: &Visit) -> u64 {
    visit.query("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1)
}
