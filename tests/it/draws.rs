//! Draws, from what is published before to what everyone can check afterwards.

mod beacon;
mod board;
mod commands;
mod keys;
mod making;
mod mistaken;
mod outside;
mod page;
mod purged;
mod race;
mod season;
mod showing;
mod threads;
