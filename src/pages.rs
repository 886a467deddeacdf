//! Every page: what it reads, and how it shows it. One file a resource.

mod account;
mod allocate;
mod allocate_row;
mod audit;
mod dashboard;
mod draw;
mod draw_desk;
mod draw_place;
mod event;
mod event_desk;
mod event_form;
mod history;
mod mail;
mod organizers;
mod people;
mod problem;
mod request;
mod results;
mod review;
mod set_up;
mod settings;
mod settings_facts;
mod sign_in;

use leptos_router::hooks::use_params_map;

pub use account::account;
pub use allocate::allocate;
pub use audit::audit;
pub use dashboard::dashboard;
pub use draw::draw;
pub use draw_desk::draw_desk;
pub use event::event;
pub use event_form::{edit_event, new_event};
pub use history::{bin, history};
pub use mail::mail;
pub use organizers::organizers;
pub use people::{new_person, people, person};
pub use problem::{not_found, problem};
pub use request::{request, request_for, request_of};
pub use results::results;
pub use review::review;
pub use set_up::set_up;
pub use settings::settings;
pub use sign_in::{check_mail, landing, sign_in};

/// A part of the URL's path.
fn param(name: &str) -> String {
    use leptos::prelude::GetUntracked;
    use_params_map().get_untracked().get(name).unwrap_or_default()
}

/// A number in the URL's path; a garbled one is nobody's and nothing's.
fn number(name: &str) -> i32 {
    param(name).parse().unwrap_or(0)
}
