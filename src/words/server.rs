//! What only the server says: pages, emails and commands.

mod account;
mod apart;
mod counts;
mod deeds;
mod device;
mod fairness;
mod outbox;
mod people_import;
mod settings;
mod statements;
mod when;

pub use account::{address, masked};
pub use apart::{Apart, called};
pub use counts::{all_of, any_of, emails, no_season, people, percent, season, tickets, times};
pub use deeds::{KINDS, deed, details};
pub use device::device;
pub use fairness::{Whom, runs, went};
pub use outbox::{PRINTED, SES_SILENT, TOLD_IN_PERSON, mail_state, sending_time, tried_again};
pub use people_import::{
    import_button, import_counts, not_read, people_too_many, people_without_address, stands_again,
};
pub use settings::{WHERE_TO_CHANGE, setting};
pub use statements::{chain, stated, statement};
pub use when::{
    day_apart, distance, long_date, month, short_date, time_for, to_the_second, when, when_exact, when_for_you,
    when_short, zone_name,
};

/// What whoever may not list people types to choose one.
pub fn name_exactly() -> &'static str {
    catalog::request::exactly()
}

/// That nothing can be saved, for admins; `why` is what the database says.
pub fn unwritable(why: &str) -> String {
    format!("Nothing can be saved at the moment, by anyone. The database says: {why}. Is its disk full?")
}
