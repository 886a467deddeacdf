//! Every URL of the site.

#[cfg(feature = "ssr")]
mod asking;

use strum::{EnumString, IntoStaticStr};

#[cfg(feature = "ssr")]
pub use self::asking::*;
#[cfg(feature = "ssr")]
use crate::domain::board_view::BoardView;
use crate::domain::ids::{EventId, PersonId, SeasonId};

/// Every server function stands below this.
pub const API: &str = "/api";
pub const DASHBOARD: &str = "/";
pub const SIGN_IN: &str = "/sign-in";
pub const CHECK_MAIL: &str = "/sign-in/check-mail";
/// The page behind the link of an email; `{token}` follows.
pub const LINK: &str = "/sign-in/link";
/// The page behind the set-up URL; `{token}` follows.
pub const SET_UP: &str = "/set-up";
/// The page behind the link that takes a change of address back; `{token}` follows.
pub const UNDO_ADDRESS: &str = "/undo-address";
/// The page behind the link at the foot of an email that can be turned off; `{token}` follows. A POST there turns it off.
pub const EMAILS: &str = "/emails";
/// The page behind the link in an email that offers tickets; `{token}` follows.
pub const OFFERS: &str = "/offers";
pub const ACCOUNT: &str = "/account";
/// What is stored about whoever asks, as a file.
pub const OWN_DATA: &str = "/account/data.json";
pub const EVENTS: &str = "/events";
/// All events of 24 months as a file.
pub const EVENTS_CSV: &str = "/events.csv";
pub const EVENTS_XLSX: &str = "/events.xlsx";
/// Who keeps which season.
pub const SEASONS: &str = "/seasons";
pub const NEW_EVENT: &str = "/events/new";
/// How the site does, and what needs someone.
pub const ADMIN: &str = "/admin";
pub const PEOPLE: &str = "/admin/people";
pub const NEW_PERSON: &str = "/admin/people/new";
pub const IMPORT_PEOPLE: &str = "/admin/people/import";
/// Everyone as a file.
pub const PEOPLE_CSV: &str = "/admin/people.csv";
pub const PEOPLE_XLSX: &str = "/admin/people.xlsx";
pub const MAIL: &str = "/admin/mail";
pub const MANAGE_EVENTS: &str = "/admin/events";
/// How the settings read.
pub const SETTINGS: &str = "/admin/settings";
/// A new event with something in it already.
pub const SAMPLE_EVENT: &str = "/events/new?sample=1";
pub const TRASH: &str = "/admin/bin";
pub const AUDIT: &str = "/admin/audit";
/// The audit log as a file.
pub const AUDIT_CSV: &str = "/admin/audit.csv";
pub const AUDIT_XLSX: &str = "/admin/audit.xlsx";
/// A page that says why something is not there; the word of a [`ProblemPage`] follows.
pub const PROBLEM: &str = "/problem";
/// What still works without a connection; kept by the service worker.
pub const OFFLINE: &str = "/offline";
/// What is accessible here, what is not, and whom to tell.
pub const ACCESSIBILITY: &str = "/accessibility";
/// How the site is installed on a phone.
pub const WEB_MANIFEST: &str = "/manifest.webmanifest";
pub const HEALTHZ: &str = "/healthz";
pub const READYZ: &str = "/readyz";
/// Where browsers report what the content security policy blocked.
pub const CSP_REPORT: &str = "/csp-report";
/// Where Amazon SNS posts what became of emails.
pub const SNS_HOOK: &str = "/hooks/sns";
pub const SECURITY_TXT: &str = "/.well-known/security.txt";
/// The end of the chain of statements, and the key behind it.
pub const HEAD: &str = "/.well-known/ticket-pool.json";

/// The parts of the site that are for everyone, with all that is asked for below them: a link that was cut off or has a
/// slash too many shows what is wrong with it, instead of the way to sign in with the token in its query. Every other page
/// wants someone signed in.
pub const FOR_EVERYBODY: [&str; 8] = [SIGN_IN, SET_UP, UNDO_ADDRESS, EMAILS, OFFERS, PROBLEM, ACCESSIBILITY, OFFLINE];

/// The endpoint of a server function.
pub fn api(name: &str) -> String {
    format!("{API}/{name}")
}

/// Landing page of a sign-in link.
pub fn link(token: &str) -> String {
    format!("{LINK}/{token}")
}

/// Set-up page.
pub fn set_up(token: &str) -> String {
    format!("{SET_UP}/{token}")
}

/// The page that takes a change of address back.
pub fn undo_address(token: &str) -> String {
    format!("{UNDO_ADDRESS}/{token}")
}

/// The page behind the link at the foot of an email.
pub fn emails(token: &str) -> String {
    format!("{EMAILS}/{token}")
}

/// The page behind the link in an email that offers tickets.
pub fn offer(token: &str) -> String {
    format!("{OFFERS}/{token}")
}

/// Which emails one gets, on the account page.
pub fn account_emails() -> String {
    format!("{ACCOUNT}#emails")
}

