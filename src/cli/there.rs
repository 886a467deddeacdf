//! Commands that are about what a database holds: where there is none, opening would make an empty one, and they would
//! answer about that.

use super::{Ended, args::Command};
use crate::server::config::{DatabaseAt, Settings};

/// Lets a command that makes no database run only where there is one. A file that cannot be looked at is left to the opening,
/// which says why.
///
/// # Errors
/// There is no such file.
pub fn must_be_there(command: &Command, settings: &Settings) -> Ended {
    match (&settings.database, undone(command)) {
        (DatabaseAt::Sqlite(file), Some(undone)) if file.try_exists().is_ok_and(|is_there| !is_there) => {
            Err(format!("there is no database {}; is DATABASE right? {undone}", file.display()))
        }
        _ => Ok(()),
    }
}

/// What a command did not do where there is no database; `None`: it may begin with an empty one, or looks by itself.
fn undone(command: &Command) -> Option<&'static str> {
    match command {
        Command::Backup { .. } => Some("Nothing was copied."),
        Command::LoginLink { .. } => Some("No link was made."),
        Command::RevokeSessions { .. } => Some("Nobody was signed out."),
        Command::Recount => Some("Nothing was counted."),
        Command::Witness => Some("Nothing was read."),
        Command::HoldEmails => Some("No email was held."),
        Command::Serve
        | Command::Init { .. }
        | Command::Admin { .. }
        | Command::Migrate { .. }
        | Command::ImportLegacy { .. }
        | Command::SeedDemo { .. }
        | Command::Draw { .. }
        | Command::Verify { .. }
        | Command::Restore { .. }
        | Command::Healthcheck
        | Command::Doctor => None,
    }
}
