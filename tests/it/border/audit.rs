//! The audit log: what is noted, how it is kept, who reads it.

mod entries;
mod file;
mod flood;
mod page;
mod sentences;
mod words;
