//! Nobody's act changes what someone was told, asked for, or is owed without a message to them.

pub mod acts;
mod attacks;
mod everything;
mod functions;
mod people;
pub mod states;
