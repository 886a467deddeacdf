//! What only the server says: pages, emails and commands.

mod account;
mod alarm;
mod apart;
mod called;
mod came_of;
mod counts;
mod deeds;
mod device;
mod fairness;
mod outbox;
mod overlap;
mod people_import;
mod relay;
mod settings;
mod statements;
mod when;

pub use account::{address, masked};
pub use alarm::{alarm, where_to_mend};
pub use apart::Apart;
pub use called::called;
pub use came_of::{Came, came_of, named_in};
pub use counts::{all_of, any_of, emails, no_season, number, people, percent, season, season_name, tickets, times};
pub use deeds::{KINDS, deed, details, kind};
pub use device::device;
pub use fairness::{Whom, runs, went};
pub use outbox::{TOLD_IN_PERSON, mail_reason, mail_state, mail_why, sending_time};
pub use overlap::overlap;
pub use people_import::{import_button, import_counts, not_read};
pub use settings::setting;
pub use statements::{chain, stated, statement};
pub use when::{
    day_apart, distance, long_date, month, short_date, time_for, to_the_second, when, when_exact, when_for_you,
    when_short, zone_name,
};

/// What a role is called, by its word; a word that is none is shown as it is.
pub fn role(word: &str) -> &str {
    match word {
        "member" => catalog::people::role_member(),
        "organizer" => catalog::people::role_organizer(),
        "admin" => catalog::people::role_admin(),
        other => other,
    }
}

/// What whoever may not list people types to choose one.
pub fn name_exactly() -> &'static str {
    catalog::request::exactly()
}

/// That nothing can be saved, for admins; `why` is what the database says.
pub fn unwritable(why: &str) -> String {
    catalog::frame::unwritable(why)
}
