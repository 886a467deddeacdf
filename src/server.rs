//! Everything that runs only on the server. From the border inwards: `cli`, `http`, `worker` → `services` → `db`.

pub mod auth;
pub mod chance;
pub mod cli;
pub mod clock;
pub mod comparisons;
pub mod config;
pub mod db;
pub mod doctor;
pub mod http;
pub mod mail;
pub mod services;
pub mod site;
pub mod worker;
