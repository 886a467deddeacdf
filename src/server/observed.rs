//! What the running site has seen of itself and keeps in memory, for admins and their programs.

mod emails;
mod requests;

use tokio::sync::watch;

use crate::domain::alarm::Alarm;

pub use emails::Emails;
pub use requests::{Answered, Requests, WITHIN};

/// Everything that was seen. Nobody's name or address is in it.
#[derive(Debug, Default)]
pub struct Observed {
    /// Why no copy of the database could be made when it was tried last; `None`: it could, or none is made by itself.
    pub no_backup: watch::Sender<Option<String>>,
    /// What is wrong with the site, as it was seen last.
    pub alarms: watch::Sender<Vec<Alarm>>,
    /// How tries to send emails ended.
    pub emails: Emails,
    /// What was answered, where someone reads the figures.
    pub requests: Requests,
}
