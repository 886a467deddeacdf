//! Pages: whom they are for, what they never show, what they load.

mod access;
mod escaping;
mod install;
pub mod languages;
mod loading;
mod organizers;
mod readers;
