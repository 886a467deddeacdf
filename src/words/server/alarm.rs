//! What is wrong with the site, in words.

use catalog::alarm as say;

use crate::{domain::alarm::Cause, paths};

/// What is wrong, and how much. Of copies, 0 says that there is none.
pub fn alarm(cause: Cause, number: u64) -> String {
    match cause {
        Cause::Queue => say::queue(number),
        Cause::Failures => say::failures(number),
        Cause::Backup if number == 0 => say::no_backup().to_owned(),
        Cause::Backup => say::backup(number),
        Cause::Disk => say::disk(super::percent(number)),
        Cause::Admins => say::admins(number),
    }
}

/// The page on which something can be done about it.
pub const fn where_to_mend(cause: Cause) -> &'static str {
    match cause {
        Cause::Queue | Cause::Failures => paths::MAIL,
        Cause::Backup | Cause::Disk => paths::SETTINGS,
        Cause::Admins => paths::PEOPLE,
    }
}
