//! Nobody's act changes what someone was told, asked for, or is owed without a message to them.

mod attacks;
pub mod everything;
mod functions;
mod people;
