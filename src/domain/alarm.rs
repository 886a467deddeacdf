//! What on a site needs an admin at once.

use strum::{EnumString, IntoStaticStr, VariantArray};

/// Why an alarm is raised. The words in the database are the names here, in small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum Cause {
    /// Emails that are due do not leave.
    Queue,
    /// Several emails failed within an hour.
    Failures,
    /// The latest copy of the database is too old.
    Backup,
    /// The disk of the database is almost full.
    Disk,
    /// Emails do not get to someone who would be told of all this.
    Admins,
}

/// Something that is wrong now, with the number that says how much: minutes, emails, hours (0: there is no copy), percent, admins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    pub cause: Cause,
    pub number: u64,
}

impl Cause {
    /// All of them, the most pressing first.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The word used in the database.
    pub fn as_str(self) -> &'static str {
        self.into()
    }

    /// Reads [`Cause::as_str`] back.
    pub fn parse(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Cause;

    /// They stand in databases: another word for the same is a migration.
    #[test]
    fn the_words_in_the_database_stay_as_they_are() {
        let words = ["queue", "failures", "backup", "disk", "admins"];
        assert!(Cause::ALL.iter().map(|cause| cause.as_str()).eq(words));
        assert!(Cause::ALL.iter().all(|&cause| Cause::parse(cause.as_str()) == Some(cause)));
        assert_eq!(Cause::parse("Queue"), None);
    }
}
