//! Everything that runs only on the server. From the border inwards: `http`, `worker` → `services` → `db`. The
//! roof above it all stands outside: `router` and `cli`.

pub mod auth;
pub mod backups;
pub mod beacon;
pub mod bounded;
pub mod chance;
pub mod clock;
pub mod comparisons;
pub mod config;
pub mod db;
pub mod doctor;
pub mod http;
pub mod mail;
pub mod names;
pub mod observed;
pub mod only_one;
pub mod orders;
mod owner_only;
pub mod restore;
pub mod services;
pub mod site;
pub mod sns;
mod space;
pub mod worker;
