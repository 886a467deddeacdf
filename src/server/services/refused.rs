use crate::{
    domain::typed::{FieldError, Problem},
    error::{Obstacle, Refusal},
    server::{db::DbErr, services::Fault},
};

/// Why a service did nothing: a refusal for the visitor, or a fault that only the log may name.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    #[error("refused: {0:?}")]
    Refusal(Refusal),
    #[error(transparent)]
    Fault(Fault),
}

/// What a service returns.
pub type Done<T = ()> = Result<T, Refused>;

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(refusal)
    }
}

impl From<Fault> for Refused {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<DbErr> for Refused {
    fn from(error: DbErr) -> Self {
        Self::Fault(Fault::Db(error))
    }
}

impl From<Obstacle> for Refused {
    fn from(why: Obstacle) -> Self {
        Self::Refusal(Refusal::NotNow { why })
    }
}

impl From<Vec<FieldError>> for Refused {
    fn from(fields: Vec<FieldError>) -> Self {
        Self::Refusal(Refusal::Invalid { fields })
    }
}

impl Refused {
    /// One field that cannot be accepted.
    pub fn field(field: &str, problem: Problem) -> Self {
        Self::Refusal(Refusal::field(field, problem))
    }

    /// Whether a link is what did not work: it is used, expired, or was never there.
    pub fn is_spent_link(&self) -> bool {
        matches!(self, Self::Refusal(Refusal::NotNow { why: Obstacle::LinkSpent }))
    }

    /// Someone else changed it since the page was made; what, is not listed.
    pub fn conflict() -> Self {
        Self::Refusal(Refusal::Conflict { changes: Vec::new() })
    }

    /// A taken email address when `error` says that a unique column has this value already, the fault itself otherwise.
    /// (The check before it can lose a race; the constraint cannot.)
    pub fn address_taken(error: DbErr) -> Self {
        match error.sql_err() {
            Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => Self::field("email", Problem::AddressTaken),
            _ => Self::Fault(error.into()),
        }
    }
}
