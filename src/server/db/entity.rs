//! The tables as SeaORM sees them. They never leave `server::db`.

pub mod address_change;
pub mod address_undo;
pub mod audit_entry;
pub mod counter;
pub mod creation;
pub mod draw;
pub mod draw_plan;
pub mod email_off;
pub mod event;
pub mod event_organizer;
pub mod form_draft;
pub mod limit;
pub mod outbox;
pub mod request;
pub mod request_list;
pub mod request_tier;
pub mod season;
pub mod session;
pub mod setup_link;
pub mod sign_in_attempt;
pub mod sign_in_link;
pub mod standing;
pub mod statement;
pub mod statement_head;
pub mod steward;
pub mod user;
