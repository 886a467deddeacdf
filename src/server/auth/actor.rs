use super::Client;
use crate::domain::person::Role;

/// A signed-in person, read from the database at every request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person's number.
    pub person: i32,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The session's number, to which drafts of forms are bound.
    pub session: i32,
    /// From where this request comes.
    pub client: Client,
}

impl Actor {
    /// Whether this is an admin.
    pub fn is_admin(&self) -> bool {
        self.role == Role::Admin
    }
}