/// An event. The same as in the emails of the former system.
pub fn event(id: EventId) -> String {
    format!("{EVENTS}/{id}")
}

/// A new event that is like this one.
pub fn event_like(id: EventId) -> String {
    format!("{NEW_EVENT}?like={id}")
}

/// Editing an event.
pub fn edit_event(id: EventId) -> String {
    format!("{EVENTS}/{id}/edit")
}

/// Who runs an event.
pub fn organizers(id: EventId) -> String {
    format!("{EVENTS}/{id}/organizers")
}

/// What an organizer sets about the time after the result, and does in it by hand.
pub fn event_after(id: EventId) -> String {
    format!("{EVENTS}/{id}/after")
}

/// Seats and files for those who have tickets, for those who run the event.
pub fn handouts(id: EventId) -> String {
    format!("{EVENTS}/{id}/handouts")
}

/// The file of someone who has tickets.
pub fn handout_file(id: EventId, person: PersonId) -> String {
    format!("{EVENTS}/{id}/handouts/{person}.pdf")
}

/// One's own request for an event.
pub fn request(id: EventId) -> String {
    format!("{EVENTS}/{id}/request")
}

/// Asking for someone, as an organizer: choosing whom.
pub fn request_for(id: EventId) -> String {
    format!("{EVENTS}/{id}/request-for")
}

/// Someone's request, as an organizer.
pub fn request_of(id: EventId, person: PersonId) -> String {
    format!("{EVENTS}/{id}/request-for/{person}")
}

/// The organizer's desk.
pub fn allocate(id: EventId) -> String {
    format!("{EVENTS}/{id}/allocate")
}

/// Some rows of the board; everyone by name is the desk itself.
#[cfg(feature = "ssr")]
pub fn board(id: EventId, view: &BoardView) -> String {
    let query = view.query();
    if query.is_empty() { allocate(id) } else { format!("{}?{query}", allocate(id)) }
}

/// Comparing rules and drawing, as an organizer.
pub fn draw_desk(id: EventId) -> String {
    format!("{EVENTS}/{id}/allocate/draw")
}

/// The same, with the comparison also where there is a draw already.
pub fn draw_again(id: EventId) -> String {
    format!("{EVENTS}/{id}/allocate/draw?again=1")
}

/// What everyone may know about an event's draws.
pub fn draw(id: EventId) -> String {
    format!("{EVENTS}/{id}/draw")
}

/// The record of a draw as a file.
pub fn record(id: EventId, draw: u32) -> String {
    format!("{EVENTS}/{id}/draws/{draw}.json")
}

/// What was stated of an event.
pub fn statements(id: EventId) -> String {
    format!("{EVENTS}/{id}/statements")
}

/// The same as a file.
pub fn statements_file(id: EventId) -> String {
    format!("{EVENTS}/{id}/statements.json")
}

/// An event as a file for a calendar.
pub fn calendar(id: EventId) -> String {
    format!("{EVENTS}/{id}/event.ics")
}

/// The page before finalizing.
pub fn review(id: EventId) -> String {
    format!("{EVENTS}/{id}/review")
}

/// The result as a list for paper.
pub fn results(id: EventId) -> String {
    format!("{EVENTS}/{id}/results")
}

/// The result as a file.
pub fn results_csv(id: EventId) -> String {
    format!("{EVENTS}/{id}/results.csv")
}

/// The list for the door of an event.
pub fn door(id: EventId) -> String {
    format!("{EVENTS}/{id}/door")
}

/// The same as a file.
pub fn door_csv(id: EventId) -> String {
    format!("{EVENTS}/{id}/door.csv")
}

/// A person, for admins.
pub fn person(id: PersonId) -> String {
    format!("{PEOPLE}/{id}")
}

/// A page of all events of 24 months.
pub fn events(page: u64) -> String {
    format!("{EVENTS}?page={page}")
}

/// A page of the events in a state, or of `all`, for admins.
pub fn manage_events(show: &str, page: u64) -> String {
    let page = if page > 1 { format!("&page={page}") } else { String::new() };
    format!("{MANAGE_EVENTS}?show={show}{page}")
}

/// One list of the email queue, for admins.
pub fn mails(show: &str) -> String {
    format!("{MAIL}?show={show}")
}

/// Where everyone stands in a season.
pub fn season(id: SeasonId) -> String {
    format!("{SEASONS}/{id}")
}

/// A page of the people in a season.
pub fn season_page(id: SeasonId, page: u64) -> String {
    if page > 1 { format!("{SEASONS}/{id}?page={page}#everyone") } else { format!("{SEASONS}/{id}#everyone") }
}

/// Where everyone stands in a season, as a file.
pub fn season_csv(id: SeasonId) -> String {
    format!("{SEASONS}/{id}/people.csv")
}

/// The pages that say why something is not there, or was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", const_into_str)]
pub enum ProblemPage {
    Forbidden,
    NotFound,
    SignedOut,
    Failed,
    TooMany,
    Garbled,
}

/// Why something is not there.
pub fn problem(page: ProblemPage) -> String {
    format!("{PROBLEM}/{}", page.into_str())
}
