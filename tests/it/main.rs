//! The whole program from outside: services and pages, each story told on SQLite and on PostgreSQL.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at a surprise")]

#[macro_use]
mod harness;

mod account;
mod after;
mod alarms;
mod allocation;
mod assurance;
mod backups;
mod bad_input;
mod border;
mod bounces;
mod calendar;
mod cheating;
mod connections;
mod constraints;
mod container;
mod direction;
mod doctor;
mod draws;
mod emails;
mod events;
mod healthcheck;
mod hostile;
mod import;
mod kept;
mod metrics;
mod names;
mod no_silent_change;
mod outlook;
mod overview;
mod pages;
mod people_import;
mod requests;
mod schema;
mod seasons;
mod security_doc;
mod seed;
mod sending;
mod settings;
mod signing_in;
mod site_map;
mod starting;
mod stated;
mod statements;
mod supply_chain;
mod taken_along;
mod twice;
mod writing;
