use tokio::task::JoinError;

use crate::{domain::ids::EventId, server::db::DbErr};

/// What broke while a service worked: a closed list. Only the log may name it; the visitor sees a reference.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error("the database failed: {0}")]
    Db(#[from] DbErr),
    #[error("a file for spreadsheets could not be written: {0}")]
    Csv(#[from] csv::Error),
    #[error("a workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("a page could not be written: {0}")]
    Page(#[from] askama::Error),
    #[error("a statement cannot be written: {0}")]
    Statement(allocation::statement::StatementError),
    #[error("chance gave no key to sign with")]
    SigningKey,
    /// A thread for long work ended early.
    #[error("a draw could not be computed: {0}")]
    Computing(#[from] JoinError),
    /// The row was changed by hand.
    #[error("event {event} has a public id that is none: {why}")]
    PublicId { event: EventId, why: allocation::LabelError },
    #[error("what was kept of the season of event {event} cannot be read")]
    KeptSeason { event: EventId },
    #[error("the list of event {event} is none that can be drawn: {why}")]
    List { event: EventId, why: allocation::ListError },
    #[error("a record of event {event} cannot be read: {why}")]
    Record { event: EventId, why: allocation::RecordError },
    #[error("the ledger of event {event} does not go on: {why}")]
    Ledger { event: EventId, why: allocation::after::Wrong },
    #[error("someone who asks for event {event} is missing in its last draw")]
    MissingInDraw { event: EventId },
}
