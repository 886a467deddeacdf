//! Everything that runs only on the server. From the border inwards: `http`, `worker` → `services` → `db`. What starts it, `cli`,
//! stands above.

pub mod auth;
pub mod chance;
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
