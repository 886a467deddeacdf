//! The border to the web: what a request passes before anything answers it, the visit that pages and server functions
//! read, and their replies. Which check stands before which URL is said in `router`.

pub mod assets;
pub mod body;
pub mod border;
pub mod client;
mod cookies;
pub mod deadline;
pub mod guard;
pub mod headers;
pub mod listen;
pub mod measure;
pub mod multipart;
pub mod packed;
pub mod prelude;
pub mod reply;
pub mod twice;
mod visit;

pub use self::{
    cookies::Jar,
    visit::{Visit, Visitor, visit},
};
